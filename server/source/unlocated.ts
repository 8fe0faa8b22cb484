import { Decimal } from 'decimal.js'
import type { UnitRow } from './figures'

/** What a region has beyond its parts: 未定位到下级. */
export function remainder(whole: UnitRow, parts: readonly UnitRow[]): UnitRow {
  const less = (pick: (row: UnitRow) => number) => parts.reduce((rest, part) => rest - pick(part), pick(whole))
  const reporting = less((row) => row.revenue_reporting)
  const revenue = parts.reduce((rest, part) => rest.minus(part.revenue_wan ?? 0), new Decimal(whole.revenue_wan ?? 0))
  const isSuppressed = [whole, ...parts].some(({ revenue_suppressed }) => revenue_suppressed !== null)
  return {
    enterprises: less((row) => row.enterprises),
    stat_known: less((row) => row.stat_known),
    above_scale: less((row) => row.above_scale),
    honoured: less((row) => row.honoured),
    leaders: less((row) => row.leaders),
    revenue_wan: reporting > 0 && !isSuppressed ? revenue.toFixed() : null,
    revenue_reporting: reporting,
    revenue_suppressed: reporting > 0 && isSuppressed ? 'complementary' : null,
  }
}
