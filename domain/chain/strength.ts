import type { QuotientBasis } from '../indicator/locationQuotient'
import { percentText, roundHalfUp } from '../indicator/rounding'

/** Parameters of 强/一般/弱/缺; every province may set its own. Counts are enterprises, ratios 0–1. */
export interface StrengthRule {
  /** 缺 below this number of 规上 enterprises. */
  missingAboveScale: number
  /** 强 needs at least this number of 规上 enterprises. */
  strongAboveScale: number
  /** 强 needs at least this 区位商. */
  strongLq: number
  /** 弱 below this 区位商. */
  weakLq: number
  /** 弱 up to this number of 规上 enterprises, when no 区位商 says otherwise. */
  weakAboveScale: number
  /** 弱 when local suppliers cover less than this part of the 链主 purchases. */
  weakLocalSupply: number
  /** Fallback by counts: 缺 below this number of enterprises of any size. */
  missingEnterprises: number
  /** Fallback by counts: 弱 up to this number, when no 区位商 says otherwise. */
  weakEnterprises: number
  /** Fallback by counts: 强 needs at least this number. */
  strongEnterprises: number
  /** Without any 区位商 (no superior region to compare with) 强 needs this many times the number. */
  factorWithoutLq: number
}

/**
 * The above-scale numbers are the published rule: one 规上 firm makes a node present, three make it strong, LQ 1 is the
 * superior region's average. The count fallback must ask for more, because a register is mostly small, partly closed firms:
 * in Chinese industry about one registered maker in ten is 规上, so strongEnterprises 30 stands for three of them;
 * one or two firms of unknown size (weakEnterprises 2) are a dependence on single hands, hence weak; none is missing.
 * A whole province without a national figure has no LQ: one or two 规上 firms in all of it are weak, and three prove
 * little, so three times as many are asked of strong.
 */
export const DEFAULT_STRENGTH_RULE: StrengthRule = {
  missingAboveScale: 1,
  strongAboveScale: 3,
  strongLq: 1,
  weakLq: 1,
  weakAboveScale: 2,
  weakLocalSupply: 0.3,
  missingEnterprises: 1,
  weakEnterprises: 2,
  strongEnterprises: 30,
  factorWithoutLq: 3,
}

export interface StrengthInput {
  enterprises: number
  /** 规上 enterprises; null = nobody reported 纳统, which switches to counts. */
  aboveScale: number | null
  lq: number | null
  lqBasis: QuotientBasis | null
  /** 本地配套率 of the 链主 for this node, 0–1. */
  localSupplyRatio: number | null
}

export interface StrengthVerdict {
  strength: 'strong' | 'fair' | 'weak' | 'missing'
  /** Which number of enterprises was counted. */
  basis: 'above-scale' | 'enterprises'
  /** The test that decided. */
  decidedBy: StrengthTest
  /** One Chinese sentence with the numbers; says when it fell back to counts. */
  text: string
}

export type StrengthTest =
  | 'no-above-scale'
  | 'no-enterprise'
  | 'local-supply-below'
  | 'lq-below'
  | 'few-enterprises'
  | 'lq-and-count'
  | 'count-without-lq'
  | 'count-below-strong'
  | 'lq-below-strong'

const FALLBACK_NOTE = '（未报送纳统情况，按企业数推算）'
const LQ_DIGITS = 2

/**
 * 强/一般/弱/缺, tested in this order: 缺 (too few firms), 弱 (本地配套率, then 区位商, then, by counts only, very few firms),
 * 强 (enough firms and LQ), else 一般. Without an LQ one or two 规上 firms are weak and strong takes many more firms.
 */
export function judgeStrength(input: StrengthInput, rule: StrengthRule): StrengthVerdict {
  const basis = input.aboveScale === null ? 'enterprises' : 'above-scale'
  const { strength, decidedBy, reason } = decide(input, rule)
  const text = `${reason}${basis === 'enterprises' ? FALLBACK_NOTE : ''}`
  return { strength, basis, decidedBy, text }
}

