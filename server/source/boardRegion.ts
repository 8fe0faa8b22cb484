import type { BoardCard, BoardChange, BoardPoint } from '@contract/board'
import type { FigureCell, RegionFigures, RegionIndicator } from '@contract/regionFigures'
import { formatRegionRef } from '@domain/figure/regionRef'
import { pointsOf, publishedChange } from '@domain/indicator/change'
import type { IndicatorEntry } from '@domain/indicator/catalogue'
import { comparePeriods, parsePeriod } from '@domain/period/period'
import { seriesOf } from '@domain/period/series'
import { INDICATORS } from '../catalogue'
import { noChange } from './boardChange'
import { yearBefore } from './regionMeasures'

/** What an official asks of a place before asking of a chain, most asked first. */
const SHOWN = [
  'gdp',
  'industrial-value-added-growth',
  'fixed-investment-growth',
  'retail-sales',
  'budget-revenue',
  'resident-population',
] as const

const MOST_SHOWN = 5

/** 区域指标 as cards: the figure of the period looked at, else the newest before it; never computed anew. */
export function regionCards(figures: RegionFigures, period: string): BoardCard[] {
  return SHOWN.flatMap((id): BoardCard[] => {
    const [item, own] = [INDICATORS.get(id), figures.indicators.find((indicator) => indicator.id === id)]
    const cell = own && cellFor(own, period)
    return item && cell ? [cardOf(figures, item, own, cell)] : []
  }).slice(0, MOST_SHOWN)
}

export const cellOf = (figures: RegionFigures, id: string, period: string): FigureCell | undefined =>
  figures.indicators.find((indicator) => indicator.id === id)?.cells.find((cell) => cell.period === period)

/** Cells come newest first. */
export function cellFor({ cells }: RegionIndicator, period: string): FigureCell | undefined {
  const asked = parsePeriod(period)
  return (
    cells.find((cell) => cell.period === period) ??
    cells.find((cell) => {
      const own = parsePeriod(cell.period)
      return asked !== null && own !== null && comparePeriods(own, asked) <= 0
    })
  )
}

function cardOf(figures: RegionFigures, item: IndicatorEntry, own: RegionIndicator, cell: FigureCell): BoardCard {
  const ref = (period: string) =>
    formatRegionRef({ indicator: item.id, region: figures.region, period, dataset: figures.dataset })
  return {
    id: item.id,
    name: item.shortName,
    form: 'number',
    unit: item.unit,
    decimals: item.decimals,
    value: cell.value,
    suppressed: null,
    missing: null,
    ref: ref(cell.period),
    period: cell.period,
    change: changeFor(figures, item, cell),
    spark: sparkOf(own, cell.period, ref),
    freshness: own.freshness && { state: own.freshness.state, text: own.freshness.text },
    coverage: null,
  }
}

function sparkOf(own: RegionIndicator, period: string, ref: (period: string) => string): BoardPoint[] {
  const values = new Map(own.cells.map((cell) => [cell.period, cell.value]))
  const axis = seriesOf([...values.keys()], period)?.periods ?? []
  const known = axis.filter((place) => values.has(place)).length
  if (known < 2) return []
  return axis.map((place) => {
    const value = values.get(place) ?? null
    return { period: place, value, suppressed: null, ref: value === null ? null : ref(place) }
  })
}

/** 同比 of a published level is the published growth or nothing; two percentages differ in 百分点. */
function changeFor(figures: RegionFigures, item: IndicatorEntry, cell: FigureCell): BoardChange {
  const before = yearBefore(cell.period)
  if (item.dimension === 'percent') {
    const earlier = before === null ? undefined : cellOf(figures, item.id, before)
    const change = pointsOf(earlier?.value ?? null, cell.value)
    if (!change) return noChange('没有上年同期的公布数')
    return { ...change, basis: 'estimated', suppressed: null, note: '两期公布数相减，非统计口径', ref: null }
  }
  const growth = INDICATORS.indicators.find(({ growthOf }) => growthOf === item.id)
  if (!growth) return noChange('这个指标没有官方增速，不由总量推算', 'official')
  const published = cellOf(figures, growth.id, cell.period)
  if (!published) return noChange(`没有导入${growth.name}，不由总量推算`, 'official')
  const { region, dataset } = figures
  return {
    ...publishedChange(published.value),
    basis: 'official',
    suppressed: null,
    note: `采用公布的${growth.name}`,
    ref: formatRegionRef({ indicator: growth.id, region, period: cell.period, dataset }),
  }
}
