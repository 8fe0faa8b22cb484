import type { BoardChange } from '@contract/board'
import type { Change } from '@domain/indicator/change'
import { changeOf, fractionPointsOf } from '@domain/indicator/change'
import { FEWEST_REPORTING, MOST_CHANGE } from '@domain/indicator/growth'
import { concentrationOf, revenueOf } from './boardSeries'
import type { RegionRows } from './clusterRows'
import { isComparable } from './regionMeasures'

const ESTIMATED = '按现有数据推算，非统计口径：本期与上年同期已报送企业之和相比'

export const noChange = (note: string, basis: BoardChange['basis'] = 'estimated'): BoardChange => ({
  text: null,
  value: null,
  kind: null,
  basis,
  suppressed: null,
  note,
  ref: null,
})

const given = (change: Change, note: string, ref: string | null): BoardChange => ({
  ...change,
  basis: 'estimated',
  suppressed: null,
  note,
  ref,
})

/** 收入同比 on the same register, in words where the base is not positive. */
export function revenueChange(before: RegionRows, now: RegionRows, ref: string): BoardChange {
  const [earlier, later] = [revenueOf(before.subject), revenueOf(now.subject)]
  const suppressed = later.suppressed ?? earlier.suppressed
  const refusal = refusalOf(before, now)
  if (refusal !== null) return noChange(refusal)
  if (suppressed) return { ...noChange('本期或上年同期的营业收入不公布'), suppressed }
  const change = changeOf(earlier.value, later.value)
  return change === null ? noChange('上年同期营业收入为 0，不计算同比') : given(change, ESTIMATED, ref)
}

/** The difference of two 集聚度 in 百分点. */
export function concentrationChange(before: RegionRows, now: RegionRows, ref: string | null): BoardChange {
  const [earlier, later] = [concentrationOf(before), concentrationOf(now)]
  const suppressed = later.suppressed ?? earlier.suppressed
  const refusal = refusalOf(before, now)
  if (refusal !== null) return noChange(refusal)
  if (suppressed) return { ...noChange('本期或上年同期的营业收入不公布'), suppressed }
  const change = fractionPointsOf(earlier.value, later.value)
  return change === null ? noChange('本期或上年同期没有集聚度') : given(change, ESTIMATED, ref)
}

/** Why two sums are not compared; the sets of enterprises behind them must be about the same. */
function refusalOf({ subject: before }: RegionRows, { subject: now }: RegionRows): string | null {
  if (before.revenue_reporting === 0) return '没有上年同期的营业收入'
  if (now.revenue_reporting === 0) return '没有本期的营业收入'
  if (isComparable(before, now)) return null
  const [earlier, later] = [before.revenue_reporting, now.revenue_reporting]
  return Math.min(earlier, later) < FEWEST_REPORTING
    ? `两期报送企业由 ${earlier} 家变为 ${later} 家，少于 ${FEWEST_REPORTING} 家，不推算`
    : `两期报送企业由 ${earlier} 家变为 ${later} 家，相差超过 ${MOST_CHANGE * 100}%，不可比`
}

/** The register says what is, not what was: a firm that closed last year is not in it. */
export const countChange = (hasRegisterBefore: boolean): BoardChange =>
  noChange(hasRegisterBefore ? '现有名录不记企业进出，不作同比' : '没有上年名录可比')
