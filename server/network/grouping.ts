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
const NO_FIRM = -1

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
  return { ...collected(view, found, { all, members, sizes }, shown), forced: single.length - shown.length }
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
  // The found come tier by tier.
  let [before, ofTier]: [number, number[]] = [Number.NaN, []]
  for (let at = 0; at < found.length; at += 1) {
    const tier = found.tier(at)
    if (tier !== before) {
      ofTier = numbers.get(tier) ?? []
      numbers.set(tier, ofTier)
      before = tier
    }
    const place = placeOf.number(found.firm(at))
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

/** All that is not shown by itself stands in its group: by tier, the largest first. */
function collected(
  { parties, graph }: SupplyView,
  found: FoundFirms,
  { all, members, sizes }: { all: readonly Place[]; members: Int32Array; sizes: readonly number[] },
  shown: readonly number[],
) {
  const isShown = new Uint8Array(found.length)
  const left = Int32Array.from(sizes)
  for (const at of shown) {
    isShown[at] = 1
    const place = members[at] ?? 0
    left[place] = (left[place] ?? 0) - 1
  }
  const groups = all
    .map((own, place): Group & { place: number } => ({ ...own, place, firms: left[place] ?? 0, leaders: 0, first: -1 }))
    .filter(({ firms }) => firms > 0)
    .sort((a, b) => byTier(a.tier, b.tier) || b.firms - a.firms || (a.id < b.id ? -1 : 1))
  const numberOf = new Int32Array(all.length).fill(NO_GROUP)
  const first = new Int32Array(groups.length).fill(NO_FIRM)
  groups.forEach(({ place }, number) => {
    numberOf[place] = number
  })
  // Of nodes there are a few thousands: half the memory to look through is half the time.
  const groupOf = new Int16Array(graph.firms).fill(NO_GROUP)
  for (let at = 0; at < found.length; at += 1) {
    if (isShown[at] === 1) continue
    const firm = found.firm(at)
    const number = numberOf[members[at] ?? 0] ?? NO_GROUP
    groupOf[firm] = number
    if (first[number] === NO_FIRM) first[number] = firm
  }
  const leaders = new Int32Array(groups.length)
  for (const firm of parties.leaders) {
    const number = groupOf[firm] ?? NO_GROUP
    if (number !== NO_GROUP) leaders[number] = (leaders[number] ?? 0) + 1
  }
  return {
    firms: shown.map((at) => found.at(at)),
    groups: groups.map(({ place: _place, ...group }, number): Group => {
      return { ...group, leaders: leaders[number] ?? 0, first: first[number] ?? NO_FIRM }
    }),
    groupOf,
  }
}
