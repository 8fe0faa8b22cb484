import type { ClusterRegion } from '@contract/clusters'
import { FEWEST_REPORTING, growthOf, isComparableReporting, MOST_CHANGE } from '@domain/indicator/growth'
import { locationQuotient, type Quotient, type QuotientBasis } from '@domain/indicator/locationQuotient'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { parsePeriod, periodKey, shiftYear } from '@domain/period/period'
import type { RegionRows } from './clusterRows'
import type { UnitRow } from './figures'

const RATIO_DIGITS = 4

export const isComparable = (before: UnitRow, now: UnitRow): boolean =>
  isComparableReporting(before.revenue_reporting, now.revenue_reporting)

/** 收入增速 over the year before; null where the two years cannot be compared. */
export const growthBetween = (before: UnitRow, now: UnitRow): string | null =>
  isComparable(before, now) ? growthOf(before.revenue_wan, now.revenue_wan) : null

/** Why two years give no growth. */
export function growthMissing(before: UnitRow, now: UnitRow): string {
  if (before.revenue_reporting === 0) return '没有上年同期的营业收入'
  if (now.revenue_reporting === 0) return '没有本期的营业收入'
  if (isComparable(before, now)) return '上年同期营业收入不是正数'
  const [earlier, later] = [before.revenue_reporting, now.revenue_reporting]
  return Math.min(earlier, later) < FEWEST_REPORTING
    ? `两期报送企业由 ${earlier} 家变为 ${later} 家，少于 ${FEWEST_REPORTING} 家，不推算`
    : `两期报送企业由 ${earlier} 家变为 ${later} 家，相差超过 ${MOST_CHANGE * 100}%，不可比`
}

/** 区位商 is measured in 营业收入 where both sides reported any, in enterprises otherwise. */
export const quotientBasis = (own: UnitRow, reference: UnitRow): QuotientBasis =>
  own.revenue_reporting > 0 && reference.revenue_reporting > 0 ? 'revenue' : 'enterprises'

export const measured = (basis: QuotientBasis, row: UnitRow) =>
  basis === 'revenue' ? row.revenue_wan : row.enterprises

export function quotientAgainst(own: RegionRows, reference: RegionRows): Quotient | null {
  const basis = quotientBasis(own.subject, reference.subject)
  return locationQuotient({
    basis,
    part: measured(basis, own.subject),
    whole: measured(basis, own.total),
    referencePart: measured(basis, reference.subject),
    referenceWhole: measured(basis, reference.total),
  })
}

/** How many enterprises of the chain the quotient rests on. */
export const quotientEnterprises = ({ subject }: RegionRows, reference: RegionRows): number =>
  quotientBasis(subject, reference.subject) === 'revenue' ? subject.revenue_reporting : subject.enterprises

/** 区位商 of a cluster or of a county of it; null also where one or two enterprises would make it. */
export const clusterQuotient = (own: RegionRows, province: RegionRows): Quotient | null =>
  quotientEnterprises(own, province) < FEWEST_REPORTING ? null : quotientAgainst(own, province)

/** Why what is made of several sums is not public: that of the first of them that is not. */
export const hiddenBy = (...rows: UnitRow[]) =>
  rows.find(({ revenue_suppressed }) => revenue_suppressed !== null)?.revenue_suppressed ?? null

type Measure = ClusterRegion['suppressed'][number]

/** Which measures of a region would show a sum that is not public. Where nobody reported there is nothing to suppress. */
export function suppressedMeasures({ subject, total, before }: RegionRows, reference: RegionRows): Measure[] {
  const isHidden = (...rows: UnitRow[]) => hiddenBy(...rows) !== null
  const byRevenue = quotientBasis(subject, reference.subject) === 'revenue'
  const found: Measure[] = []
  if (subject.revenue_reporting > 0 && isHidden(subject, total)) found.push('concentration')
  if (byRevenue && isHidden(subject, total, reference.subject, reference.total)) found.push('quotient')
  if (isComparable(before, subject) && isHidden(before, subject)) found.push('growth')
  return found
}

/** part / whole to four places; null without a whole. */
export function ratioText(part: string | number | null, whole: string | number | null): string | null {
  const ratio = ratioOf(part, whole)
  return ratio === null ? null : roundHalfUp(ratio, RATIO_DIGITS)
}

/** The same stretch of the year before. */
export function yearBefore(period: string): string | null {
  const parsed = parsePeriod(period)
  return parsed ? periodKey(shiftYear(parsed, -1)) : null
}
