import type { NetworkLink } from '@contract/supply'
import type { Grouped } from './grouping'
import { linkWriter, TradeRows } from './networkLinks'
import { heaviest, weightOf } from './networkWeights'
import { PairTable } from './pairTable'
import type { SupplyView } from './supplyView'

/** More lines than this say nothing any more, and take seconds to send and to draw. */
export const MOST_LINKS = 20_000
const LINKS_A_NODE = 4
const ALWAYS_SHOWN = 2_000

/** How many links so many nodes are shown with. */
export const linksShown = (nodes: number) => Math.min(MOST_LINKS, Math.max(ALWAYS_SHOWN, nodes * LINKS_A_NODE))

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
  shown: readonly { firm: number }[],
  { groups, groupOf }: Pick<Grouped, 'groups' | 'groupOf'> = nothingGrouped(view),
): NodeLinks {
  const { graph, parties } = view
  // Nodes: first the groups, then the single firms.
  const nodeOf = groupOf.slice()
  shown.forEach(({ firm }, at) => {
    nodeOf[firm] = groups.length + at
  })
  const nodeCount = groups.length + shown.length
  const table = new PairTable(nodeCount)
  const linkOfTrade = new Int32Array(trades.length).fill(NO_NODE)
  let pairs = 0
  let before = NO_NODE
  for (let at = 0; at < trades.length; at += 1) {
    const trade = trades[at] ?? 0
    const pair = graph.pair[trade] ?? 0
    if (pair !== before) pairs += 1
    before = pair
    const from = nodeOf[graph.supplier[trade] ?? 0] ?? NO_NODE
    const to = nodeOf[graph.buyer[trade] ?? 0] ?? NO_NODE
    if (from !== to && from !== NO_NODE && to !== NO_NODE) linkOfTrade[at] = table.put(from, to)
  }
  const { starts, rows, first, kept } = tradesByLink(view, trades, linkOfTrade, table.size, linksShown(nodeCount))
  const idOf = (node: number) => groups[node]?.id ?? parties.id(shown[node - groups.length]?.firm ?? NO_NODE)
  const write = linkWriter(view, rows)
  const links = kept.map((link, at) => {
    const { from, to } = table.at(link)
    return write({ from: idOf(from), to: idOf(to) }, [starts[at] ?? 0, starts[at + 1] ?? 0], first[link] ?? 0)
  })
  return { links, pairs, cut: table.size - kept.length }
}

const nothingGrouped = ({ graph }: SupplyView) => ({ groups: [], groupOf: new Int16Array(graph.firms).fill(NO_NODE) })

/** The trades of the links that are kept, link by link: those of `kept[n]` are the rows from `starts[n]` to `starts[n + 1]`. */
function tradesByLink(
  { graph }: SupplyView,
  trades: Int32Array,
  linkOfTrade: Int32Array,
  links: number,
  most: number,
): { kept: number[]; starts: Int32Array; rows: TradeRows; first: Int32Array } {
  const weights = new Float64Array(links)
  const sizes = new Int32Array(links)
  const first = new Int32Array(links)
  for (let at = 0; at < trades.length; at += 1) {
    const link = linkOfTrade[at] ?? NO_NODE
    if (link === NO_NODE) continue
    if (sizes[link] === 0) first[link] = trades[at] ?? 0
    weights[link] = (weights[link] ?? 0) + weightOf(graph, trades[at] ?? 0)
    sizes[link] = (sizes[link] ?? 0) + 1
  }
  const isKept = heaviest(weights, most)
  const kept: number[] = []
  for (let link = 0; link < links; link += 1) if (isKept[link] === 1) kept.push(link)
  const starts = new Int32Array(kept.length + 1)
  // By link, where its next trade goes.
  const next = new Int32Array(links)
  kept.forEach((link, at) => {
    next[link] = starts[at] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (sizes[link] ?? 0)
  })
  const rows = new TradeRows(graph, starts[kept.length] ?? 0)
  for (let at = 0; at < trades.length; at += 1) {
    const link = linkOfTrade[at] ?? NO_NODE
    if (link === NO_NODE || isKept[link] !== 1) continue
    const place = next[link] ?? 0
    rows.set(place, trades[at] ?? 0)
    next[link] = place + 1
  }
  return { kept, starts, rows, first }
}
