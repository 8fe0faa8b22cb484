import { sql } from 'kysely'
import type { Suppression } from '@domain/disclosure/suppression'
import type { SourceContext } from './context'
import type { Subject } from './clusterRows'
import { modeKey } from './modeKey'
import type { Setting } from './compareSetting'
import type { Frame } from './view'

/** How the enterprises of a chain in one region spread over its groups. */
export interface GroupCounts {
  enterprises: number
  groups: ReadonlyMap<string, number>
}

/** Counts by group of the given regions; a region without a row has no enterprise. */
export async function readGroupCounts(context: SourceContext, frame: Frame, chain: string, regions: readonly string[]) {
  const { rows } = await sql<{ packed: string | null }>`
    select json_agg(json_build_array(region, unit_kind, unit, enterprises))::text as packed from aggregate
    where dataset = ${frame.dataset} and mode_key = ${frame.modeKey} and region = any(${[...regions]}::text[])
      and scope = ${frame.scope} and period = ${frame.period} and chain = ${chain}
      and unit_kind in ('chain', 'group')`.execute(context.db)
  const found = new Map<string, { enterprises: number; groups: Map<string, number> }>()
  for (const region of regions) found.set(region, { enterprises: 0, groups: new Map() })
  for (const [region, kind, unit, count] of JSON.parse(rows[0]?.packed ?? '[]') as [string, string, string, number][]) {
    const own = found.get(region)
    if (!own) continue
    if (kind === 'chain') own.enterprises = count
    else own.groups.set(unit, count)
  }
  return found as ReadonlyMap<string, GroupCounts>
}

export interface TrendRow {
  enterprises: number
  revenueWan: string | null
  revenueReporting: number
  revenueSuppressed: Suppression | null
}

type TrendTuple = [string, string, number, string | null, number, Suppression | null]

/** Rows of one subject by region and period, each period in the reading of divisions that serves it. */
export async function readTrendRows(
  context: SourceContext,
  setting: Setting,
  subject: Subject,
  periods: readonly string[],
  regions: readonly string[],
) {
  const keys = await readingsOf(context, setting, periods)
  const { rows } = await sql<{ packed: string | null }>`
    select json_agg(json_build_array(a.region, a.period, a.enterprises,
      (case when a.revenue_suppressed is null then a.revenue_wan end)::text, a.revenue_reporting, a.revenue_suppressed))::text as packed
    from aggregate a
    join json_to_recordset(${JSON.stringify(keys)}::json) as k (period text, key text) on k.period = a.period and k.key = a.mode_key
    where a.dataset = ${setting.dataset} and a.region = any(${[...regions]}::text[]) and a.scope = ${setting.scope}
      and a.chain = ${subject.chain} and a.unit_kind = ${subject.unitKind} and a.unit = ${subject.unit}`.execute(
    context.db,
  )
  const found = new Map<string, TrendRow>()
  const list = JSON.parse(rows[0]?.packed ?? '[]') as TrendTuple[]
  for (const [region, period, enterprises, revenueWan, revenueReporting, revenueSuppressed] of list)
    found.set(`${region} ${period}`, { enterprises, revenueWan, revenueReporting, revenueSuppressed })
  return found as ReadonlyMap<string, TrendRow>
}

/** Which key of the aggregates serves each period: its own divisions where they differ from today's. */
export async function readingsOf(
  context: SourceContext,
  { dataset, mode }: Pick<Setting, 'dataset' | 'mode'>,
  periods: readonly string[],
) {
  const wanted = periods.map((period) => ({ period, key: modeKey(mode, period) }))
  if (mode === 'current') return wanted
  const { rows } = await sql<{ mode_key: string }>`
    select distinct mode_key from aggregate where dataset = ${dataset}
      and mode_key = any(${wanted.map(({ key }) => key)}::text[])`.execute(context.db)
  const known = new Set(rows.map((row) => row.mode_key))
  return wanted.map(({ period, key }) => ({ period, key: known.has(key) ? key : 'current' }))
}

/** Periods for which a province published a register of its own: only there a number of enterprises is of that time. */
export async function registerPeriods(context: SourceContext, dataset: string, province: string): Promise<Set<string>> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from batch
    where dataset = ${dataset} and province = ${province} and kind = 'register' and status = 'published'`.execute(
    context.db,
  )
  return new Set(rows.map(({ period }) => period))
}
