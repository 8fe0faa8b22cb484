import { tradesOf, type SupplyGraph } from './supplyGraph'

export interface Hop {
  trade: number
  /** true = walked from supplier to buyer. */
  forward: boolean
}

const UNSEEN = -1

/**
 * 这家怎么挂上链主的: the shortest way between two firms along trades in either direction; of ways of the same length the
 * one through trades with the smallest numbers. null when there is none within `longest` trades.
 */
export function chainOfTrades(graph: SupplyGraph, from: number, to: number, longest: number): Hop[] | null {
  if (from === to) return []
  const cameBy = new Int32Array(graph.firms).fill(UNSEEN)
  let front = [from]
  for (let step = 0; step < longest && front.length > 0; step += 1) {
    const found: number[] = []
    for (const firm of front)
      for (const trade of tradesAround(graph, firm)) {
        const other = otherEnd(graph, trade, firm)
        if (other === from || cameBy[other] !== UNSEEN) continue
        cameBy[other] = trade
        if (other === to) return walkBack(graph, cameBy, from, to)
        found.push(other)
      }
    front = found
  }
  return null
}

const tradesAround = (graph: SupplyGraph, firm: number): number[] =>
  [...tradesOf(graph.sales, firm), ...tradesOf(graph.purchases, firm)].sort((a, b) => a - b)

const otherEnd = ({ supplier, buyer }: SupplyGraph, trade: number, firm: number): number =>
  (supplier[trade] === firm ? buyer[trade] : supplier[trade]) ?? firm

function walkBack(graph: SupplyGraph, cameBy: Int32Array, from: number, to: number): Hop[] {
  const hops: Hop[] = []
  let firm = to
  while (firm !== from) {
    const trade = cameBy[firm] ?? UNSEEN
    hops.push({ trade, forward: graph.buyer[trade] === firm })
    firm = otherEnd(graph, trade, firm)
  }
  return hops.reverse()
}
