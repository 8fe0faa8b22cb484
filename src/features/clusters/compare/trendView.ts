import type { Comparison, TrendPoint } from '@contract/compare'
import { roundHalfUp } from '@domain/indicator/rounding'
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
  /** A cell of the table; why there is no number is said in words. */
  cellOf: (point: TrendPoint) => string
}

export function trendView({ regions }: Pick<Comparison, 'regions'>, measure: TrendMeasure): TrendView {
  if (measure !== 'revenue') return countView(measure)
  const money = moneyScale(regions.flatMap(({ trend }) => trend.map(({ revenueWan }) => revenueWan)))
  return {
    unit: money.unit,
    numberOf: ({ revenueWan }) => (revenueWan === null ? null : money.numberOf(revenueWan)),
    axisText: (value) => measureText(roundHalfUp(value, 2)),
    cellOf: ({ revenueWan, revenueReporting }) => {
      if (revenueReporting === null) return '未导入'
      if (revenueWan === null) return '未报送'
      return `${money.textOf(revenueWan)}（${countText(revenueReporting)} 家）`
    },
  }
}

function countView(measure: 'reporting' | 'enterprises'): TrendView {
  const numberOf = ({ revenueReporting, enterprises }: TrendPoint) =>
    measure === 'reporting' ? revenueReporting : enterprises
  const missing = ({ revenueReporting }: TrendPoint) => (revenueReporting === null ? '未导入' : '当期没有名录')
  return {
    unit: '家',
    numberOf,
    axisText: countText,
    cellOf: (point) => {
      const value = numberOf(point)
      return value === null ? missing(point) : countText(value)
    },
  }
}
