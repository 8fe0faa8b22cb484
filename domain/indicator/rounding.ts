import { Decimal } from 'decimal.js'

/** A number as it travels: decimal text (money), or a plain number (counts). */
export type Numeric = string | number | Decimal

/** 1 亿元 = 10 000 万元. */
const WAN_PER_YI = 10_000

/**
 * 四舍五入 once, from the unrounded value, half away from zero, with all `digits` printed. `toFixed` of a float is neither
 * half-up nor half-even (2.675 → "2.67"), so decimal arithmetic does it. Never gives "-0.0".
 */
export function roundHalfUp(value: Numeric, digits: number): string {
  const rounded = new Decimal(value).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP)
  return (rounded.isZero() ? new Decimal(0) : rounded).toFixed(digits)
}

/** 四舍六入五成双 (GB/T 8170-2008), for indicators whose own standard asks for it. */
export function roundHalfEven(value: Numeric, digits: number): string {
  const rounded = new Decimal(value).toDecimalPlaces(digits, Decimal.ROUND_HALF_EVEN)
  return (rounded.isZero() ? new Decimal(0) : rounded).toFixed(digits)
}

/** 万元 as 亿元, rounded once: 12345.6789 → "1.23". */
export function wanToYi(wan: Numeric, digits = 2): string {
  return roundHalfUp(new Decimal(wan).div(WAN_PER_YI), digits)
}

/**
 * Money for prose and cards, where the unit may follow the size: 亿元 from 1 亿 on, else 万元. Inside one column or axis use
 * one unit throughout: `roundHalfUp` or `wanToYi`.
 */
export function moneyText(wan: Numeric, digits = 2): string {
  const value = new Decimal(wan)
  return value.abs().gte(WAN_PER_YI) ? `${wanToYi(value, digits)} 亿元` : `${roundHalfUp(value, digits)} 万元`
}

/** A fraction as a percentage without its sign: 0.36 → "36.0". */
export function percentText(fraction: Numeric, digits = 1): string {
  return roundHalfUp(new Decimal(fraction).mul(100), digits)
}

/** part / whole unrounded; null when the whole is missing or not positive. */
export function ratioOf(part: Numeric | null, whole: Numeric | null): Decimal | null {
  if (part === null || whole === null) return null
  const base = new Decimal(whole)
  return base.gt(0) ? new Decimal(part).div(base) : null
}
