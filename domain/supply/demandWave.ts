import type { Assumptions } from './knockOut'
import type { SupplyGraph } from './supplyGraph'

export interface DemandWave {
  /** By which share of its year's sales a firm loses orders, 0–1. */
  cut: Float64Array
  /** The same in 元 of a year. */
  lostYuan: Float64Array
  tier: Int8Array
}

/** 断单: orders lost upstream. Trades of unknown amount lose nothing that could be counted. */
export function demandWave(
  graph: SupplyGraph,
  own: Float64Array,
  base: Float64Array,
  { passUp, tiers }: Pick<Assumptions, 'passUp' | 'tiers'>,
): DemandWave {
  const tier = Int8Array.from(own, (share) => (share > 0 ? 0 : -1))
  let cut = new Float64Array(graph.firms)
  let lostYuan = new Float64Array(graph.firms)
  for (let step = 1; step <= tiers; step += 1) {
    lostYuan = new Float64Array(graph.firms)
    graph.supplier.forEach((supplier, trade) => {
      const yuan = graph.yuan[trade] ?? Number.NaN
      const buyer = graph.buyer[trade] ?? supplier
      const less = Math.max(own[buyer] ?? 0, passUp * (cut[buyer] ?? 0))
      if (less > 0 && yuan > 0) lostYuan[supplier] = (lostYuan[supplier] ?? 0) + yuan * less
    })
    cut = Float64Array.from(lostYuan, (lost, firm) => (lost > 0 ? Math.min(lost / (base[firm] ?? lost), 1) : 0))
    cut.forEach((share, firm) => {
      if (share > 0 && tier[firm] === -1) tier[firm] = step
    })
  }
  return { cut, lostYuan, tier }
}
