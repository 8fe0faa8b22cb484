import type { IndustryClusterCard } from '@contract/industryClusters'
import { countText, decimalText, measureText, revenueText, shareText } from '@/lib/format'
import { periodText } from '@/stores/viewWords'

/** One figure of a profile: what it is, how it was made, of what. */
export interface ProfileFigure {
  term: string
  value: string
  isMissing: boolean
  definition: string
  /** The inputs, so that anybody can compute it again. */
  inputs: string
}

const DENOMINATORS = { all: '全部企业', above: '规上企业', four: '四上企业' } as const
const wan = (value: string | null) => (value === null ? '未报送' : `${measureText(value)} 万元`)
const houses = (value: number) => `${countText(value)} 家`

function figure(
  term: string,
  value: string | null,
  missing: string,
  definition: string,
  inputs: string,
): ProfileFigure {
  return { term, value: value ?? missing, isMissing: value === null, definition, inputs }
}

export function profileFigures(card: IndustryClusterCard, province: string): ProfileFigure[] {
  return [...sizeFigures(card), ...ratioFigures(card, province), ...peopleFigures(card)]
}

function sizeFigures({ figures, share }: IndustryClusterCard): ProfileFigure[] {
  const { enterprises, aboveScale, revenueWan, revenueReporting } = figures
  return [
    figure(
      '规模',
      revenueWan === null ? null : revenueText(revenueWan),
      '未报送',
      '集群内该链（环节）企业营业收入之和；名录内已报送者。',
      `${wan(revenueWan)}；${countText(revenueReporting)} / ${countText(enterprises)} 家报送`,
    ),
    figure(
      '企业数',
      houses(enterprises),
      '',
      '按统一社会信用代码去重。',
      `全省该链 ${houses(share.provinceEnterprises)}`,
    ),
    figure(
      '规上企业',
      aboveScale === null ? null : houses(aboveScale),
      '未报送',
      '已纳入统计范围（四上在库）的企业。',
      aboveScale === null ? '没有企业报送是否纳统' : `占集群企业 ${shareOf(aboveScale, enterprises)}`,
    ),
  ]
}

const shareOf = (part: number, whole: number) => (whole === 0 ? '—' : shareText(String(part / whole)))

function ratioFigures(
  { concentration, quotient, growth, share }: IndustryClusterCard,
  province: string,
): ProfileFigure[] {
  const counted = (value: string | null) =>
    quotient.basis === 'revenue' ? wan(value) : value === null ? '未知' : houses(Number(value))
  return [
    figure(
      '集聚度',
      concentration.value === null ? null : shareText(concentration.value),
      concentration.fault === null ? '未报送' : '数据错误',
      `该链（环节）营业收入 ÷ 集群各区县营业收入；分母口径：${DENOMINATORS[concentration.denominatorScope]}。`,
      concentration.fault ??
        `${wan(concentration.numeratorWan)}（${houses(concentration.numeratorReporting)}报送）÷ ${wan(concentration.denominatorWan)}（${houses(concentration.denominatorReporting)}报送）`,
    ),
    figure(
      '区位商',
      quotient.value === null ? null : decimalText(quotient.value, 2, ''),
      quotient.reason === null ? '未测算' : '无法判断',
      `集群区县该链（环节）占比 ÷ ${province}该链（环节）占比，按${quotient.basis === 'revenue' ? '营业收入' : '企业数'}；大于 1 为更专。`,
      quotient.reason ??
        `（${counted(quotient.part)} ÷ ${counted(quotient.whole)}）÷（${counted(quotient.referencePart)} ÷ ${counted(quotient.referenceWhole)}）`,
    ),
    figure(
      '收入增速',
      growth.value === null ? null : shareText(growth.value),
      '缺',
      '按现有数据推算，非统计口径：与上年同期已报送营业收入之和相比。',
      growth.reason ??
        `${growth.beforePeriod === null ? '上年' : periodText(growth.beforePeriod)} ${wan(growth.beforeWan)}（${houses(growth.beforeReporting)}）→ 本期 ${wan(growth.nowWan)}（${houses(growth.nowReporting)}）`,
    ),
    figure(
      '占全省该链',
      share.revenue === null ? shareText(share.enterprises) : shareText(share.revenue),
      '',
      share.revenue === null ? '按企业数。' : '按营业收入。',
      `企业占 ${shareText(share.enterprises)}（全省 ${houses(share.provinceEnterprises)}）；收入占 ${share.revenue === null ? '未报送' : shareText(share.revenue)}（全省 ${wan(share.provinceRevenueWan)}）`,
    ),
  ]
}

function peopleFigures({ honours, leaders, communities }: IndustryClusterCard): ProfileFigure[] {
  const tiers = honours?.tiers.map(({ name, enterprises }) => `${name} ${enterprises}`).join('，')
  return [
    figure(
      '优质企业',
      honours === null ? null : houses(honours.total),
      '未导入',
      '在有效期内持有称号的企业，去重；各档各计一次，不可相加。',
      tiers ?? '没有导入荣誉名单',
    ),
    figure(
      '链主',
      leaders === null ? null : houses(leaders.length),
      '未导入',
      '链主名单中位于集群区县、且在该链（环节）的企业。',
      leaders === null ? '没有导入链主名单' : leaders.map(({ name }) => name).join('、') || '没有链主位于集群内',
    ),
    figure(
      '整零共同体',
      communities === null ? null : `${communities.communities} 个`,
      '未导入',
      '集群内的链主，与位于集群区县的企业（不限链条）有供应关系的。',
      communities === null
        ? '没有导入供应关系或链主名单'
        : `链主和上下游企业共 ${houses(communities.enterprises)}（去重）`,
    ),
  ]
}
