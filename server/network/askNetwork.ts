import type { z } from 'zod'
import { MOST_NODES, type Network, type NetworkFirm, type NetworkGroup, type NetworkQuery } from '@contract/supply'
import { countyPlaces, groupFound, nodePlaces, type Group, type GroupBy } from './grouping'
import { walkWeights } from './networkWeights'
import { linksBetween, MOST_LINKS } from './nodeLinks'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'
import { walk, type Found, type Walk, type WalkWish } from './walk'
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
  const walked = walk(view, walkWish(view, firm, query))
  const { found, trades } = walked
  const by = groupingOf(query, found.length)
  const weight = walkWeights(view.graph, trades)
  const wish = { by, open: new Set(query.open ?? []), chain: query.chain }
  const { firms, groups, forced } = groupFound(view, found, wish, weight)
  const heavierFirst = (a: Found, b: Found) =>
    byTier(a.tier, b.tier) || (weight[b.firm] ?? 0) - (weight[a.firm] ?? 0) || view.parties.byId(a.firm, b.firm)
  firms.sort(heavierFirst)
  groups.sort((a, b) => byTier(a.tier, b.tier) || b.found.length - a.found.length || (a.id < b.id ? -1 : 1))
  const own: Found = { firm, tier: 0, isBothSides: false, isVia: false }
  const shown = [own, ...firms]
  const { links, pairs, cut } = linksBetween(view, trades, shown, groups)
  return {
    ...view.head,
    firm: view.describe(firm),
    direction: query.direction,
    tiers: query.tiers,
    nodes: [...firmNodes(view, shown, by === 'none' ? 'county' : by, query.chain), ...groupNodes(view, firm, groups)],
    links,
    grouped: groups.length === 0 ? 'none' : by === 'none' ? 'county' : by,
    notes: notesOf(view, query, { walked, by, groups: groups.length, forced, cut }),
    totals: totalsOf(view, found, pairs),
    products: productsOf(view, firm, query, trades),
  }
}

export function walkWish(view: SupplyView, firm: number, query: NetworkWish['query']): WalkWish {
  const { direction, tiers, product, evidence, chain, place, honour } = query
  const hasFilter = chain !== undefined || place !== undefined || honour !== undefined
  const isWanted = (other: number) =>
    (chain === undefined || view.parties.isOnChain(other, chain)) &&
    (place === undefined || view.isIn(other, place)) &&
    (honour === undefined || view.parties.hasHonour(other, honour))
  return { firm, direction, tiers, product, evidence, isWanted: hasFilter ? isWanted : undefined }
}

function groupingOf({ group }: NetworkWish['query'], firms: number): GroupBy | 'none' {
  if (group !== 'auto') return group
  return firms > AUTO_GROUPED ? 'county' : 'none'
}

/** From the middle outwards, upstream first. */
const byTier = (a: number, b: number) => Math.abs(a) - Math.abs(b) || a - b

function firmNodes(view: SupplyView, shown: readonly Found[], by: GroupBy, chain: string | undefined): NetworkFirm[] {
  const [own] = shown
  const groupOf = by === 'county' ? countyPlaces(view) : nodePlaces(view, chain)
  return shown.map((one) => ({
    ...view.describe(one.firm),
    what: 'firm',
    tier: one.tier,
    isBothSides: one.isBothSides,
    ring: view.ringOf(own?.firm ?? one.firm, one.firm),
    group: `${groupOf(one).id}:${one.tier}`,
    isVia: one.isVia,
  }))
}

function groupNodes(view: SupplyView, firm: number, groups: readonly Group[]): NetworkGroup[] {
  const seat = view.seatOf(firm)
  return groups.map(({ id, name, tier, by, county, found }) => ({
    what: 'group',
    id,
    name,
    tier,
    by,
    county,
    firms: found.length,
    leaders: found.filter((one) => view.parties.ledBy(one.firm) !== undefined).length,
    ring: by === 'node' ? null : ringOf(seat, view.seatOf(found[0]?.firm ?? firm)),
  }))
}

function totalsOf(view: SupplyView, found: readonly Found[], links: number): Network['totals'] {
  const tiers = new Map<number, number>()
  let outside = 0
  for (const { firm, tier } of found) {
    tiers.set(tier, (tiers.get(tier) ?? 0) + 1)
    if (!view.parties.isListed(firm)) outside += 1
  }
  const byTierNumber = [...tiers].sort(([a], [b]) => a - b).map(([tier, firms]) => ({ tier, firms }))
  return { firms: found.length, outside, links, byTier: byTierNumber }
}

/** What may be filtered by: the products of the walk as it would be without that filter. */
function productsOf(view: SupplyView, firm: number, query: NetworkWish['query'], walked: Int32Array) {
  const trades =
    query.product === undefined ? walked : walk(view, walkWish(view, firm, { ...query, product: undefined })).trades
  const counts = new Map<number, number>()
  for (const trade of trades) {
    const product = view.graph.product[trade] ?? -1
    if (product >= 0) counts.set(product, (counts.get(product) ?? 0) + 1)
  }
  return [...counts]
    .map(([product, links]) => ({ product: view.index.products.list[product] ?? '', links }))
    .sort((a, b) => b.links - a.links || (a.product < b.product ? -1 : 1))
    .slice(0, PRODUCTS_SHOWN)
}

interface Said {
  walked: Walk
  by: GroupBy | 'none'
  groups: number
  forced: number
  /** Links that were left out. */
  cut: number
}

function notesOf(view: SupplyView, query: NetworkWish['query'], { walked, by, groups, forced, cut }: Said): string[] {
  const notes: string[] = []
  const firms = walked.found.length
  const { year } = view
  if (firms === 0) notes.push(year === null ? '没有任何供应关系' : `${year} 年没有符合条件的供应关系`)
  if (groups > 0 && query.group === 'auto' && by !== 'none')
    notes.push(`共 ${firms} 家企业，超过 ${AUTO_GROUPED} 家，按县聚合显示；点开一组即逐家显示`)
  if (forced > 0) notes.push(`一次最多显示 ${MOST_NODES} 个节点，金额最小的 ${forced} 家仍按组合并`)
  if (cut > 0) notes.push(`一次最多显示 ${MOST_LINKS} 条连线，金额最小的 ${cut} 条没有画出，合计中仍计入`)
  if (walked.isCutOff) notes.push(`走到第 ${query.tiers} 级为止，再远的没有走下去`)
  if (view.frame.scope !== null) notes.push('只含至少一端在您权限内的供应关系，沿其他关系没有走下去')
  return notes
}
