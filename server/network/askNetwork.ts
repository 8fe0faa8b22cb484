import type { z } from 'zod'
import { MOST_NODES, type Network, type NetworkFirm, type NetworkGroup, type NetworkQuery } from '@contract/supply'
import { grouped } from '@domain/figure/grouped'
import type { Found } from './foundFirms'
import { byTier, groupFound, type Group } from './grouping'
import { groupPlaces, type PlaceBy } from './groupPlaces'
import { keptWalk } from './keptWalks'
import { walkWeights } from './networkWeights'
import { linksBetween } from './nodeLinks'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'
import type { Walk, WalkWish } from './walk'
import { ringOf } from './places'

type Query = z.output<typeof NetworkQuery>

export interface NetworkWish {
  frame: SupplyFrame
  query: Pick<
    Query,
    'firm' | 'direction' | 'tiers' | 'product' | 'evidence' | 'chain' | 'place' | 'honour' | 'group' | 'open'
  >
}

/** 自动聚合 from this many firms on. */
export const AUTO_GROUPED = 400
const PRODUCTS_SHOWN = 100

/** 供应网络 of one firm. */
export function networkAround(index: SupplyIndex, { frame, query }: NetworkWish): Network {
  const view = index.open(frame)
  const firm = view.require(query.firm, 'firm')
  const walked = walkFor(view, firm, query)
  const { found, trades } = walked
  const by = groupingOf(query, found.length)
  const weigh = onceOnly(() => walkWeights(view.graph, trades))
  const wish = { by, open: new Set(query.open ?? []), chain: query.chain }
  const divided = groupFound(view, found, wish, weigh)
  const { firms, groups, forced } = divided
  // Between groups the few single firms stand in the order of their ids: nobody asked for the largest.
  const weight = by === 'none' || wish.open.size > 0 ? weigh() : new Float64Array(0)
  firms.sort(
    (a, b) =>
      byTier(a.tier, b.tier) || (weight[b.firm] ?? 0) - (weight[a.firm] ?? 0) || view.parties.byId(a.firm, b.firm),
  )
  const own: Found = { firm, tier: 0, isBothSides: false, isVia: false }
  const shown = [own, ...firms]
  const { links, pairs, cut } = linksBetween(view, trades, shown, divided)
  return {
    ...view.head,
    firm: view.describe(firm),
    direction: query.direction,
    tiers: query.tiers,
    nodes: [...firmNodes(view, shown, by === 'none' ? 'county' : by, query.chain), ...groupNodes(view, firm, groups)],
    links,
    grouped: groups.length === 0 ? 'none' : by === 'none' ? 'county' : by,
    notes: notesOf(view, query, { walked, by, groups: groups.length, forced, cut, links: links.length }),
    totals: totalsOf(view, walked, pairs),
    products: productsOf(view, firm, query, trades),
  }
}

/** A walk of late, or a new one. */
export const walkFor = (view: SupplyView, firm: number, query: NetworkWish['query']): Walk =>
  keptWalk(view, query, (asked) => walkWish(view, firm, asked))

export function walkWish(view: SupplyView, firm: number, query: NetworkWish['query']): WalkWish {
  const { direction, tiers, product, evidence, chain, place, honour } = query
  const hasFilter = chain !== undefined || place !== undefined || honour !== undefined
  const isWanted = (other: number) =>
    (chain === undefined || view.parties.isOnChain(other, chain)) &&
    (place === undefined || view.isIn(other, place)) &&
    (honour === undefined || view.parties.hasHonour(other, honour))
  return { firm, direction, tiers, product, evidence, isWanted: hasFilter ? isWanted : undefined }
}

function groupingOf({ group }: NetworkWish['query'], firms: number): PlaceBy | 'none' {
  if (group !== 'auto') return group
  return firms > AUTO_GROUPED ? 'county' : 'none'
}

function onceOnly<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function firmNodes(view: SupplyView, shown: readonly Found[], by: PlaceBy, chain: string | undefined): NetworkFirm[] {
  const [own] = shown
  const places = groupPlaces(view, by, chain)
  return shown.map((one) => ({
    ...view.describe(one.firm),
    what: 'firm',
    tier: one.tier,
    isBothSides: one.isBothSides,
    ring: view.ringOf(own?.firm ?? one.firm, one.firm),
    group: `${places.place(places.number(one.firm)).id}:${one.tier}`,
    isVia: one.isVia,
  }))
}

function groupNodes(view: SupplyView, firm: number, groups: readonly Group[]): NetworkGroup[] {
  const seat = view.seatOf(firm)
  return groups.map(({ first, ...group }) => ({
    what: 'group',
    ...group,
    ring: group.by === 'node' ? null : ringOf(seat, view.seatOf(first)),
  }))
}

function totalsOf(view: SupplyView, { found }: Walk, links: number): Network['totals'] {
  const tiers: { tier: number; firms: number }[] = []
  let outside = 0
  // The found come tier by tier.
  let own = { tier: 0, firms: 0 }
  for (let at = 0; at < found.length; at += 1) {
    const tier = found.tier(at)
    if (tier !== own.tier) tiers.push((own = { tier, firms: 0 }))
    own.firms += 1
    if (!view.parties.isListed(found.firm(at))) outside += 1
  }
  return { firms: found.length, outside, links, byTier: tiers.sort((a, b) => a.tier - b.tier) }
}

/** What may be filtered by: the products of the walk as it would be without that filter. */
function productsOf(view: SupplyView, firm: number, query: NetworkWish['query'], walked: Int32Array) {
  const trades = query.product === undefined ? walked : walkFor(view, firm, { ...query, product: undefined }).trades
  const names = view.index.products.list
  const counts = new Int32Array(names.length)
  for (const trade of trades) {
    const product = view.graph.product[trade] ?? -1
    if (product >= 0) counts[product] = (counts[product] ?? 0) + 1
  }
  return names
    .map((product, number) => ({ product, links: counts[number] ?? 0 }))
    .filter(({ links }) => links > 0)
    .sort((a, b) => b.links - a.links || (a.product < b.product ? -1 : 1))
    .slice(0, PRODUCTS_SHOWN)
}

interface Said {
  walked: Walk
  by: PlaceBy | 'none'
  groups: number
  forced: number
  /** Links that are shown, and that were left out. */
  links: number
  cut: number
}

function notesOf(
  view: SupplyView,
  query: NetworkWish['query'],
  { walked, by, groups, forced, cut, links }: Said,
): string[] {
  const notes: string[] = []
  const firms = walked.found.length
  const { year } = view
  if (firms === 0) notes.push(year === null ? '没有任何供应关系' : `${year} 年没有符合条件的供应关系`)
  if (groups > 0 && query.group === 'auto' && by !== 'none')
    notes.push(`共 ${grouped(firms)} 家企业，超过 ${AUTO_GROUPED} 家，按县聚合显示；点开一组即逐家显示`)
  if (forced > 0) notes.push(`一次最多逐家显示 ${grouped(MOST_NODES)} 家，金额最小的 ${grouped(forced)} 家仍按组合并`)
  if (cut > 0) notes.push(`只画金额最大的 ${grouped(links)} 条连线，其余 ${grouped(cut)} 条没有画出，合计中仍计入`)
  if (walked.isCutOff) notes.push(`走到第 ${query.tiers} 级为止，再远的没有走下去`)
  if (view.frame.scope !== null) notes.push('只含至少一端在您权限内的供应关系，沿其他关系没有走下去')
  return notes
}
