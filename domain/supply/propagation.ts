import { ExactSums } from './exactSums'
import type { KnockOut } from './knockOut'
import { tradesOf, type SupplyGraph } from './supplyGraph'

/** 缺料 goes down to buyers, 断单 up to suppliers. */
export type WaveName = 'shortage' | 'lostOrders'

/** A firm newly hit by a wave; one that both waves hit has two, with the same amount. */
export interface Hit {
  firm: number
  wave: WaveName
  /** 0–1, at the end of the run: later tiers may add to what first hit it. */
  cut: number
  /** The cut is a lower bound; where it is 0, nothing could be counted at all. */
  isUncounted: boolean
  /** 风险收入 of the firm by both waves, 元; NaN = not known. */
  atRisk: number
  /** The trades over which the wave first came, by number. */
  trades: number[]
}

export interface PropagationStep {
  /** 0 = the firms that stop. */
  tier: number
  /** Firms that no earlier tier hit, each once, and their 风险收入 in 元; `unknown` of them have none that is known. */
  firms: number
  yuan: number
  unknown: number
  /** Newly hit firms by wave, all of them: `hits` lists the first of them. */
  shortages: number
  lostOrders: number
  /** The largest amount first, unknown ones last. */
  hits: Hit[]
}

/**
 * 传导过程, tier by tier, for drawing it step by step: tier 0 and every tier up to the last that hit anybody. `most` hits a
 * tier are listed; the counts are of all.
 */
export function propagation(graph: SupplyGraph, run: KnockOut, most = Number.POSITIVE_INFINITY): PropagationStep[] {
  const sums = new ExactSums(run.assumptions.tiers + 1)
  const steps = Array.from({ length: run.assumptions.tiers + 1 }, (_, tier) => blankStep(tier))
  const [start] = steps
  if (start) start.firms = run.stopped.length
  for (const firm of run.hit) {
    const [short, without] = [run.shortageTier[firm] ?? 0, run.lostOrdersTier[firm] ?? 0]
    const first = steps[short > 0 && (without <= 0 || short < without) ? short : without]
    if (first) count(first, sums, run.atRisk[firm] ?? Number.NaN)
    if (short > 0) list(steps[short], run, firm, 'shortage', most)
    if (without > 0) list(steps[without], run, firm, 'lostOrders', most)
  }
  const last = Math.max(...steps.map(({ tier, shortages, lostOrders }) => (shortages + lostOrders > 0 ? tier : 0)))
  return steps.slice(0, last + 1).map((step) => {
    const hits = step.hits.sort(byAmount).slice(0, most)
    for (const hit of hits) hit.trades = cameOver(graph, run, hit, step.tier)
    return { ...step, yuan: sums.at(step.tier), hits }
  })
}

const blankStep = (tier: number): PropagationStep => ({
  tier,
  firms: 0,
  yuan: 0,
  unknown: 0,
  shortages: 0,
  lostOrders: 0,
  hits: [],
})

function count(step: PropagationStep, sums: ExactSums, yuan: number): void {
  step.firms += 1
  if (Number.isNaN(yuan)) step.unknown += 1
  else sums.move(step.tier, 0, yuan)
}

/** Of a million hits only the largest are kept, now and then. */
const KEPT = 4

function list(step: PropagationStep | undefined, run: KnockOut, firm: number, wave: WaveName, most: number): void {
  if (!step) return
  const isShort = wave === 'shortage'
  if (isShort) step.shortages += 1
  else step.lostOrders += 1
  step.hits.push({
    firm,
    wave,
    cut: (isShort ? run.shortage : run.lostOrders)[firm] ?? 0,
    isUncounted: (isShort ? run.shortageUncounted : run.lostOrdersUncounted)[firm] === 1,
    atRisk: run.atRisk[firm] ?? Number.NaN,
    trades: [],
  })
  if (step.hits.length > KEPT * (most + 1)) step.hits = step.hits.sort(byAmount).slice(0, most)
}

const orZero = (value: number) => (Number.isNaN(value) ? 0 : value)
const byAmount = (a: Hit, b: Hit) =>
  orZero(b.atRisk) - orZero(a.atRisk) || b.cut - a.cut || a.firm - b.firm || (a.wave < b.wave ? -1 : 1)

/** Trades with firms that an earlier tier hit and that pass something on. */
function cameOver(graph: SupplyGraph, run: KnockOut, { firm, wave }: Hit, tier: number): number[] {
  const isShort = wave === 'shortage'
  const tiers = isShort ? run.shortageTier : run.lostOrdersTier
  const cuts = isShort ? run.shortage : run.lostOrders
  const pass = isShort ? run.assumptions.passDown : run.assumptions.passUp
  const other = isShort ? graph.supplier : graph.buyer
  const passesOn = (from: number) => {
    const at = tiers[from] ?? -1
    return at === 0 || (at > 0 && at < tier && pass > 0 && (cuts[from] ?? 0) > 0)
  }
  const own = tradesOf(isShort ? graph.purchases : graph.sales, firm)
  return [...own.filter((trade) => passesOn(other[trade] ?? firm))]
}
