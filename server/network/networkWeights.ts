import type { YearGraph } from './supplyIndex'

/** Where amounts are equal or unknown, a trade more weighs a little more. */
const A_TRADE = 0.001

/** Known 元 of a trade, and the trade itself. */
export const weightOf = ({ yuan }: YearGraph, trade: number): number => A_TRADE + Math.max(yuan[trade] || 0, 0)

/** By firm, what the walked trades of each weigh. */
export function walkWeights(graph: YearGraph, trades: Int32Array): Float64Array {
  const weight = new Float64Array(graph.firms)
  for (const trade of trades) {
    const own = weightOf(graph, trade)
    for (const ends of [graph.supplier, graph.buyer]) {
      const firm = ends[trade] ?? 0
      weight[firm] = (weight[firm] ?? 0) + own
    }
  }
  return weight
}

/** Which of some things weigh most, in their order; of equal ones the first. `weights` are theirs, in the same order. */
export function heaviest(weights: Float64Array, most: number): Uint8Array {
  const isKept = new Uint8Array(weights.length).fill(1)
  if (weights.length <= most) return isKept
  if (most <= 0) return isKept.fill(0)
  const sorted = weights.slice().sort()
  const least = sorted[sorted.length - most] ?? 0
  let room = most
  weights.forEach((weight) => {
    if (weight > least) room -= 1
  })
  weights.forEach((weight, at) => {
    if (weight > least) return
    if (weight === least && room > 0) room -= 1
    else isKept[at] = 0
  })
  return isKept
}
