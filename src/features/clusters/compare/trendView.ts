import type { Comparison, TrendPoint } from '@contract/compare'
import { roundHalfUp } from '@domain/indicator/rounding'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { countText, measureText } from '@/lib/format'
import { moneyScale } from './moneyScale'

export type TrendMeasure = 'revenue' | 'reporting' | 'enterprises'

export const TREND_CHOICES: readonly { value: TrendMeasure; label: string }[] = [
  { value: 'revenue', label: '营业收入' },
  { value: 'reporting', label: '报送企业数' },
  { value: 'enterprises', label: '企业数' },
]

/** One of the measures of all regions, in one unit. */
export interface TrendView {
  unit: string
  numberOf: (point: TrendPoint) => number | null
  /** A number of the axis in words. */
  axisText: (value: number) => string
  /** Whether there is a number that is not public. */
  isLocked: (point: TrendPoint) => boolean
  cellOf: (point: TrendPoint) => TrendCell
}

/** A cell of the table; why there is no number is said in words. */
export interface TrendCell {
  shown: ShownFigure
  /** Of its card; a period of which nothing was imported has none. */
  indicator: FigureIndicator | null
  /** How many reported, beside a sum. */
  reporting: string | null
}

export function trendView({ regions }: Pick<Comparison, 'regions'>, measure: TrendMeasure): TrendView {
  if (measure !== 'revenue') return countView(measure)
  const money = moneyScale(regions.flatMap(({ trend }) => trend.map(openRevenue)))
  return {
    unit: money.unit,
    numberOf: (point) => {
      const value = openRevenue(point)
      return value === null ? null : money.numberOf(value)
    },
    axisText: (value) => measureText(roundHalfUp(value, 2)),
    isLocked: ({ revenueSuppressed }) => revenueSuppressed !== null,
    cellOf: (point) => {
      const { revenueWan: value, revenueSuppressed: suppressed, revenueReporting } = point
      const missing = revenueReporting === null ? '未导入' : '未报送'
      const hasSum = revenueReporting !== null && openRevenue(point) !== null
      return {
        shown: shownFigure({ value, suppressed, missing }, money.textOf),
        indicator: revenueReporting === null ? null : 'revenue',
        reporting: hasSum ? `${countText(revenueReporting)} 家` : null,
      }
    },
  }
}

const openRevenue = ({ revenueWan, revenueSuppressed }: TrendPoint) => (revenueSuppressed === null ? revenueWan : null)

function countView(measure: 'reporting' | 'enterprises'): TrendView {
  const numberOf = ({ revenueReporting, enterprises }: TrendPoint) =>
    measure === 'reporting' ? revenueReporting : enterprises
  const missing = ({ revenueReporting }: TrendPoint) => (revenueReporting === null ? '未导入' : '当期没有名录')
  return {
    unit: '家',
    numberOf,
    axisText: countText,
    isLocked: () => false,
    cellOf: (point) => {
      const value = numberOf(point)
      const indicator = measure === 'reporting' ? 'revenue-reporting' : 'enterprises'
      return {
        shown: shownFigure({ value, missing: missing(point) }, (text) => countText(Number(text))),
        indicator: value === null ? null : indicator,
        reporting: null,
      }
    },
  }
}
