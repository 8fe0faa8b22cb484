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
  const steps = [{ ...blankStep(0), firms: run.stopped.length }]
  for (const firm of run.hit) {
    const [short, without] = [run.shortageTier[firm] ?? 0, run.lostOrdersTier[firm] ?? 0]
    const first = Math.min(...[short, without].filter((tier) => tier > 0))
    count(stepOf(steps, first), run.atRisk[firm] ?? Number.NaN)
    if (short > 0) stepOf(steps, short).hits.push(bareHit(run, firm, 'shortage'))
    if (without > 0) stepOf(steps, without).hits.push(bareHit(run, firm, 'lostOrders'))
  }
  return steps.map((step) => {
    const hits = step.hits.sort(byAmount).slice(0, most)
    const shortages = step.hits.filter(({ wave }) => wave === 'shortage').length
    for (const hit of hits) hit.trades = cameOver(graph, run, hit, step.tier)
    return { ...step, shortages, lostOrders: step.hits.length - shortages, hits }
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

function stepOf(steps: PropagationStep[], tier: number): PropagationStep {
  for (let next = steps.length; next <= tier; next += 1) steps.push(blankStep(next))
  return steps[tier] ?? blankStep(tier)
}

function count(step: PropagationStep, yuan: number): void {
  step.firms += 1
  if (Number.isNaN(yuan)) step.unknown += 1
  else step.yuan += yuan
}

function bareHit(run: KnockOut, firm: number, wave: WaveName): Hit {
  const isShort = wave === 'shortage'
  return {
    firm,
    wave,
    cut: (isShort ? run.shortage : run.lostOrders)[firm] ?? 0,
    isUncounted: (isShort ? run.shortageUncounted : run.lostOrdersUncounted)[firm] === 1,
    atRisk: run.atRisk[firm] ?? Number.NaN,
    trades: [],
  }
}

const orZero = (value: number) => (Number.isNaN(value) ? 0 : value)
const byAmount = (a: Hit, b: Hit) =>
  orZero(b.atRisk) - orZero(a.atRisk) || b.cut - a.cut || a.firm - b.firm || a.wave.localeCompare(b.wave)

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
