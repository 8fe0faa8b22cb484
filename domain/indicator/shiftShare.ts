import { Decimal } from 'decimal.js'
import type { Numeric } from './rounding'

/** An amount in the base period and in the present one. */
export interface Change {
  before: Numeric
  now: Numeric
}

export interface ShiftShareInput {
  /** x_ir: the industry in the region. */
  own: Change
  /** The same industry in the superior region (上级区域). */
  industry: Change
  /** Everything in the superior region. */
  whole: Change
}

/** Unrounded; the three parts add up to `change` exactly. */
export interface ShiftShare {
  /** 大势: x⁰·g_n, what the growth of the superior region would have given. */
  growth: Decimal
  /** 结构: x⁰·(g_in − g_n), what the industry grew faster than everything. */
  mix: Decimal
  /** 自身: x⁰·(g_ir − g_in), what the region grew faster than the industry. */
  competitive: Decimal
  change: Decimal
}

/** Divisions are cut off far below a yuan; sums at twice that precision add nothing of their own. */
const Wide = Decimal.clone({ precision: 80 })
const DIVISION_DIGITS = 30

/**
 * 偏离—份额 (shift-share), classical form: x¹ − x⁰ = growth + mix + competitive. Written with the two levels that the
 * region would have reached, x⁰·E¹/E⁰ and x⁰·e¹/e⁰, so that the sum is exact whatever the divisions give.
 * Null where a base is not positive: there is no rate to compare with.
 */
export function shiftShare({ own, industry, whole }: ShiftShareInput): ShiftShare | null {
  const before = new Wide(own.before)
  const withWhole = levelWith(before, whole)
  const withIndustry = levelWith(before, industry)
  if (!before.gt(0) || withWhole === null || withIndustry === null) return null
  const now = new Wide(own.now)
  return {
    growth: withWhole.minus(before),
    mix: withIndustry.minus(withWhole),
    competitive: now.minus(withIndustry),
    change: now.minus(before),
  }
}

/** The level that growing like another would have led to. */
function levelWith(before: Decimal, other: Change): Decimal | null {
  const base = new Wide(other.before)
  return base.gt(0) ? before.mul(other.now).div(base).toDecimalPlaces(DIVISION_DIGITS) : null
}

/** Several industries of one region together. */
export function addShares(parts: readonly ShiftShare[]): ShiftShare {
  const sum = (pick: (part: ShiftShare) => Decimal) =>
    parts.reduce((total: Decimal, part) => total.plus(pick(part)), new Wide(0))
  return {
    growth: sum(({ growth }) => growth),
    mix: sum(({ mix }) => mix),
    competitive: sum(({ competitive }) => competitive),
    change: sum(({ change }) => change),
  }
}
