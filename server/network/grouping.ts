import { MOST_NODES } from '@contract/supply'
import { groupPlaces, type GroupPlace, type PlaceBy } from './groupPlaces'
import type { Found, FoundFirms } from './foundFirms'
import { heaviest } from './networkWeights'
import type { SupplyView } from './supplyView'

/** 聚合: firms of one tier in one county, or on one node. */
export interface Group extends GroupPlace {
  tier: number
  by: PlaceBy
  firms: number
  leaders: number
  /** One of its firms. */
  first: number
}

export interface Grouped {
  /** Shown one by one. */
  firms: Found[]
  groups: Group[]
  /** By firm: the number of its group in `groups`; -1 = in none. */
  groupOf: Int16Array
  /** Grouped only because there was no room. */
  forced: number
}

export interface GroupWish {
  by: PlaceBy | 'none'
  /** Ids of groups that are taken apart. */
  open: ReadonlySet<string>
  /** Chain whose nodes are meant first. */
  chain?: string | undefined
}

const NO_GROUP = -1

/** Puts firms into groups, all but the opened ones; where there are too many firms, the lightest of them too. */
export function groupFound(view: SupplyView, found: FoundFirms, wish: GroupWish, weigh: () => Float64Array): Grouped {
  const by: PlaceBy = wish.by === 'node' ? 'node' : 'county'
  const { all, members, sizes } = sorted(view, found, by, wish.chain)
  const isOpen = all.map(({ id }, at) => wish.by === 'none' || sizes[at] === 1 || wish.open.has(id))
  const single: number[] = []
  for (let at = 0; at < found.length; at += 1) if (isOpen[members[at] ?? 0]) single.push(at)
  const closed = isOpen.filter((open) => !open).length
  // One place for the firm asked for.
  const room = MOST_NODES - 1
  const shown =
    single.length + closed <= room ? single : heaviestOf(found, single, Math.max(room - all.length, 0), weigh())
  return { ...collected(view, found, { all, members }, shown), forced: single.length - shown.length }
}

function heaviestOf(found: FoundFirms, single: readonly number[], most: number, weight: Float64Array): number[] {
  const weights = Float64Array.from(single, (at) => weight[found.firm(at)] ?? 0)
  const isShown = heaviest(weights, most)
  return single.filter((_at, position) => isShown[position] === 1)
}

/** From the middle outwards, upstream first. */
export const byTier = (a: number, b: number) => Math.abs(a) - Math.abs(b) || a - b

type Place = Omit<Group, 'firms' | 'leaders' | 'first'>

/** Every group there could be, and which one each found firm belongs to. */
function sorted(view: SupplyView, found: FoundFirms, by: PlaceBy, chain: string | undefined) {
  const placeOf = groupPlaces(view, by, chain)
  const all: Place[] = []
  const sizes: number[] = []
  // By tier, the number of the group at each place.
  const numbers = new Map<number, number[]>()
  const members = new Int32Array(found.length)
  for (let at = 0; at < found.length; at += 1) {
    const tier = found.tier(at)
    const place = placeOf.number(found.firm(at))
    const ofTier = numbers.get(tier) ?? []
    if (ofTier.length === 0) numbers.set(tier, ofTier)
    let group = ofTier[place]
    if (group === undefined) {
      const own = placeOf.place(place)
      group = all.push({ ...own, id: `${own.id}:${tier}`, tier, by }) - 1
      ofTier[place] = group
      sizes.push(0)
    }
    members[at] = group
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  return { all, members, sizes }
}

/** All that is not shown by itself stands in its group. */
function collected(
  { parties, graph }: SupplyView,
  found: FoundFirms,
  { all, members }: { all: readonly Place[]; members: Int32Array },
  shown: readonly number[],
) {
  const isShown = new Uint8Array(found.length)
  for (const at of shown) isShown[at] = 1
  const groups: Group[] = []
  const numberOf = new Int32Array(all.length).fill(NO_GROUP)
  // Of nodes there are a few thousands: half the memory to look through is half the time.
  const groupOf = new Int16Array(graph.firms).fill(NO_GROUP)
  for (let at = 0; at < found.length; at += 1) {
    if (isShown[at] === 1) continue
    const firm = found.firm(at)
    const place = members[at] ?? 0
    const own = all[place]
    if (numberOf[place] === NO_GROUP && own)
      numberOf[place] = groups.push({ ...own, firms: 0, leaders: 0, first: firm }) - 1
    const number = numberOf[place] ?? NO_GROUP
    groupOf[firm] = number
    const group = groups[number]
    if (!group) continue
    group.firms += 1
    if (parties.ledBy(firm) !== undefined) group.leaders += 1
  }
  return { firms: shown.map((at) => found.at(at)), ...inOrder(groups, groupOf, found) }
}

/** Groups by tier, the largest first, and their new numbers. */
function inOrder(found: readonly Group[], groupOf: Int16Array<ArrayBuffer>, firms: FoundFirms) {
  const order = found.map((_group, number) => number).sort((a, b) => compare(found, a, b))
  const place = new Int32Array(found.length)
  order.forEach((number, at) => {
    place[number] = at
  })
  for (let at = 0; at < firms.length; at += 1) {
    const number = groupOf[firms.firm(at)] ?? NO_GROUP
    if (number !== NO_GROUP) groupOf[firms.firm(at)] = place[number] ?? NO_GROUP
  }
  return { groups: order.flatMap((number) => found[number] ?? []), groupOf }
}

function compare(groups: readonly Group[], one: number, other: number): number {
  const [a, b] = [groups[one], groups[other]]
  return a && b ? byTier(a.tier, b.tier) || b.firms - a.firms || (a.id < b.id ? -1 : 1) : 0
}
