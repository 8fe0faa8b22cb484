import { Decimal } from 'decimal.js'
import { roundHalfUp } from './rounding'

const DIGITS = 4

/**
 * 增速 as a fraction, four places, from two levels of the same register: 按现有数据推算, never the official 同比, whose base is
 * revised every year. Null when a level is missing or the base is not positive.
 */
export function growthOf(before: string | null, now: string | null): string | null {
  if (before === null || now === null) return null
  const base = new Decimal(before)
  return base.gt(0) ? roundHalfUp(new Decimal(now).minus(base).div(base), DIGITS) : null
}
