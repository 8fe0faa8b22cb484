import type { Assumptions } from './knockOut'
import { tradesOf, type SupplyGraph } from './supplyGraph'

export interface SupplyWave {
  /** By which share a firm's output falls for lack of its scarcest input, 0–1. */
  cut: Float64Array
  tier: Int8Array
}

/** 缺料: inputs missing downstream. */
export function supplyWave(
  graph: SupplyGraph,
  own: Float64Array,
  { passDown, tiers, spare }: Pick<Assumptions, 'passDown' | 'tiers' | 'spare'>,
): SupplyWave {
  const tier = Int8Array.from(own, (share) => (share > 0 ? 0 : -1))
  let cut = new Float64Array(graph.firms)
  for (let step = 1; step <= tiers; step += 1) {
    const less = Float64Array.from(own, (share, firm) => Math.max(share, passDown * (cut[firm] ?? 0)))
    const unfilled = unfilledShares(graph, less, spare)
    const next = new Float64Array(graph.firms)
    for (const buyer of buyersOf(graph, less)) next[buyer] = scarcest(graph, buyer, less, unfilled)
    cut = next
    cut.forEach((share, firm) => {
      if (share > 0 && tier[firm] === -1) tier[firm] = step
    })
  }
  return { cut, tier }
}

/** Who buys from a firm that delivers less; nobody else can be short. */
function buyersOf(graph: SupplyGraph, less: Float64Array): Set<number> {
  const buyers = new Set<number>()
  less.forEach((share, firm) => {
    if (share > 0) for (const trade of tradesOf(graph.sales, firm)) buyers.add(graph.buyer[trade] ?? firm)
  })
  return buyers
}

/** The largest missing part of any one product that a firm buys. */
function scarcest(graph: SupplyGraph, buyer: number, less: Float64Array, unfilled: Map<number, number>): number {
  const bought = new Map<number, { weighed: number; missing: number; trades: number; missingTrades: number }>()
  for (const trade of tradesOf(graph.purchases, buyer)) {
    const product = graph.product[trade] ?? -1
    const sum = bought.get(product) ?? { weighed: 0, missing: 0, trades: 0, missingTrades: 0 }
    const yuan = graph.yuan[trade] ?? Number.NaN
    const share = less[graph.supplier[trade] ?? buyer] ?? 0
    if (yuan > 0) {
      sum.weighed += yuan
      sum.missing += yuan * share
    }
    sum.trades += 1
    sum.missingTrades += share
    bought.set(product, sum)
  }
  let largest = 0
  for (const [product, { weighed, missing, trades, missingTrades }] of bought) {
    // Where no amount of a product is known, its suppliers count alike.
    const share = weighed > 0 ? missing / weighed : missingTrades / trades
    largest = Math.max(largest, share * (unfilled.get(product) ?? 1))
  }
  return largest
}

/** 1 − the part of what is missing of a product that its other suppliers make up for, the same for every buyer. */
function unfilledShares(graph: SupplyGraph, less: Float64Array, spare: number): Map<number, number> {
  if (spare === 0) return new Map()
  const missing = new Map<number, number>()
  const others = new Map<number, number>()
  graph.product.forEach((product, trade) => {
    const yuan = graph.yuan[trade] ?? Number.NaN
    const share = less[graph.supplier[trade] ?? 0] ?? 0
    if (!(yuan > 0)) return
    if (share > 0) missing.set(product, (missing.get(product) ?? 0) + yuan * share)
    else others.set(product, (others.get(product) ?? 0) + yuan)
  })
  const unfilled = new Map<number, number>()
  for (const [product, yuan] of missing) {
    // Without a name nobody knows who could deliver it instead.
    const extra = product === -1 ? 0 : spare * (others.get(product) ?? 0)
    unfilled.set(product, 1 - Math.min(extra / yuan, 1))
  }
  return unfilled
}
