import type { ClusterRegion } from '@contract/clusters'
import type { Figures } from '@contract/panorama'
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
}

const fact = (term: string, value: string | null, missing: string, definition: string, note?: string): StoryFigure => ({
  term,
  text: value ?? missing,
  isMissing: value === null,
  definition,
  ...(note !== undefined && value !== null && { note }),
})

const houses = (value: number | null) => (value === null ? null : `${countText(value)} 家`)

/** Figures in words; null is 未报送 or 未导入, never zero. */
export function storyFigures(figures: Figures): StoryFigure[] {
  const { enterprises, revenueReporting, revenueWan } = figures
  const of = (value: Parameters<typeof indicatorOf>[0]) => indicatorOf(value).definition
  return [
    fact('链上企业', houses(enterprises), '', of('enterprises')),
    fact('营业收入', revenueWan === null ? null : revenueText(revenueWan), '未报送', of('revenue')),
    fact(
      '报送营收',
      `${countText(revenueReporting)} / ${countText(enterprises)} 家`,
      '',
      '在本统计期报送了营业收入的企业数 / 企业数；营业收入只是前者之和。',
    ),
    fact('规上企业', houses(figures.aboveScale), '未报送', of('aboveScale')),
    fact('优质企业', houses(figures.honoured), '未导入', of('honoured')),
    fact('链主', houses(figures.leaders), '未导入', '已发布的链主名单中的企业。'),
  ]
}

const BASIS = { revenue: '按营业收入', enterprises: '按企业数' } as const

/** The ratios of one region; the quotient says what it compares with, on what basis and how many reported. */
export function ratioFigures(region: ClusterRegion, reference: string): StoryFigure[] {
  const { concentration, quotient, quotientBasis, growth, figures } = region
  const reported = `${countText(figures.revenueReporting)} 家报送`
  const basis = quotientBasis && BASIS[quotientBasis]
  const rests = quotientBasis === 'revenue' ? reported : `${countText(figures.enterprises)} 家企业`
  return [
    fact(
      '产业集聚度',
      concentration === null ? null : shareText(concentration),
      '未测算',
      indicatorOf('concentration').definition,
      reported,
    ),
    fact(
      '区位商',
      quotient === null ? null : decimalText(quotient, 2, ''),
      '未测算',
      indicatorOf('quotient').definition,
      basis === null ? undefined : `${basis}，${rests}；参照${reference}`,
    ),
    fact(
      '收入增速',
      growth === null ? null : shareText(growth),
      '缺上年同期',
      indicatorOf('growth').definition,
      '推算',
    ),
  ]
}
