import type { BoardCard } from '@contract/board'
import type { Panorama } from '@contract/panorama'
import { formatRef, type FigureIndicator, type FigureRef } from '@domain/figure/figureRef'
import { freshnessOf } from '@domain/regionFigures/freshness'
import { concentrationOf, pointsOf, type ChainSeries } from './boardSeries'
import { concentrationChange, countChange, noChange, revenueChange } from './boardChange'
import { NO_ROWS, type RegionRows } from './clusterRows'
import { cycleOf, meaningOf } from './figureCardMeaning'
import { missingWords } from './figureCardMissing'
import type { Frame } from './view'

interface Material {
  frame: Frame
  panorama: Panorama
  series: ChainSeries
  before: RegionRows | null
  hasRegisterBefore: boolean
  today: string
}

type Own = Pick<BoardCard, 'value' | 'change'> & Partial<Pick<BoardCard, 'suppressed' | 'spark' | 'coverage'>>

const DECIMALS = { count: 0, money: 2, ratio: 1, number: 2, rank: 0 } as const

/** 指标卡 of the chain, in the order that they are read in. */
export function boardCards(material: Material): BoardCard[] {
  const { frame, panorama, series, before, hasRegisterBefore } = material
  const { figures, completeness, linkRate, view } = panorama
  const now = series.rows.get(frame.period) ?? NO_ROWS
  const counted = (value: number | null): Own => ({
    value: value === null ? null : String(value),
    change: countChange(hasRegisterBefore),
  })
  const chainRef = (indicator: FigureIndicator) => refOf(frame, view.chain, indicator)
  const totalRef = (indicator: FigureIndicator) => refOf(frame, null, indicator, { kind: 'total' })
  const card = (indicator: FigureIndicator, own: Own, part?: Partial<FigureRef>) =>
    cardOf(material, indicator, own, part)
  const concentration = concentrationOf(now)
  const changeRef = (indicator: FigureIndicator) => formatRef(chainRef(indicator))
  return [
    card('enterprises', counted(figures.enterprises)),
    card('above-scale', counted(figures.aboveScale)),
    card('revenue', {
      value: figures.revenueWan,
      suppressed: figures.revenueSuppressed,
      change: revenueChange(before ?? NO_ROWS, now, changeRef('revenue-growth')),
      spark: pointsOf(series, frame, view.chain, 'revenue'),
      coverage: coverageOf({
        reporting: [figures.revenueReporting, chainRef('revenue-reporting')],
        total: [figures.enterprises, chainRef('enterprises')],
        words: '报送营业收入',
      }),
    }),
    card('concentration', {
      ...concentration,
      change: concentrationChange(before ?? NO_ROWS, now, changeRef('concentration-change')),
      spark: pointsOf(series, frame, view.chain, 'concentration'),
      coverage: coverageOf({
        reporting: [now.total.revenue_reporting, totalRef('revenue-reporting')],
        total: [now.total.enterprises, totalRef('enterprises')],
        words: '报送营业收入（全名录）',
      }),
    }),
    card('honoured', counted(figures.honoured)),
    card('leaders', counted(figures.leaders)),
    card('completeness', {
      value: completeness,
      change: noChange('没有上年判定可比'),
    }),
    card(
      'link-rate',
      {
        value: linkRate.ratio,
        change: noChange('没有上年判定可比'),
        coverage: coverageOf({
          reporting: [linkRate.linked, refOf(frame, null, 'enterprises', { kind: 'linked' })],
          total: [linkRate.enterprises, totalRef('enterprises')],
          words: '已挂链',
        }),
      },
      { chain: null, kind: 'total' },
    ),
  ]
}

type Counted = readonly [count: number, ref: FigureRef]

export function coverageOf({ reporting, total, words }: { reporting: Counted; total: Counted; words: string }) {
  return total[0] === 0
    ? null
    : {
        reporting: reporting[0],
        reportingRef: formatRef(reporting[1]),
        total: total[0],
        totalRef: formatRef(total[1]),
        words,
      }
}

export function refOf(
  { region, scope, period, mode, dataset }: Frame,
  chain: string | null,
  indicator: FigureIndicator,
  part: Partial<FigureRef> = {},
): FigureRef {
  return { indicator, region, chain, kind: 'chain', unit: '', scope, period, mode, dataset, against: null, ...part }
}

function cardOf(
  { frame, panorama, today }: Material,
  indicator: FigureIndicator,
  own: Own,
  part: Partial<FigureRef> = {},
): BoardCard {
  const { name, form, unit } = meaningOf(indicator)
  const ref = refOf(frame, panorama.view.chain, indicator, part)
  const fresh = freshnessOf(frame.period, cycleOf(indicator), today)
  const { value, suppressed = null, spark = [], coverage = null, change } = own
  return {
    id: indicator,
    name,
    form,
    unit,
    decimals: DECIMALS[form],
    value: suppressed === null ? value : null,
    suppressed,
    missing: value === null && suppressed === null ? missingWords(ref, null).reason : null,
    ref: formatRef(ref),
    period: frame.period,
    change,
    // One place is no line.
    spark: spark.filter((point) => point.value !== null || point.suppressed !== null).length > 1 ? spark : [],
    freshness: fresh && { state: fresh.state, text: fresh.text },
    coverage,
  }
}
