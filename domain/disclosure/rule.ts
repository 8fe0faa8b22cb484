import type { Suppression } from './suppression'

/** 抑制规则, after 统计法 第二十五条; the thresholds are the operator's. */
export interface DisclosureRule {
  /** Fewer reporting enterprises than this make a sum unsafe. */
  minCount: number
  /** Percent of the sum: more than this from the largest enterprise makes it unsafe. */
  top1Percent: number
  /** The same of the two largest together. */
  top2Percent: number
}

export const DEFAULT_RULE: DisclosureRule = { minCount: 3, top1Percent: 85, top2Percent: 90 }

/** Names the rule that stored flags were made with. */
export const ruleKey = (rule: DisclosureRule | null): string =>
  rule === null ? 'off' : `v1 ${rule.minCount} ${rule.top1Percent} ${rule.top2Percent}`

/** What the rule looks at. Amounts are integers of 1/10000 万元 (one 元), so that the bounds are met exactly. */
export interface Contribution {
  reporting: number
  sum: number
  /** The two largest; -Infinity where there is none. */
  largest: number
  second: number
}

/** Unsafe by itself: too few enterprises, or one or two that make up nearly all of it. Zero and negative sums have no shares. */
export function primaryReason(cell: Contribution, rule: DisclosureRule): Exclude<Suppression, 'complementary'> | null {
  const { reporting, sum, largest, second } = cell
  if (reporting === 0) return null
  if (reporting < rule.minCount) return 'few'
  if (sum <= 0) return null
  if (largest * 100 > rule.top1Percent * sum) return 'dominant'
  return reporting > 1 && (largest + second) * 100 > rule.top2Percent * sum ? 'dominant' : null
}
