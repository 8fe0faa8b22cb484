import type { ClusterIndicator, ClusterRegion } from '@contract/clusters'
import type { Suppression } from '@domain/disclosure/suppression'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'

export interface IndicatorChoice {
  value: ClusterIndicator
  label: string
  unit: string
  definition: string
  /** The number as the server gave it; null is 未报送 and never zero. */
  of: (region: ClusterRegion) => string | null
  /** A number of this indicator in words, with its unit. */
  text: (value: string) => string
  /** Why there is none. */
  missing: string
  /** Of its card. */
  figure: FigureIndicator
  /** 不公布: why the number of a region may not be shown; null where it may. */
  suppressed: (region: ClusterRegion) => Suppression | null
  /** 推算: how, where the number is estimated. */
  estimated?: string
  breaks: readonly number[]
  diverging: boolean
}

const countOf = (value: number | null) => (value === null ? null : String(value))
const houses = (value: string) => `${countText(Number(value))} 家`
const percent = (value: string) => shareText(value)
/** Who is in the register is public. */
const never = () => null
const COUNTED = { unit: '家', text: houses, diverging: false, suppressed: never } as const

/** A ratio is withheld along with a sum in it; the sum of its own region says why, or another one gives it away. */
const ratioSuppressed =
  (id: ClusterRegion['suppressed'][number]) =>
  ({ suppressed, figures }: ClusterRegion): Suppression | null =>
    suppressed.includes(id) ? (figures.revenueSuppressed ?? 'complementary') : null

export const ESTIMATED_GROWTH = '按现有数据推算，非统计口径'
const YI_WAN = 10_000

export const INDICATORS: readonly IndicatorChoice[] = [
  {
    ...COUNTED,
    value: 'enterprises',
    figure: 'enterprises',
    label: '企业数',
    definition: '该链（环节）上的企业，按统一社会信用代码去重，一家只属于一个地区。',
    of: ({ figures }) => countOf(figures.enterprises),
    missing: '未报送',
    breaks: [10, 20, 50, 100],
  },
  {
    value: 'revenue',
    figure: 'revenue',
    suppressed: ({ figures }) => figures.revenueSuppressed,
    label: '营业收入',
    unit: '亿元',
    definition: '该链（环节）上已报送企业的营业收入之和；未报送的不按零计，也不推算。',
    of: ({ figures }) => figures.revenueWan,
    text: revenueText,
    missing: '未报送',
    breaks: [YI_WAN, 5 * YI_WAN, 20 * YI_WAN, 100 * YI_WAN],
    diverging: false,
  },
  {
    value: 'concentration',
    figure: 'concentration',
    suppressed: ratioSuppressed('concentration'),
    label: '产业集聚度',
    unit: '%',
    definition: '该链（环节）营业收入 ÷ 该地区名录内全部企业营业收入。',
    of: ({ concentration }) => concentration,
    text: percent,
    missing: '未测算',
    breaks: [0.05, 0.1, 0.2, 0.4],
    diverging: false,
  },
  {
    value: 'quotient',
    figure: 'location-quotient',
    suppressed: ratioSuppressed('quotient'),
    label: '区位商',
    unit: '',
    definition: '该地区该链（环节）占比 ÷ 上级地区该链（环节）占比；大于 1 表示比上级平均更集中。',
    of: ({ quotient }) => quotient,
    text: (value) => decimalText(value, 2, ''),
    missing: '未测算',
    breaks: [0.5, 0.8, 1.2, 2],
    diverging: false,
  },
  {
    ...COUNTED,
    value: 'honoured',
    figure: 'honoured',
    label: '优质企业数',
    definition: '在有效期内持有专精特新、小巨人、单项冠军、瞪羚等称号的企业，一家只计一次。',
    of: ({ figures }) => countOf(figures.honoured),
    missing: '未导入荣誉名单',
    breaks: [2, 5, 10, 20],
  },
  {
    ...COUNTED,
    value: 'aboveScale',
    figure: 'above-scale',
    label: '规上企业数',
    definition: '已纳入统计范围的企业。',
    of: ({ figures }) => countOf(figures.aboveScale),
    missing: '未报送',
    breaks: [5, 10, 20, 50],
  },
  {
    value: 'growth',
    figure: 'revenue-growth',
    suppressed: ratioSuppressed('growth'),
    estimated: ESTIMATED_GROWTH,
    label: '收入增速',
    unit: '%',
    definition: '本期与上年同期已报送营业收入之和相比；按现有数据推算，非统计口径。',
    of: ({ growth }) => growth,
    text: percent,
    missing: '缺上年同期',
    breaks: [0.1, 0.3],
    diverging: true,
  },
]

export function indicatorOf(value: ClusterIndicator): IndicatorChoice {
  const found = INDICATORS.find((indicator) => indicator.value === value)
  if (!found) throw new Error(`unknown indicator ${value}`)
  return found
}

/** What a region shows for an indicator; without any enterprise there is nothing to report. */
export function shownIndicator(indicator: IndicatorChoice, region: ClusterRegion): ShownFigure {
  const { of, suppressed, estimated, missing, text } = indicator
  const hasNobody = region.figures.enterprises === 0
  return shownFigure(
    {
      value: of(region),
      suppressed: suppressed(region),
      estimated,
      missing: hasNobody ? '无企业' : missing,
      missingReason: hasNobody ? '本地区没有该链（环节）的企业' : undefined,
    },
    text,
  )
}

export const indicatorText = (indicator: IndicatorChoice, region: ClusterRegion): string =>
  shownIndicator(indicator, region).text
