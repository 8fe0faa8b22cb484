import type { View } from '@contract/common'
import type { Figures } from '@contract/panorama'
import type { StrengthRule } from '@domain/chain/strength'
import type { Profile } from '@server/profile'

export const SCOPES: Record<View['scope'], string> = {
  all: '全口径（名录内全部企业）',
  above: '规上工业',
  four: '四上企业',
}
export const MODES: Record<View['mode'], string> = { current: '现区划还原', asof: '当期区划' }

interface MethodInput {
  view: View
  profile: Profile
  figures: Figures
  /** Name of the superior region used for 区位商; null = none. */
  reference: string | null
  statKnown: boolean
}

/** 口径: how the numbers of a panorama were made, in the sentences that every export carries. */
export function methodOf({ view, profile, figures, reference, statKnown }: MethodInput): string[] {
  return [
    `口径：${SCOPES[view.scope]}；区划：${MODES[view.mode]}；产业链版本 ${view.edition}。`,
    '企业数按统一社会信用代码去重；一家企业可在多个环节，环节各计一次，分组、阶段和全链合计只计一次，故分项之和可大于合计。',
    figures.revenueReporting === 0
      ? `${view.period} 年度营业收入：未报送，圆面积按企业数。`
      : `营业收入为 ${view.period} 期已报送企业之和（${figures.revenueReporting} 家报送）；跨环节企业的收入在各环节均计入。`,
    '营业收入之和若会暴露单个企业的数据，或可与其他数字相减推出，则不公布；这样的环节，强弱判定改按企业数计算的区位商。',
    strengthRule(profile.strength, statKnown, reference),
    reference ? `区位商以${reference}为参照。` : '区位商：无上级区域数据，未计算。',
    ...(statKnown
      ? ['规上企业 = 已纳入统计范围（四上在库）的企业；口径“规上工业”另限 B、C、D 门类，行业代码缺失的按工业计。']
      : []),
  ]
}

/** The thresholds as they were applied here: without a superior region they differ. */
function strengthRule(rule: StrengthRule, statKnown: boolean, reference: string | null): string {
  if (!statKnown) return '强弱判定：无企业报送纳统情况，退按企业数推算。'
  const missing = `规上少于 ${rule.missingAboveScale} 家为缺`
  if (reference !== null) {
    return `强弱判定：${missing}，区位商低于 ${rule.weakLq} 为弱，规上不少于 ${rule.strongAboveScale} 家且区位商不低于 ${rule.strongLq} 为强，其余一般。`
  }
  const strong = rule.strongAboveScale * rule.factorWithoutLq
  return `强弱判定：${missing}，不多于 ${rule.weakAboveScale} 家为弱，不少于 ${strong} 家为强，其余一般（无上级区域可比，只看家数）。`
}
