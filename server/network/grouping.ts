import { MOST_NODES } from '@contract/supply'
import type { SupplyView } from './supplyView'
import { heaviest } from './networkWeights'
import type { Found } from './walk'

export type GroupBy = 'county' | 'node'

/** 聚合: one group of firms of one tier. */
export interface Group {
  id: string
  name: string
  tier: number
  by: GroupBy
  /** 按县聚合时的县. */
  county: string | null
  found: Found[]
}

export interface Grouped {
  /** Shown one by one. */
  firms: Found[]
  groups: Group[]
  /** Grouped only because there was no room. */
  forced: number
}

export interface GroupWish {
  by: GroupBy | 'none'
  /** Ids of groups that are taken apart. */
  open: ReadonlySet<string>
  /** Chain whose nodes are meant first. */
  chain?: string | undefined
}

type Place = Pick<Group, 'id' | 'name' | 'county'>

const NOBODY_KNOWS = '_'

/** Puts firms into groups, all but the opened ones; where there are too many firms, the lightest of them too. */
export function groupFound(view: SupplyView, found: readonly Found[], wish: GroupWish, weight: Float64Array): Grouped {
  const by: GroupBy = wish.by === 'node' ? 'node' : 'county'
  const placeOf = by === 'node' ? nodePlaces(view, wish.chain) : countyPlaces(view)
  const groups = new Map<string, Group>()
  const firms: Found[] = []
  for (const one of found) {
    const group = groupFor(groups, placeOf(one), one.tier, by)
    group.found.push(one)
  }
  const isOpen = ({ id, found: members }: Group) => wish.by === 'none' || members.length === 1 || wish.open.has(id)
  const closed: Group[] = []
  for (const group of groups.values())
    if (isOpen(group)) for (const one of group.found) firms.push(one)
    else closed.push(group)
  // One place for the firm asked for.
  const room = MOST_NODES - 1 - closed.length
  if (firms.length <= room) return { firms, groups: closed, forced: 0 }
  return crowded(firms, closed, groups, weight, (one) => placeOf(one).id)
}

function groupFor(groups: Map<string, Group>, place: Place, tier: number, by: GroupBy): Group {
  const id = `${place.id}:${tier}`
  const known = groups.get(id)
  if (known) return known
  const group: Group = { ...place, id, tier, by, found: [] }
  groups.set(id, group)
  return group
}

/** The heaviest firms stay; each of the others goes back into its group. */
function crowded(
  firms: Found[],
  closed: Group[],
  groups: ReadonlyMap<string, Group>,
  weight: Float64Array,
  placeOf: (one: Found) => string,
): Grouped {
  const room = Math.max(MOST_NODES - 1 - groups.size, 0)
  const shown = new Set(heaviest(firms, weight, room))
  const rest = new Map<string, Group>(closed.map((group) => [group.id, group]))
  for (const one of firms) {
    if (shown.has(one)) continue
    const id = `${placeOf(one)}:${one.tier}`
    const whole = groups.get(id)
    if (!whole) continue
    const group = rest.get(id) ?? { ...whole, found: [] }
    rest.set(id, group)
    group.found.push(one)
  }
  return { firms: firms.filter((one) => shown.has(one)), groups: [...rest.values()], forced: firms.length - shown.size }
}

/** By county, or by the finest division that is known. */
export function countyPlaces(view: SupplyView): (one: Pick<Found, 'firm'>) => Place {
  const known = new Map<number, Place>()
  return ({ firm }) => {
    const place = view.parties.placeOf(firm)
    const found = known.get(place) ?? countyPlace(view, firm)
    known.set(place, found)
    return found
  }
}

function countyPlace(view: SupplyView, firm: number): Place {
  const { county, city, province, label } = view.seatOf(firm)
  const code = county ?? city ?? province
  if (code === null) return { id: `county:${NOBODY_KNOWS}`, name: '未定位', county: null }
  return { id: `county:${code}`, name: county === null ? `${label}（未定位到区县）` : label, county }
}

/** By the first node it stands on, of the chain that is looked at if it is on it. */
export function nodePlaces(view: SupplyView, chain: string | undefined): (one: Pick<Found, 'firm'>) => Place {
  return ({ firm }) => {
    const seats = view.parties.seatsOf(firm)
    const seat = seats.find((own) => own.chain === chain) ?? seats[0]
    if (!seat) return { id: `node:${NOBODY_KNOWS}`, name: '未挂链', county: null }
    const name = `${view.index.nameOf(seat.chain)} · ${view.index.nameOf(seat.chain, seat.node)}`
    return { id: `node:${seat.chain}/${seat.node}`, name, county: null }
  }
}
