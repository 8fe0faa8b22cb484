import type { TrendPoint } from '@contract/compare'
import { comparePeriods, parsePeriod, periodEnd, periodKey, shiftYear } from '@domain/period/period'
import type { Subject } from './clusterRows'
import type { Chosen } from './compareRegions'
import { readTrendRows, registerPeriods } from './compareRows'
import type { Setting } from './compareSetting'
import type { SourceContext } from './context'

export interface Trend {
  periods: string[]
  byRegion: ReadonlyMap<string, TrendPoint[]>
}

/** 走势: a gap stays a gap, whether the province imported nothing then or nobody of the region reported. */
export async function readTrend(
  context: SourceContext,
  setting: Setting,
  subject: Subject,
  chosen: readonly Chosen[],
): Promise<Trend> {
  const periods = trendAxis([...setting.periods.values()].flat(), setting.period)
  const rows = await readTrendRows(
    context,
    setting,
    subject,
    periods,
    chosen.map(({ code }) => code),
  )
  const registers = new Map<string, Set<string>>()
  for (const province of setting.periods.keys())
    registers.set(province, await registerPeriods(context, setting.dataset, province))
  const point = ({ code, province }: Chosen, period: string): TrendPoint => {
    if (!isIn(setting.periods.get(province), period) || !existed(context, setting, code, period))
      return { period, enterprises: null, revenueWan: null, revenueSuppressed: null, revenueReporting: null }
    const row = rows.get(`${code} ${period}`)
    return {
      period,
      enterprises: registers.get(province)?.has(period) ? (row?.enterprises ?? 0) : null,
      revenueWan: row && row.revenueReporting > 0 ? row.revenueWan : null,
      revenueSuppressed: row?.revenueSuppressed ?? null,
      revenueReporting: row?.revenueReporting ?? 0,
    }
  }
  return {
    periods,
    byRegion: new Map(chosen.map((region) => [region.code, periods.map((period) => point(region, period))])),
  }
}

const isIn = (list: readonly string[] | undefined, period: string) => list?.includes(period) ?? false

/** 当期区划: a division founded later has no past of its own; 现区划还原 gives today's divisions theirs. */
function existed({ regions }: SourceContext, { mode }: Setting, code: string, period: string): boolean {
  if (mode === 'current') return regions.get(code)?.inForce ?? false
  const parsed = parsePeriod(period)
  return parsed !== null && regions.get(code, periodEnd(parsed)) !== undefined
}

/** Only like stands beside like: years beside years, 1—9月 beside 1—9月; every year between the first and the last. */
export function trendAxis(available: readonly string[], period: string): string[] {
  const own = parsePeriod(period)
  if (!own) return [period]
  const alike = [...available, period]
    .flatMap((text) => parsePeriod(text) ?? [])
    .filter((other) => periodKey({ ...other, year: own.year }) === periodKey(own))
    .sort(comparePeriods)
  const first = alike[0]?.year ?? own.year
  const last = alike[alike.length - 1]?.year ?? own.year
  return Array.from({ length: last - first + 1 }, (_, i) => periodKey(shiftYear(own, first + i - own.year)))
}
