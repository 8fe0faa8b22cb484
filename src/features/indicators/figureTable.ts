import type { Indicator, IndicatorCatalogue } from '@contract/indicators'
import type { FigureCell, RegionFigures, RegionIndicator } from '@contract/regionFigures'
import { percentText, roundHalfUp } from '@domain/indicator/rounding'

/** Which 统计期 are columns: whole years, parts of a year, or all. */
export type Span = 'year' | 'part' | 'all'

export interface FigureRow {
  item: Indicator
  freshness: RegionIndicator['freshness']
  /** One per period shown; null is 缺, never zero. */
  cells: (FigureCell | null)[]
}

export const isYear = (period: string) => /^\d{4}$/u.test(period)

/** Whole years where there are any: months and years side by side make a table of holes. */
export function spanOffered(periods: readonly string[]): Span {
  const years = periods.filter(isYear).length
  return years > 0 ? 'year' : 'all'
}

export function periodsOf(periods: readonly string[], span: Span): string[] {
  return periods.filter((period) => span === 'all' || isYear(period) === (span === 'year'))
}

/** Rows of the table: a theme's or all, those without a figure in any period shown left out. */
export function figureRows(
  figures: RegionFigures,
  catalogue: IndicatorCatalogue,
  periods: readonly string[],
  theme: string,
): FigureRow[] {
  const items = new Map(catalogue.indicators.map((item) => [item.id, item]))
  return figures.indicators.flatMap(({ id, freshness, cells }) => {
    const item = items.get(id)
    if (!item || (theme !== '' && item.theme !== theme)) return []
    const byPeriod = new Map(cells.map((cell) => [cell.period, cell]))
    const shown = periods.map((period) => byPeriod.get(period) ?? null)
    return shown.some((cell) => cell !== null) ? [{ item, freshness, cells: shown }] : []
  })
}

/** With separators and a minus as wide as a plus, at the decimals of the catalogue. */
export function figureText(value: string, decimals: number): string {
  const [whole = '', fraction] = roundHalfUp(value, decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',').replace('-', '−')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** 相差 25.2 亿元（1.5%）. */
export function spreadText({ spread }: FigureCell, { unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>): string {
  if (!spread) return '各来源一致'
  const share = spread.ratio === null ? '' : `（${percentText(spread.ratio, 2)}%）`
  return `最高与最低相差 ${figureText(spread.absolute, Math.max(decimals, 2))}${unit && ` ${unit}`}${share}`
}
