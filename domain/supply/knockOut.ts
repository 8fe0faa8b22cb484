import { demandWave } from './demandWave'
import { supplyWave } from './supplyWave'
import type { SupplyGraph } from './supplyGraph'

/** 停摆: a firm produces less by this share, 0–1; 1 = it stops altogether. */
export interface Stop {
  firm: number
  share: number
}

/** Everything that is assumed and not known; each is shown beside the result. */
export interface Assumptions {
  days: number
  /** 向上游传导系数 α, 0–1: by how much of its own loss a supplier cuts its orders in turn. */
  passUp: number
  /** 向下游传导系数 β, 0–1: by how much of its own shortage a buyer delivers less in turn. */
  passDown: number
  /** 层级, 1–4. */
  tiers: number
  /** 增供系数 ρ, 0–1: by how much the other suppliers of a product can raise what they deliver. */
  spare: number
}

export interface KnockOut {
  /** 缺料: by which share a firm's output falls for lack of an input; by firm. */
  shortage: Float64Array
  /** 断单: by which share of its sales a firm loses orders; by firm. */
  lostOrders: Float64Array
  /** Step at which a wave first reached a firm; 0 = stopped itself, -1 = never. */
  shortageTier: Int8Array
  lostOrdersTier: Int8Array
  /** 风险收入 in 元 over the days, of firms that do not stop themselves; NaN = neither revenue nor sales are known. */
  atRisk: Float64Array
}

const DAYS_OF_YEAR = 365

/**
 * 推演停摆. Two waves, each walked tier by tier from the state of the tier before, so that the order of firms and trades
 * changes nothing and a cycle dies out at the last tier:
 * - 缺料, downstream: a buyer's output falls by its scarcest input (Leontief), what other suppliers can add deducted;
 * - 断单, upstream: a supplier loses the orders of who produces less.
 * A firm hit by both loses the larger. Nothing is said of stocks: there are none in the data (缺 TTR/TTS).
 * `revenue` is each firm's year in 元, NaN = unknown; its known sales stand in where they are larger.
 */
export function knockOut(
  graph: SupplyGraph,
  revenue: Float64Array,
  stops: readonly Stop[],
  assumptions: Assumptions,
): KnockOut {
  const own = ownCuts(graph.firms, stops)
  const base = salesBase(graph, revenue)
  const supply = supplyWave(graph, own, assumptions)
  const demand = demandWave(graph, own, base, assumptions)
  const share = assumptions.days / DAYS_OF_YEAR
  const atRisk = new Float64Array(graph.firms)
  for (let firm = 0; firm < graph.firms; firm += 1) {
    const isHit = own[firm] === 0 && ((supply.tier[firm] ?? 0) > 0 || (demand.tier[firm] ?? 0) > 0)
    if (!isHit) continue
    const year = base[firm] ?? 0
    const short = (supply.cut[firm] ?? 0) * year
    atRisk[firm] = year > 0 ? Math.max(short, demand.lostYuan[firm] ?? 0) * share : Number.NaN
  }
  return {
    shortage: supply.cut,
    lostOrders: demand.cut,
    shortageTier: supply.tier,
    lostOrdersTier: demand.tier,
    atRisk,
  }
}

/** The same firm named twice stops by the larger share. */
function ownCuts(firms: number, stops: readonly Stop[]): Float64Array {
  const own = new Float64Array(firms)
  for (const { firm, share } of stops) own[firm] = Math.max(own[firm] ?? 0, Math.min(Math.max(share, 0), 1))
  return own
}

/** A year of sales: the reported revenue, or the known trades where they are more; 0 = nothing known. */
export function salesBase(graph: SupplyGraph, revenue: Float64Array): Float64Array {
  const base = new Float64Array(graph.firms)
  for (let trade = 0; trade < graph.yuan.length; trade += 1) {
    const yuan = graph.yuan[trade] ?? Number.NaN
    const supplier = graph.supplier[trade] ?? 0
    if (yuan > 0) base[supplier] = (base[supplier] ?? 0) + yuan
  }
  for (let firm = 0; firm < graph.firms; firm += 1) {
    const known = revenue[firm] ?? Number.NaN
    if (known > (base[firm] ?? 0)) base[firm] = known
  }
  return base
}
