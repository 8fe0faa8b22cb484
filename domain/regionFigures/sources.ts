import { Decimal } from 'decimal.js'
import { roundHalfUp } from '../indicator/rounding'
import { comparePeriods, parsePeriod, periodKey, shiftYear } from '../period/period'
import { looksLikeWrongUnit, timesText } from './unitTrap'

/** 统计 > 部门 > 企业自报 > 第三方 > 推算; demonstration data stands by itself. */
export const CLASS_ORDER = ['statistics', 'department', 'self-reported', 'third-party', 'estimated', 'demo'] as const

export const CHOICE_RULE =
  '同一指标同一统计期有几个来源时都保留；先显示的按数据类别：统计部门 > 部门行政记录 > 企业自报 > 第三方 > 推算，类别相同取最近发布的。'

/** What decides between sources of one figure. */
export interface Rankable {
  dataClass: string
  publishedSeq: number
  row: number
  column: number
}

/** The first is the one that is shown. */
export function compareSources(a: Rankable, b: Rankable): number {
  const rank = (source: Rankable) => (CLASS_ORDER as readonly string[]).indexOf(source.dataClass)
  return rank(a) - rank(b) || b.publishedSeq - a.publishedSeq || a.row - b.row || a.column - b.column
}

export interface Spread {
  lowest: string
  highest: string
  absolute: string
  /** Of the lowest, as a fraction with four places; null where the lowest is not positive. */
  ratio: string | null
}

/** One source rounds more than the other: no contradiction. */
const ROUNDING = 0.0005

/** ≠: sources that print alike, or differ by less than half a thousandth, do not contradict one another. */
export function isConflict({ spread }: { spread: Spread | null }, decimals: number): boolean {
  if (spread === null || (spread.ratio !== null && Number(spread.ratio) < ROUNDING)) return false
  return roundHalfUp(spread.lowest, decimals) !== roundHalfUp(spread.highest, decimals)
}

/** How far the sources of one figure lie apart; null where they agree or there is one only. */
export function spreadOf(values: readonly string[]): Spread | null {
  if (values.length < 2) return null
  const numbers = values.map((value) => new Decimal(value))
  const lowest = Decimal.min(...numbers)
  const highest = Decimal.max(...numbers)
  if (lowest.eq(highest)) return null
  const absolute = highest.minus(lowest)
  const ratio = lowest.gt(0) ? absolute.div(lowest).toFixed(4, Decimal.ROUND_HALF_UP) : null
  return { lowest: lowest.toFixed(), highest: highest.toFixed(), absolute: absolute.toFixed(), ratio }
}

/**
 * 疑似单位错误 between two sources, or of a figure that fits none of the years beside it; null without doubt. A figure that
 * fits one neighbour is not the wrong one of the three.
 */
export function doubtOf(values: readonly string[], shown: string, neighbours: readonly string[]): string | null {
  const spread = spreadOf(values)
  if (spread) {
    const [high, low] = [new Decimal(spread.highest), new Decimal(spread.lowest)]
    if (looksLikeWrongUnit(high, low)) return `疑似单位错误：不同来源相差约 ${timesText(high, low)}`
  }
  const now = new Decimal(shown)
  const others = neighbours.map((value) => new Decimal(value))
  const [first] = others
  if (!first || !others.every((other) => looksLikeWrongUnit(now, other))) return null
  return `疑似单位错误：与相邻年份相差约 ${timesText(now, first)}`
}

/** The same stretch of the years before and after. */
export function neighbouringPeriods(period: string): string[] {
  const parsed = parsePeriod(period)
  return parsed ? [periodKey(shiftYear(parsed, -1)), periodKey(shiftYear(parsed, 1))] : []
}

/** Newest first; of two with one end the longer. */
export function newestFirst(periods: Iterable<string>): string[] {
  const parsed = [...periods].flatMap((key) => {
    const period = parsePeriod(key)
    return period ? [{ key, period }] : []
  })
  return parsed.sort((a, b) => comparePeriods(b.period, a.period)).map(({ key }) => key)
}
