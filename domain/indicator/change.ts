import { Decimal } from 'decimal.js'
import { percentText, roundHalfUp } from './rounding'

/** 比上年同期: a percentage, a difference of two percentages (百分点), or a turn that no percentage can say. */
export type ChangeKind = 'percent' | 'points' | 'turn'

export interface Change {
  kind: ChangeKind
  /** percent: the fraction; points: percentage points; null where words say it all. */
  value: string | null
  text: string
}

const FRACTION_DIGITS = 4
const POINT_DIGITS = 2
const SHOWN_DIGITS = 1

/** + and − (U+2212) as statistics print them; 持平 where nothing is left after rounding, with what is left. */
function signed(text: string, unit: string): string {
  if (Number(text) === 0) return `持平（${text}${unit.trim()}）`
  return text.startsWith('-') ? `−${text.slice(1)}${unit}` : `+${text}${unit}`
}

const percent = (fraction: Decimal): Change => {
  const value = roundHalfUp(fraction, FRACTION_DIGITS)
  // The card of the same growth has these four digits and no more.
  return { kind: 'percent', value, text: signed(percentText(value, SHOWN_DIGITS), '%') }
}

const turn = (text: string): Change => ({ kind: 'turn', value: null, text })

/**
 * 同比 of an amount. A base that is not positive gives no percentage (a loss halved would grow by −50 %): 扭亏为盈, 由盈转亏,
 * 减亏, 增亏 say it in words. Null where there is nothing to compare with, or the base is zero.
 */
export function changeOf(before: string | null, now: string | null): Change | null {
  if (before === null || now === null) return null
  const [base, value] = [new Decimal(before), new Decimal(now)]
  if (base.isZero()) return null
  if (base.gt(0)) return value.lt(0) ? turn('由盈转亏') : percent(value.minus(base).div(base))
  if (value.gt(0)) return turn('扭亏为盈')
  if (value.isZero()) return turn('扭亏')
  const less = base.minus(value).div(base)
  if (less.isZero()) return turn('亏损持平')
  return turn(`${less.gt(0) ? '减亏' : '增亏'}${percentText(less.abs(), SHOWN_DIGITS)}%`)
}

/** The difference of two percentages, given as numbers of percent (36.0, 34.5): 百分点, never a percentage of a percentage. */
export function pointsOf(before: string | null, now: string | null): Change | null {
  if (before === null || now === null) return null
  const difference = new Decimal(now).minus(before)
  const value = roundHalfUp(difference, POINT_DIGITS)
  return { kind: 'points', value, text: signed(roundHalfUp(difference, SHOWN_DIGITS), ' 个百分点') }
}

/** The same of two fractions (0.36, 0.345). */
export const fractionPointsOf = (before: string | null, now: string | null): Change | null =>
  before === null || now === null
    ? null
    : pointsOf(new Decimal(before).mul(100).toString(), new Decimal(now).mul(100).toString())

/** A growth as it was published, in percent: never computed anew. */
export function publishedChange(rate: string): Change {
  const value = new Decimal(rate)
  return {
    kind: 'percent',
    value: value.div(100).toString(),
    text: signed(roundHalfUp(value, SHOWN_DIGITS), '%'),
  }
}
