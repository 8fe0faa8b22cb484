import type { ClusterRegion } from '@contract/clusters'
import type { Figures } from '@contract/panorama'
import type { FigureIndicator } from '@domain/figure/figureRef'
import type { ShownFigure } from '@/lib/figureLook'
import { countText } from '@/lib/format'
import { shownCount } from '@/lib/shownFigures'
import { indicatorOf, shownIndicator } from './clusterIndicators'

export interface StoryFigure {
  term: string
  shown: ShownFigure
  /** 口径, on request. */
  definition: string
  /** What the number rests on. */
  note?: string | undefined
  /** Its card. */
  figure?: string | undefined
}

/** The reference of one of the numbers; without it they have no cards. */
export type ReferTo = (indicator: FigureIndicator) => string | undefined

const NO_CARD: ReferTo = () => undefined

type Value = Parameters<typeof indicatorOf>[0]

/** A region of which the figures alone are known. */
const ofFigures = (figures: Figures): ClusterRegion => ({
  code: '',
  name: '',
  unlocated: false,
  figures,
  concentration: null,
  quotient: null,
  quotientBasis: null,
  growth: null,
  suppressed: [],
})

function said(region: ClusterRegion, value: Value, term: string, refer: ReferTo, note?: string): StoryFigure {
  const indicator = indicatorOf(value)
  const shown = shownIndicator(indicator, region)
  const isThere = shown.look !== 'missing' && shown.look !== 'suppressed'
  return {
    term,
    shown,
    definition: indicator.definition,
    figure: refer(indicator.figure),
    note: isThere ? note : undefined,
  }
}

/** Figures in words; null is 未报送 or 未导入, never zero. */
export function storyFigures(figures: Figures, refer: ReferTo = NO_CARD): StoryFigure[] {
  const { enterprises, revenueReporting, leaders } = figures
  const own = ofFigures(figures)
  return [
    said(own, 'enterprises', '链上企业', refer),
    said(own, 'revenue', '营业收入', refer),
    {
      term: '报送营收',
      shown: {
        look: revenueReporting === 0 ? 'zero' : 'value',
        text: `${countText(revenueReporting)} / ${countText(enterprises)} 家`,
        reason: null,
      },
      definition: '在本统计期报送了营业收入的企业数 / 企业数；营业收入只是前者之和。',
      figure: refer('revenue-reporting'),
    },
    said(own, 'aboveScale', '规上企业', refer),
    said(own, 'honoured', '优质企业', refer),
    {
      term: '链主',
      shown: shownCount(leaders, '未导入', ' 家'),
      definition: '已发布的链主名单中的企业。',
      figure: refer('leaders'),
    },
  ]
}

const BASIS = { revenue: '按营业收入', enterprises: '按企业数' } as const

/** The ratios of one region; the quotient says what it compares with, on what basis and how many reported. */
export function ratioFigures(region: ClusterRegion, reference: string, refer: ReferTo = NO_CARD): StoryFigure[] {
  const { quotientBasis, figures } = region
  const reported = `${countText(figures.revenueReporting)} 家报送`
  const rests = quotientBasis === 'revenue' ? reported : `${countText(figures.enterprises)} 家企业`
  const basis = quotientBasis === null ? undefined : `${BASIS[quotientBasis]}，${rests}；参照${reference}`
  return [
    said(region, 'concentration', '产业集聚度', refer, reported),
    said(region, 'quotient', '区位商', refer, basis),
    said(region, 'growth', '收入增速', refer, '推算'),
  ]
}
