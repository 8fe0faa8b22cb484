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
    lostYuan = lostOrders(graph, own, cut, passUp)
    cut = Float64Array.from(lostYuan, (lost, firm) => (lost > 0 ? Math.min(lost / (base[firm] ?? lost), 1) : 0))
    cut.forEach((share, firm) => {
      if (share > 0 && tier[firm] === -1) tier[firm] = step
    })
  }
  return { cut, lostYuan, tier }
}

/** Only who buys less is asked, and most do not. */
function lostOrders(
  graph: SupplyGraph,
  own: Float64Array,
  cut: Float64Array,
  passUp: number,
): Float64Array<ArrayBuffer> {
  const { starts, trades } = graph.purchases
  const lost = new Float64Array(graph.firms)
  for (let buyer = 0; buyer < graph.firms; buyer += 1) {
    const less = Math.max(own[buyer] ?? 0, passUp * (cut[buyer] ?? 0))
    if (less === 0) continue
    for (let at = starts[buyer] ?? 0; at < (starts[buyer + 1] ?? 0); at += 1) {
      const trade = trades[at] ?? 0
      const yuan = graph.yuan[trade] ?? Number.NaN
      const supplier = graph.supplier[trade] ?? buyer
      if (yuan > 0) lost[supplier] = (lost[supplier] ?? 0) + yuan * less
    }
  }
  return lost
}
