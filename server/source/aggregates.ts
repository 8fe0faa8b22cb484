import { sql, type Transaction } from 'kysely'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { RegionBook } from '@domain/region/regionBook'
import type { Schema } from '@server/db/schema'

type Trx = Transaction<Schema>

export const DATASETS = ['real', 'demo'] as const

/** GB/T 4754: 06–46 are mining, manufacturing and utilities; in-scope firms without a code count as industry. */
const INDUSTRIAL = sql`(e.in_stat_scope and coalesce(substr(e.industry_code, 1, 2), '13') between '06' and '46')`

/** Key of one reading of regions: today's, or those valid at the end of a period. */
export const modeKey = (mode: string, period: string) => (mode === 'current' ? 'current' : `asof:${period}`)

/** Rebuilds what screens read for one dataset; call it inside the transaction that changed the facts. */
export async function rebuildAggregates(trx: Trx, dataset: string, regions: RegionBook, today: string) {
  const periods = await periodsOf(trx, dataset)
  await rebuildRegionMap(trx, regions, await allPeriods(trx))
  await rebuildLeaf(trx, dataset, periods, today)
  await rebuildRollup(trx, dataset)
}

/** 统计期 with data: those of published registers and of their facts. */
export async function periodsOf(trx: Trx, dataset: string): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select period from batch where dataset = ${dataset} and kind = 'register' and status = 'published'
    union select distinct period from enterprise_value where dataset = ${dataset}
    order by period desc`.execute(trx)
  return rows.map((row) => row.period)
}

/** The map serves every dataset, so it knows the periods of all. */
async function allPeriods(trx: Trx) {
  const periods = await Promise.all(DATASETS.map((dataset) => periodsOf(trx, dataset)))
  return [...new Set(periods.flat())]
}

/** place → every region above it, in today's divisions and in those valid at the end of each period. */
async function rebuildRegionMap(trx: Trx, regions: RegionBook, periods: string[]) {
  const places = await sql<{ place: string }>`select distinct place from enterprise`.execute(trx)
  const readings = [{ key: 'current', on: 'current' }]
  for (const period of periods) readings.push({ key: modeKey('asof', period), on: lastDay(period) })
  const rows = readings.flatMap(({ key, on }) =>
    places.rows.flatMap(({ place }) =>
      regions.path(regions.resolve(place, on).code).map((region) => ({ mode_key: key, place, region: region.code })),
    ),
  )
  await sql`delete from region_map`.execute(trx)
  await sql`insert into region_map (mode_key, place, region)
    select mode_key, place, region from json_populate_recordset(null::region_map, ${JSON.stringify(rows)}::json)`.execute(trx)
}

function lastDay(period: string) {
  const parsed = parsePeriod(period)
  return parsed ? periodEnd(parsed) : 'current'
}

async function rebuildLeaf(trx: Trx, dataset: string, periods: string[], today: string) {
  await sql`delete from aggregate_leaf where dataset = ${dataset}`.execute(trx)
  if (periods.length === 0) return
  const periodRows = sql.join(periods.map((period) => sql`(${period}, ${honourDate(period, today)})`))
  await sql`
    insert into aggregate_leaf (dataset, place, chain, unit_kind, unit, scope, period, enterprises, stat_known, above_scale,
      honoured, leaders, revenue_wan, revenue_reporting)
    select ${dataset}, e.place, u.chain, u.unit_kind, u.unit, s.scope, p.period, count(*),
      sum(case when e.in_stat_scope is not null then 1 else 0 end),
      sum(case when ${INDUSTRIAL} then 1 else 0 end),
      sum(case when h.credit_code is not null then 1 else 0 end),
      sum(case when l.credit_code is not null then 1 else 0 end),
      sum(v.value), count(v.value)
    from (
      select distinct m.credit_code, cu.chain, cu.unit_kind, cu.unit
        from membership m join chain_unit cu on cu.chain = m.chain and cu.node = m.node where m.dataset = ${dataset}
      union all select credit_code, '', 'total', '' from enterprise where dataset = ${dataset}
      union all select distinct credit_code, '', 'linked', '' from membership where dataset = ${dataset}
    ) u
    join enterprise e on e.dataset = ${dataset} and e.credit_code = u.credit_code
    join (values ('all'), ('above'), ('four')) s (scope)
      on s.scope = 'all' or (s.scope = 'four' and e.in_stat_scope) or (s.scope = 'above' and ${INDUSTRIAL})
    cross join (values ${periodRows}) p (period, day)
    left join enterprise_value v on v.dataset = ${dataset} and v.indicator = 'revenue' and v.period = p.period
      and v.credit_code = e.credit_code
    left join (
      select distinct q.day, h.credit_code from honour h
      join (select distinct day from (values ${periodRows}) d (period, day)) q
        on coalesce(h.valid_from, '0000') <= q.day and coalesce(h.valid_to, '9999') >= q.day
      where h.dataset = ${dataset} and h.tier <> 'other'
    ) h on h.day = p.day and h.credit_code = e.credit_code
    left join (
      select distinct chain, credit_code from leader where dataset = ${dataset}
      union select distinct '', credit_code from leader where dataset = ${dataset}
    ) l on l.chain = u.chain and l.credit_code = e.credit_code
    group by e.place, u.chain, u.unit_kind, u.unit, s.scope, p.period`.execute(trx)
}

/** 荣誉有效性 is judged on the last day of the period, or today while the period still runs. */
function honourDate(period: string, today: string) {
  const end = lastDay(period)
  return end < today ? end : today
}

/** Σ over places is exact: an enterprise has one place, whatever the number of its nodes. */
async function rebuildRollup(trx: Trx, dataset: string) {
  await sql`delete from aggregate where dataset = ${dataset}`.execute(trx)
  await sql`
    insert into aggregate (dataset, mode_key, region, chain, unit_kind, unit, scope, period, enterprises, stat_known,
      above_scale, honoured, leaders, revenue_wan, revenue_reporting)
    select a.dataset, m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope, a.period, sum(a.enterprises),
      sum(a.stat_known), sum(a.above_scale), sum(a.honoured), sum(a.leaders), sum(a.revenue_wan), sum(a.revenue_reporting)
    from aggregate_leaf a
    join region_map m on m.place = a.place and (m.mode_key = 'current' or m.mode_key = 'asof:' || a.period)
    where a.dataset = ${dataset}
    group by a.dataset, m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope, a.period`.execute(trx)
}