interface Decision {
  strength: StrengthVerdict['strength']
  decidedBy: StrengthTest
  reason: string
}

function decide(input: StrengthInput, rule: StrengthRule): Decision {
  return findMissing(input, rule) ?? findWeak(input, rule) ?? findStrongOrFair(input, rule)
}

function findMissing(input: StrengthInput, rule: StrengthRule): Decision | null {
  const { aboveScale, enterprises } = input
  if (aboveScale !== null) {
    if (aboveScale >= rule.missingAboveScale) return null
    const others = enterprises > aboveScale ? `，另有规下或未纳统企业 ${enterprises - aboveScale} 家` : ''
    const reason = `缺：规上企业 ${aboveScale} 家，少于 ${rule.missingAboveScale} 家${others}`
    return { strength: 'missing', decidedBy: 'no-above-scale', reason }
  }
  if (enterprises >= rule.missingEnterprises) return null
  const reason = `缺：企业 ${enterprises} 家，少于 ${rule.missingEnterprises} 家`
  return { strength: 'missing', decidedBy: 'no-enterprise', reason }
}

function findWeak(input: StrengthInput, rule: StrengthRule): Decision | null {
  const { lq, localSupplyRatio: supply } = input
  if (supply !== null && supply < rule.weakLocalSupply) {
    const reason = `弱：本地配套率 ${percentText(supply)}%，低于 ${percentText(rule.weakLocalSupply)}%；${countText(input)}`
    return { strength: 'weak', decidedBy: 'local-supply-below', reason }
  }
  if (lq !== null && lq < rule.weakLq) {
    return {
      strength: 'weak',
      decidedBy: 'lq-below',
      reason: `弱：${lqText(input)}，低于 ${rule.weakLq}；${countText(input)}`,
    }
  }
  const few = input.aboveScale === null ? rule.weakEnterprises : rule.weakAboveScale
  if ((input.aboveScale ?? input.enterprises) <= few && (lq === null || input.aboveScale === null)) {
    const reason = `弱：${countText(input)}，不多于 ${few} 家`
    return { strength: 'weak', decidedBy: 'few-enterprises', reason }
  }
  return null
}

function findStrongOrFair(input: StrengthInput, rule: StrengthRule): Decision {
  const needed = neededForStrong(input, rule)
  const enough = (input.aboveScale ?? input.enterprises) >= needed
  if (!enough) {
    const reason = `一般：${countText(input)}，不足 ${needed} 家；${lqText(input)}`
    return { strength: 'fair', decidedBy: 'count-below-strong', reason }
  }
  if (input.lq === null) {
    const reason = `强：${countText(input)}，不少于 ${needed} 家；无上级区域可比，区位商未参与判定`
    return { strength: 'strong', decidedBy: 'count-without-lq', reason }
  }
  if (input.lq < rule.strongLq) {
    const reason = `一般：${lqText(input)}，未达到 ${rule.strongLq}；${countText(input)}`
    return { strength: 'fair', decidedBy: 'lq-below-strong', reason }
  }
  const reason = `强：${lqText(input)}，不低于 ${rule.strongLq}，且${countText(input)}，不少于 ${needed} 家`
  return { strength: 'strong', decidedBy: 'lq-and-count', reason }
}

function neededForStrong(input: StrengthInput, rule: StrengthRule): number {
  const needed = input.aboveScale === null ? rule.strongEnterprises : rule.strongAboveScale
  return input.lq === null ? needed * rule.factorWithoutLq : needed
}

function countText(input: StrengthInput): string {
  return input.aboveScale === null ? `企业 ${input.enterprises} 家` : `规上企业 ${input.aboveScale} 家`
}

function lqText({ lq, lqBasis }: StrengthInput): string {
  if (lq === null) return '区位商无法计算'
  const basis = lqBasis === 'revenue' ? '（按营业收入）' : lqBasis === 'enterprises' ? '（按企业数）' : ''
  return `区位商 ${roundHalfUp(lq, LQ_DIGITS)}${basis}`
}
