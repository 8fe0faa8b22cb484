import type { IndustryClusterCard } from '@contract/industryClusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import type { ShownFigure } from '@/lib/figureLook'
import { countText, measureText, shareText } from '@/lib/format'
import type { PlainReason } from '@/lib/plainNumbers'
import { shownCount } from '@/lib/shownFigures'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { periodText } from '@/stores/viewWords'
import {
  shownAboveScale,
  shownConcentration,
  shownGrowth,
  shownHonoured,
  shownHouses,
  shownLeaders,
  shownQuotient,
  shownShareOf,
  shownSize,
} from './clusterLooks'

/** One figure of a profile: what it is, how it was made, of what. */
export interface ProfileFigure {
  term: string
  shown: ShownFigure
  /** What its card is about; without one, why. */
  indicator: FigureIndicator | null
  plain?: PlainReason
  definition: string
  /** The inputs, so that anybody can compute it again. */
  inputs: string
}

const DENOMINATORS = { all: '全部企业', above: '规上企业', four: '四上企业' } as const
const wan = (value: string | null, suppressed: unknown = null) =>
  suppressed ? SUPPRESSED_TEXT : value === null ? '未报送' : `${measureText(value)} 万元`
const houses = (value: number) => `${countText(value)} 家`
const inHouses = (shown: ShownFigure): ShownFigure =>
  shown.look === 'value' || shown.look === 'zero' ? { ...shown, text: `${shown.text} 家` } : shown

function figure(
  term: string,
  shown: ShownFigure,
  indicator: FigureIndicator,
  definition: string,
  inputs: string,
): ProfileFigure {
  return { term, shown, indicator, definition, inputs }
}

export function profileFigures(card: IndustryClusterCard, province: string): ProfileFigure[] {
  return [...sizeFigures(card), ...ratioFigures(card, province), shareFigure(card), ...peopleFigures(card)]
}

function sizeFigures(card: IndustryClusterCard): ProfileFigure[] {
  const { figures, share } = card
  const { enterprises, aboveScale, revenueWan, revenueSuppressed, revenueReporting } = figures
  return [
    figure(
      '规模',
      shownSize(card),
      'revenue',
      '集群内该链（环节）企业营业收入之和；名录内已报送者。',
      `${wan(revenueWan, revenueSuppressed)}；${countText(revenueReporting)} / ${countText(enterprises)} 家报送`,
    ),
    figure(
      '企业数',
      inHouses(shownHouses(card)),
      'enterprises',
      '按统一社会信用代码去重。',
      `全省该链 ${houses(share.provinceEnterprises)}`,
    ),
    figure(
      '规上企业',
      inHouses(shownAboveScale(card)),
      'above-scale',
      '已纳入统计范围（四上在库）的企业。',
      aboveScale === null ? '没有企业报送是否纳统' : `占集群企业 ${shareOf(aboveScale, enterprises)}`,
    ),
  ]
}

const shareOf = (part: number, whole: number) => (whole === 0 ? '—' : shareText(String(part / whole)))

function ratioFigures(card: IndustryClusterCard, province: string): ProfileFigure[] {
  const { concentration, quotient, growth } = card
  const counted = (value: string | null) =>
    quotient.basis === 'revenue' ? wan(value, quotient.suppressed) : value === null ? '未知' : houses(Number(value))
  const before = growth.beforePeriod === null ? '上年' : periodText(growth.beforePeriod)
  return [
    figure(
      '集聚度',
      shownConcentration(card),
      'concentration',
      `该链（环节）营业收入 ÷ 集群各区县营业收入；分母口径：${DENOMINATORS[concentration.denominatorScope]}。`,
      concentration.fault ??
        `${wan(concentration.numeratorWan, concentration.suppressed)}（${houses(concentration.numeratorReporting)}报送）÷ ${wan(concentration.denominatorWan, concentration.suppressed)}（${houses(concentration.denominatorReporting)}报送）`,
    ),
    figure(
      '区位商',
      shownQuotient(card),
      'location-quotient',
      `集群区县该链（环节）占比 ÷ ${province}该链（环节）占比，按${quotient.basis === 'revenue' ? '营业收入' : '企业数'}；大于 1 为更专。`,
      quotient.reason ??
        `（${counted(quotient.part)} ÷ ${counted(quotient.whole)}）÷（${counted(quotient.referencePart)} ÷ ${counted(quotient.referenceWhole)}）`,
    ),
    figure(
      '收入增速',
      shownGrowth(card),
      'revenue-growth',
      '按现有数据推算，非统计口径：与上年同期已报送营业收入之和相比。',
      growth.reason ??
        `${before} ${wan(growth.beforeWan, growth.suppressed)}（${houses(growth.beforeReporting)}）→ 本期 ${wan(growth.nowWan, growth.suppressed)}（${houses(growth.nowReporting)}）`,
    ),
  ]
}

/** By revenue where it is known and public, by enterprises otherwise. */
function shareFigure({ share }: IndustryClusterCard): ProfileFigure {
  const byRevenue = share.revenue !== null && share.revenueSuppressed === null
  const revenue = share.revenueSuppressed
    ? SUPPRESSED_TEXT
    : share.revenue === null
      ? '未报送'
      : shareText(share.revenue)
  return figure(
    '占全省该链',
    byRevenue ? shownShareOf(share.revenue) : shownShareOf(share.enterprises),
    byRevenue ? 'revenue-share' : 'share',
    byRevenue ? '按营业收入。' : '按企业数。',
    `企业占 ${shareText(share.enterprises)}（全省 ${houses(share.provinceEnterprises)}）；收入占 ${revenue}（全省 ${wan(share.provinceRevenueWan, share.revenueSuppressed)}）`,
  )
}

function peopleFigures(card: IndustryClusterCard): ProfileFigure[] {
  const { honours, leaders, communities } = card
  const tiers = honours?.tiers.map(({ name, enterprises }) => `${name} ${enterprises}`).join('，')
  return [
    figure(
      '优质企业',
      inHouses(shownHonoured(card)),
      'honoured',
      '在有效期内持有称号的企业，去重；各档各计一次，不可相加。',
      tiers ?? '没有导入荣誉名单',
    ),
    figure(
      '链主',
      inHouses(shownLeaders(card)),
      'leaders',
      '链主名单中位于集群区县、且在该链（环节）的企业。',
      leaders === null ? '没有导入链主名单' : leaders.map(({ name }) => name).join('、') || '没有链主位于集群内',
    ),
    {
      term: '整零共同体',
      shown: shownCount(communities?.communities ?? null, '未导入', ' 个'),
      indicator: null,
      plain: 'row-count',
      definition: '集群内的链主，与位于集群区县的企业（不限链条）有供应关系的；逐个列在本页下方。',
      inputs:
        communities === null
          ? '没有导入供应关系或链主名单'
          : `链主和上下游企业共 ${houses(communities.enterprises)}（去重）`,
    },
  ]
}
