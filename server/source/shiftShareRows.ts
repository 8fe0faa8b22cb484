import { Decimal } from 'decimal.js'
import type { ShiftShareRow } from '@contract/analysisParts'
import type { Suppression } from '@domain/disclosure/suppression'
import { growthOf } from '@domain/indicator/growth'
import { roundHalfUp } from '@domain/indicator/rounding'
import { addShares, shiftShare, type ShiftShare } from '@domain/indicator/shiftShare'
import type { UnitRow } from './figures'
import { growthMissing, isComparable } from './regionMeasures'

const MONEY_DIGITS = 4

/** One unit in both years, with what stands in the way of comparing them. */
export interface Pair {
  before: string | null
  now: string | null
  suppressed: Suppression | null
  missing: string | null
}

export function pairOf(before: UnitRow, now: UnitRow): Pair {
  const suppressed = now.revenue_suppressed ?? before.revenue_suppressed
  const missing = isComparable(before, now) && isPositive(before) ? null : growthMissing(before, now)
  const none = now.enterprises === 0 && before.enterprises === 0 ? '没有企业' : missing
  return {
    before: visible(before, suppressed),
    now: visible(now, suppressed),
    suppressed,
    missing: suppressed ? null : none,
  }
}

const isPositive = ({ revenue_wan }: UnitRow) => revenue_wan !== null && new Decimal(revenue_wan).gt(0)
const visible = (row: UnitRow, suppressed: Suppression | null) =>
  suppressed === null && row.revenue_reporting > 0 ? row.revenue_wan : null

/** 名录其余: the whole less a part of it. */
export function restOf(whole: Pair, part: Pair): Pair {
  const less = (all: string | null, some: string | null) =>
    all === null || some === null ? null : new Decimal(all).minus(some).toFixed()
  return {
    before: less(whole.before, part.before),
    now: less(whole.now, part.now),
    suppressed: whole.suppressed ?? part.suppressed,
    missing: whole.missing ?? part.missing,
  }
}

export const rateOf = ({ before, now, missing }: Pair) => (missing === null ? growthOf(before, now) : null)

interface Named {
  id: string
  name: string
}

/** A row as it is shown, and its parts before rounding. */
export interface Decomposed {
  row: ShiftShareRow
  parts: ShiftShare | null
}

const shown = (parts: ShiftShare | null) => {
  const text = (value: Decimal | undefined) => (value === undefined ? null : roundHalfUp(value, MONEY_DIGITS))
  return {
    change: text(parts?.change),
    growth: text(parts?.growth),
    mix: text(parts?.mix),
    competitive: text(parts?.competitive),
  }
}

/** One row; where its own years or those of the superior region cannot be compared, the reason instead. */
export function decompose({ id, name }: Named, own: Pair, industry: Pair, whole: Pair): Decomposed {
  const suppressed = own.suppressed ?? industry.suppressed ?? whole.suppressed
  const above = industry.missing ?? whole.missing
  const missing = own.missing ?? (above ? `参照地区：${above}` : null)
  const parts = suppressed || missing ? null : sharesOf(own, industry, whole)
  const reason = suppressed || parts ? null : (missing ?? '基期为零，没有增速')
  return { row: { id, name, before: own.before, now: own.now, ...shown(parts), suppressed, missing: reason }, parts }
}

function sharesOf(own: Pair, industry: Pair, whole: Pair): ShiftShare | null {
  const change = ({ before, now }: Pair) => (before === null || now === null ? null : { before, now })
  const [mine, part, all] = [change(own), change(industry), change(whole)]
  return mine && part && all ? shiftShare({ own: mine, industry: part, whole: all }) : null
}

/** Rows that share no enterprise, together; one that cannot be told leaves the sum untold. */
export function together({ id, name }: Named, whole: Pair, rows: readonly Decomposed[]): ShiftShareRow {
  const known = rows.flatMap(({ parts }) => parts ?? [])
  const blocked = rows.find(({ parts }) => parts === null)?.row
  const parts = blocked ? null : addShares(known)
  const missing = blocked && !blocked.suppressed ? `${blocked.name}：${blocked.missing}` : null
  const suppressed = blocked?.suppressed ?? null
  return { id, name, before: whole.before, now: whole.now, ...shown(parts), suppressed, missing }
}
