import type { ClusterRegion } from '@contract/clusters'
import type { Figures } from '@contract/panorama'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'
import { indicatorOf } from './clusterIndicators'

export interface StoryFigure {
  term: string
  text: string
  isMissing: boolean
  /** 口径, on request. */
  definition: string
  /** What the number rests on. */
  note?: string
  /** Its card. */
  figure?: string
}

/** The reference of one of the numbers; without it they have no cards. */
export type ReferTo = (indicator: FigureIndicator) => string | undefined

const NO_CARD: ReferTo = () => undefined

interface Said {
  term: string
  value: string | null
  missing?: string
  definition: string
  note?: string | undefined
  figure: string | undefined
}

const fact = ({ term, value, missing = '', definition, note, figure }: Said): StoryFigure => ({
  term,
  text: value ?? missing,
  isMissing: value === null,
  definition,
  ...(note !== undefined && value !== null && { note }),
  ...(figure !== undefined && { figure }),
})

const houses = (value: number | null) => (value === null ? null : `${countText(value)} 家`)

/** Figures in words; null is 未报送 or 未导入, never zero. */
export function storyFigures(figures: Figures, refer: ReferTo = NO_CARD): StoryFigure[] {
  const { enterprises, revenueReporting, revenueWan } = figures
  const of = (value: Parameters<typeof indicatorOf>[0]) => indicatorOf(value).definition
  return [
    { term: '链上企业', value: houses(enterprises), definition: of('enterprises'), figure: refer('enterprises') },
    {
      term: '营业收入',
      value: revenueWan === null ? null : revenueText(revenueWan),
      missing: enterprises === 0 ? '无企业' : '未报送',
      definition: of('revenue'),
      figure: refer('revenue'),
    },
    {
      term: '报送营收',
      value: `${countText(revenueReporting)} / ${countText(enterprises)} 家`,
      definition: '在本统计期报送了营业收入的企业数 / 企业数；营业收入只是前者之和。',
      figure: refer('revenue-reporting'),
    },
    {
      term: '规上企业',
      value: houses(figures.aboveScale),
      missing: '未报送',
      definition: of('aboveScale'),
      figure: refer('above-scale'),
    },
    {
      term: '优质企业',
      value: houses(figures.honoured),
      missing: '未导入',
      definition: of('honoured'),
      figure: refer('honoured'),
    },
    {
      term: '链主',
      value: houses(figures.leaders),
      missing: '未导入',
      definition: '已发布的链主名单中的企业。',
      figure: refer('leaders'),
    },
  ].map(fact)
}

const BASIS = { revenue: '按营业收入', enterprises: '按企业数' } as const

/** The ratios of one region; the quotient says what it compares with, on what basis and how many reported. */
export function ratioFigures(region: ClusterRegion, reference: string, refer: ReferTo = NO_CARD): StoryFigure[] {
  const { concentration, quotient, quotientBasis, growth, figures } = region
  const reported = `${countText(figures.revenueReporting)} 家报送`
  const basis = quotientBasis && BASIS[quotientBasis]
  const rests = quotientBasis === 'revenue' ? reported : `${countText(figures.enterprises)} 家企业`
  return [
    {
      term: '产业集聚度',
      value: concentration === null ? null : shareText(concentration),
      missing: '未测算',
      definition: indicatorOf('concentration').definition,
      note: reported,
      figure: refer('concentration'),
    },
    {
      term: '区位商',
      value: quotient === null ? null : decimalText(quotient, 2, ''),
      missing: '未测算',
      definition: indicatorOf('quotient').definition,
      note: basis === null ? undefined : `${basis}，${rests}；参照${reference}`,
      figure: refer('location-quotient'),
    },
    {
      term: '收入增速',
      value: growth === null ? null : shareText(growth),
      missing: '缺上年同期',
      definition: indicatorOf('growth').definition,
      note: '推算',
      figure: refer('revenue-growth'),
    },
  ].map(fact)
}
