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
  const least = valueAt(weights.slice(), weights.length - most)
  let room = most
  for (const weight of weights) if (weight > least) room -= 1
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0
    if (weight > least) continue
    if (weight === least && room > 0) room -= 1
    else isKept[at] = 0
  }
  return isKept
}

/** What would stand at a place if these were sorted, without sorting half a million (quickselect); moves them about. */
function valueAt(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0
    let [up, down] = [low, high]
    while (up <= down) {
      while ((values[up] ?? pivot) < pivot) up += 1
      while ((values[down] ?? pivot) > pivot) down -= 1
      if (up > down) break
      const value = values[up] ?? 0
      values[up] = values[down] ?? 0
      values[down] = value
      up += 1
      down -= 1
    }
    if (place <= down) high = down
    else if (place >= up) low = up
    else break
  }
  return values[place] ?? 0
}
