import type { NetworkLink } from '@contract/supply'
import type { Group } from './grouping'
import { linkOf } from './networkLinks'
import { weightOf } from './networkWeights'
import { PairTable } from './pairTable'
import type { SupplyView } from './supplyView'
import type { Found } from './walk'

/** More lines than this say nothing any more, and take seconds to send. */
export const MOST_LINKS = 20_000

export interface NodeLinks {
  links: NetworkLink[]
  /** Pairs of firms, before any grouping. */
  pairs: number
  /** Links left out for want of room. */
  cut: number
}

const NO_NODE = -1

/** The trades of a walk as links between the nodes that are shown; within a group there are none. */
export function linksBetween(
  view: SupplyView,
  trades: Int32Array,
  firms: readonly Found[],
  groups: readonly Group[],
): NodeLinks {
  const { graph, parties } = view
  const nodeOf = new Int32Array(graph.firms).fill(NO_NODE)
  firms.forEach(({ firm }, node) => {
    nodeOf[firm] = node
  })
  groups.forEach(({ found }, at) => {
    for (const { firm } of found) nodeOf[firm] = firms.length + at
  })
  const nodes = firms.length + groups.length
  const table = new PairTable(nodes)
  const linkOfTrade = new Int32Array(trades.length).fill(NO_NODE)
  let pairs = 0
  for (let at = 0; at < trades.length; at += 1) {
    const trade = trades[at] ?? 0
    if (at === 0 || graph.pair[trade] !== graph.pair[trades[at - 1] ?? 0]) pairs += 1
    const from = nodeOf[graph.supplier[trade] ?? 0] ?? NO_NODE
    const to = nodeOf[graph.buyer[trade] ?? 0] ?? NO_NODE
    if (from !== to && from !== NO_NODE && to !== NO_NODE) linkOfTrade[at] = table.put(from, to)
  }
  const lists = Array.from({ length: table.size }, (): number[] => [])
  linkOfTrade.forEach((link, at) => lists[link]?.push(trades[at] ?? 0))
  const idOf = (node: number) => {
    const single = firms[node]
    return single ? parties.id(single.firm) : (groups[node - firms.length]?.id ?? '')
  }
  const order = heaviest(view, lists)
  const links = order.map((link) => {
    const { from, to } = table.at(link)
    return linkOf(view, { from: idOf(from), to: idOf(to) }, lists[link] ?? [])
  })
  return { links, pairs, cut: lists.length - order.length }
}

/** Which links are kept, in their first order. */
function heaviest({ graph }: SupplyView, lists: readonly (readonly number[])[]): number[] {
  const all = lists.map((_trades, link) => link)
  if (lists.length <= MOST_LINKS) return all
  const yuan = Float64Array.from(lists, (trades) => weightOf(graph, trades))
  const kept = new Set([...all].sort((a, b) => (yuan[b] ?? 0) - (yuan[a] ?? 0) || a - b).slice(0, MOST_LINKS))
  return all.filter((link) => kept.has(link))
}
