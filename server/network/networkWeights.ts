import type { YearGraph } from './supplyIndex'
import type { Found } from './walk'

/** Where amounts are equal or unknown, a trade more weighs a little more. */
const A_TRADE = 0.001

/** Known 元 of some trades, and their number. */
export const weightOf = ({ yuan }: YearGraph, trades: readonly number[] | Int32Array): number => {
  let sum = 0
  for (const trade of trades) sum += A_TRADE + Math.max(yuan[trade] || 0, 0)
  return sum
}

/** By firm, what the walked trades of each weigh. */
export function walkWeights(graph: YearGraph, trades: Int32Array): Float64Array {
  const weight = new Float64Array(graph.firms)
  for (const trade of trades) {
    const own = A_TRADE + Math.max(graph.yuan[trade] || 0, 0)
    for (const firm of [graph.supplier[trade] ?? 0, graph.buyer[trade] ?? 0]) weight[firm] = (weight[firm] ?? 0) + own
  }
  return weight
}

/** Those that weigh most, in the order they came in. */
export function heaviest(found: readonly Found[], weight: Float64Array, most: number): Found[] {
  if (found.length <= most) return [...found]
  const order = [...found].sort((a, b) => (weight[b.firm] ?? 0) - (weight[a.firm] ?? 0) || a.firm - b.firm)
  const kept = new Set(order.slice(0, most))
  return found.filter((one) => kept.has(one))
}
