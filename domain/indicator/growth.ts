import { Decimal } from 'decimal.js'
import { roundHalfUp } from './rounding'

const DIGITS = 4

export const FEWEST_REPORTING = 3
export const MOST_CHANGE = 0.2

/** Sums of different sets of enterprises say nothing about growth: by how many reported before and now. */
export const isComparableReporting = (before: number, now: number): boolean =>
  Math.min(before, now) >= FEWEST_REPORTING && Math.abs(before - now) <= MOST_CHANGE * Math.max(before, now)

/**
 * 增速 as a fraction, four places, from two levels of the same register: 按现有数据推算, never the official 同比, whose base is
 * revised every year. Null when a level is missing or the base is not positive.
 */
export function growthOf(before: string | null, now: string | null): string | null {
  if (before === null || now === null) return null
  const base = new Decimal(before)
  return base.gt(0) ? roundHalfUp(new Decimal(now).minus(base).div(base), DIGITS) : null
}
