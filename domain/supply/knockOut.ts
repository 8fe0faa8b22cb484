import { checkAssumptions, checkStops, DAYS_OF_YEAR, type Assumptions, type Stop } from './assumptions'
import { demandWave, type DemandWave } from './demandWave'
import type { Wave } from './front'
import { salesBase } from './salesBase'
import { supplyWave } from './supplyWave'
import type { SupplyGraph } from './supplyGraph'

export { DEFAULT_ASSUMPTIONS, type Assumptions, type Stop } from './assumptions'

/** A firm that was assumed to stop, and what it sells less itself over the days, 元; NaN = its sales are not known. */
export interface Stopped extends Stop {
  yuan: number
}

export interface KnockOut {
  assumptions: Assumptions
  /** By number of the firm, each once. */
  stopped: Stopped[]
  /** 停摆 share by firm; 0 = it does not stop itself. */
  own: Float64Array
  /** 缺料: by which share a firm's output falls for lack of an input; by firm. */
  shortage: Float64Array
  /** 断单: by which share of its sales a firm loses orders; by firm. */
  lostOrders: Float64Array
  /** Step at which a wave first reached a firm; 0 = stopped itself, -1 = never. */
  shortageTier: Int8Array
  lostOrdersTier: Int8Array
  /** 1 = also reached over a trade that cannot be weighed: the cut, and the amount at risk, are lower bounds. */
  shortageUncounted: Uint8Array
  lostOrdersUncounted: Uint8Array
  /** The firms reached by either wave that do not stop themselves, by number. */
  hit: Int32Array
  /** 风险收入 in 元 over the days, of firms that are hit; NaN = hit, but the amount is not known; 0 = not hit. */
  atRisk: Float64Array
}

/**
 * 推演停摆. Two waves, each walked tier by tier from the state of the tier before, so that a cycle dies out at the last tier:
 * - 缺料, downstream: a buyer's output falls by its scarcest input (Leontief), what other suppliers can add deducted;
 * - 断单, upstream: a supplier loses the orders of who produces less.
 * A firm hit by both loses the larger. 风险收入 = max(缺料 × 一年销售额, 断单金额) × days ÷ 365 (features C-18).
 * What is not modelled: stocks (there are none in the data: 缺 TTR/TTS), and orders a firm cancels for lack of an input.
 *
 * The result does not depend on how firms or trades are numbered, to the last bit: whatever is added up is added exactly
 * (`ExactSums`), and a step reads only what the step before left. Each step looks at the trades of firms that changed in the
 * step before, so the time goes with what is reached, not with the network.
 *
 * `revenue` is each firm's year in 元, NaN = unknown; its known sales stand in where they are larger. A firm named twice stops
 * by the larger share; a share of 0 is no stop. Throws a RangeError for assumptions and stops out of range.
 */
export function knockOut(
  graph: SupplyGraph,
  revenue: Float64Array,
  stops: readonly Stop[],
  assumptions: Assumptions,
): KnockOut {
  checkAssumptions(assumptions)
  checkStops(graph.firms, stops)
  const own = new Float64Array(graph.firms)
  for (const { firm, share } of stops) own[firm] = Math.max(own[firm] ?? 0, share)
  const stopped = [...new Set(stops.filter(({ share }) => share > 0).map(({ firm }) => firm))].sort((a, b) => a - b)
  const supply = supplyWave(graph, own, stopped, assumptions)
  const demand = demandWave(graph, own, stopped, revenue, assumptions)
  const hit = hitFirms(supply, demand)
  const part = assumptions.days / DAYS_OF_YEAR
  return {
    assumptions,
    stopped: stopped.map((firm) => {
      const [share, year] = [own[firm] ?? 0, salesBase(graph, revenue, firm)]
      return { firm, share, yuan: year > 0 ? year * share * part : Number.NaN }
    }),
    own,
    shortage: supply.cut,
    lostOrders: demand.cut,
    shortageTier: supply.tier,
    lostOrdersTier: demand.tier,
    shortageUncounted: supply.uncounted,
    lostOrdersUncounted: demand.uncounted,
    hit,
    atRisk: amountsAtRisk(hit, supply, demand, part, (firm) => salesBase(graph, revenue, firm)),
  }
}

function hitFirms({ tier: short }: Wave, { tier: without }: Wave): Int32Array {
  const isHit = (firm: number) => (short[firm] ?? 0) > 0 || (without[firm] ?? 0) > 0
  let count = 0
  for (let firm = 0; firm < short.length; firm += 1) if (isHit(firm)) count += 1
  const hit = new Int32Array(count)
  for (let firm = 0, at = 0; at < count; firm += 1) if (isHit(firm)) hit[at++] = firm
  return hit
}

function amountsAtRisk(
  hit: Int32Array,
  supply: Wave,
  demand: DemandWave,
  part: number,
  base: (firm: number) => number,
): Float64Array {
  const atRisk = new Float64Array(supply.cut.length)
  for (const firm of hit) {
    const year = Math.max((supply.cut[firm] ?? 0) * base(firm), demand.lostYuan(firm))
    atRisk[firm] = year > 0 ? year * part : Number.NaN
  }
  return atRisk
}
