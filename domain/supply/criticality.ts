/** Weights and threshold are ours (C-19: no public ones) and stand beside the result. */
export interface CriticalityRule {
  /** 供给占比. */
  w1: number
  /** 替代难度. */
  w2: number
  /** 中介中心度. */
  w3: number
  /** τ, 0–1: below this 替代难度 an entry is demoted. */
  tau: number
}

/** With τ = 0.25 four firms that could step in demote an entry. */
export const DEFAULT_CRITICALITY: CriticalityRule = { w1: 0.4, w2: 0.4, w3: 0.2, tau: 0.25 }

/** A 环节 or a firm whose 关键度 is asked for. */
export interface Candidate {
  key: string
  /** 供给占比, 0–1; NaN = not known. */
  supplyShare: number
  /** 合格替代企业数 in the province. */
  substitutes: number
  /** 0–1, as `betweenness` gives it; NaN = not calculated. */
  betweenness: number
}

export interface Criticality extends Candidate {
  /** 替代难度 = 1 ÷ (1 + 替代企业数). */
  difficulty: number
  /** 关键度 as though nobody could step in (替代难度 = 1), 0–1. */
  before: number
  /** 关键度 with 替代难度, and what demotion leaves of it, 0–1. */
  after: number
  /** From 1; equal values share a rank. */
  rankBefore: number
  rankAfter: number
  isDemoted: boolean
  /** What is not known and left out, the other weights standing for all. */
  missing: readonly ('supplyShare' | 'betweenness')[]
}

const DIGITS = 1e9
const rounded = (value: number) => Math.round(value * DIGITS) / DIGITS

/**
 * 关键度与伪关键纠偏 (features C-19): K = (w1·供给占比 + w2·替代难度 + w3·中介中心度) ÷ Σw, a part that is not known left out of
 * both sums. `before` takes 替代难度 as 1. `after` takes it as it is, and where it is below τ the entry is demoted: K × 替代难度 ÷ τ,
 * so that the last of many firms that could step in changes little and the first much, without a jump at τ. Sorted by `after`,
 * then `before`, then key. Throws a RangeError for weights or τ outside 0–1, weights that are all 0, a share outside 0–1 and a
 * number of substitutes that is none.
 */
export function criticality(candidates: readonly Candidate[], rule: CriticalityRule): Criticality[] {
  checkRule(rule)
  const judged = candidates.map((candidate) => judge(candidate, rule))
  const [before, after] = [ranks(judged.map((own) => own.before)), ranks(judged.map((own) => own.after))]
  return judged
    .map((own) => ({ ...own, rankBefore: before(own.before), rankAfter: after(own.after) }))
    .sort((a, b) => b.after - a.after || b.before - a.before || (a.key < b.key ? -1 : 1))
}

function checkRule({ w1, w2, w3, tau }: CriticalityRule): void {
  for (const part of [w1, w2, w3, tau])
    if (!(part >= 0 && part <= 1)) throw new RangeError(`weight or threshold: ${part}`)
  if (w1 + w2 + w3 === 0) throw new RangeError('all weights are 0')
}

type Judged = Omit<Criticality, 'rankBefore' | 'rankAfter'>

function judge(candidate: Candidate, { w1, w2, w3, tau }: CriticalityRule): Judged {
  const { key, supplyShare, substitutes, betweenness } = candidate
  for (const part of [supplyShare, betweenness])
    if (part < 0 || part > 1) throw new RangeError(`${key}: ${part} is outside 0–1`)
  if (!Number.isInteger(substitutes) || substitutes < 0) throw new RangeError(`${key}: ${substitutes} substitutes`)
  const difficulty = 1 / (1 + substitutes)
  const value = (hardness: number) => {
    const parts = [
      [w1, supplyShare],
      [w2, hardness],
      [w3, betweenness],
    ].filter(([, part]) => !Number.isNaN(part))
    const weights = parts.reduce((sum, [weight = 0]) => sum + weight, 0)
    return weights > 0 ? parts.reduce((sum, [weight = 0, part = 0]) => sum + weight * part, 0) / weights : 0
  }
  const isDemoted = difficulty < tau
  return {
    ...candidate,
    difficulty,
    before: rounded(value(1)),
    after: rounded(value(difficulty) * (isDemoted ? difficulty / tau : 1)),
    isDemoted,
    missing: (['supplyShare', 'betweenness'] as const).filter((name) => Number.isNaN(candidate[name])),
  }
}

/** 1 + how many are larger. */
function ranks(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => b - a)
  const first = new Map<number, number>()
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
  })
  return (value) => first.get(value) ?? sorted.length + 1
}
