import { sql, type Transaction } from 'kysely'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { RegionBook } from '@domain/region/regionBook'
import type { Schema } from '@server/db/schema'
import { validOn } from './honours'

type Trx = Transaction<Schema>

export const DATASETS = ['real', 'demo'] as const

/** GB/T 4754: 06–46 are mining, manufacturing and utilities; in-scope firms without a code count as industry. */
const INDUSTRIAL = sql`(e.in_stat_scope and coalesce(substr(e.industry_code, 1, 2), '13') between '06' and '46')`

/** Key of one reading of regions: today's, or those valid at the end of a period. */
export const modeKey = (mode: string, period: string) => (mode === 'current' ? 'current' : `asof:${period}`)

/** Rebuilds what screens read for one dataset; call it inside the transaction that changed the facts. */
export async function rebuildAggregates(trx: Trx, dataset: string, regions: RegionBook, today: string) {
  await refreshStatistics(trx)
  const periods = await periodsOf(trx, dataset)
  await rebuildRegionMap(trx, regions, await allPeriods(trx))
  await rebuildFigures(trx, dataset, periods, today)
}

/**
 * A publication changes these tables at large, and nothing else tells the embedded engine: without it the planner
 * would take a full table for an empty one, here and in every list that follows.
 */
async function refreshStatistics(trx: Trx) {
  for (const table of ['enterprise', 'enterprise_value', 'membership', 'honour', 'leader']) {
    await sql`analyze ${sql.table(table)}`.execute(trx)
  }
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

/**
 * place → every region above it, in today's divisions and in those valid at the end of each period. A period whose
 * divisions read like today's gets no rows of its own: `current` serves it.
 */
async function rebuildRegionMap(trx: Trx, regions: RegionBook, periods: string[]) {
  const places = await sql<{ place: string }>`select distinct place from enterprise order by place`.execute(trx)
  const reading = (on: string) =>
    places.rows.flatMap(({ place }) =>
      regions.path(regions.resolve(place, on).code).map((region) => ({ place, region: region.code })),
    )
  const current = reading('current')
  const rows = current.map((row) => ({ mode_key: 'current', ...row }))
  for (const period of periods) {
    const asOf = reading(lastDay(period))
    if (JSON.stringify(asOf) === JSON.stringify(current)) continue
    rows.push(...asOf.map((row) => ({ mode_key: modeKey('asof', period), ...row })))
  }
  await sql`delete from region_map`.execute(trx)
  await sql`insert into region_map (mode_key, place, region)
    select mode_key, place, region from json_populate_recordset(null::region_map, ${JSON.stringify(rows)}::json)`.execute(trx)
}

function lastDay(period: string) {
  const parsed = parsePeriod(period)
  return parsed ? periodEnd(parsed) : 'current'
}

/**
 * What the rebuild reads. The embedded engine never analyses by itself, and a planner that expects one row joins by
 * nested loops for minutes; the statistics must describe the rows that this very transaction has written.
 */
const STATISTICS = [
  'enterprise (dataset, credit_code, place)',
  'enterprise_value (dataset, indicator, period, credit_code)',
  'membership (dataset, chain, node, credit_code)',
  'honour (dataset, credit_code)',
  'leader',
  'chain_unit',
  'region_map',
]

async function rebuildFigures(trx: Trx, dataset: string, periods: string[], today: string) {
  await sql`delete from aggregate where dataset = ${dataset}`.execute(trx)
  for (const columns of STATISTICS) await sql.raw(`analyze ${columns}`).execute(trx)
  for (const period of periods) await figuresOfPeriod(trx, dataset, period, honourDate(period, today))
}

/**
 * Distinct enterprises are counted per place; Σ over places is then exact, because an enterprise has one place, whatever
 * the number of its nodes.
 */
async function figuresOfPeriod(trx: Trx, dataset: string, period: string, day: string) {
  await sql`
    insert into aggregate (dataset, mode_key, region, chain, unit_kind, unit, scope, period, enterprises, stat_known,
      above_scale, honoured, leaders, revenue_wan, revenue_reporting)
    with firm as (${firms(dataset, period, day)}), unit as (${units(dataset)}), head as (${heads(dataset)}),
    leaf as (
      select f.place, u.chain, u.unit_kind, u.unit, s.scope, count(*) as enterprises, sum(f.stat_known) as stat_known,
        sum(case when f.in_stat_scope then 1 else 0 end) as above_scale, sum(f.honoured) as honoured, sum(coalesce(l.leads, 0)) as leaders,
        sum(f.revenue) as revenue_wan, count(f.revenue) as revenue_reporting
      from unit u
      join firm f on f.credit_code = u.credit_code
      join (values ('all'), ('above'), ('four')) s (scope)
        on s.scope = 'all' or (s.scope = 'four' and f.in_stat_scope) or (s.scope = 'above' and f.above = 1)
      left join head l on l.chain = u.chain and l.credit_code = u.credit_code
      group by f.place, u.chain, u.unit_kind, u.unit, s.scope
    )
    select ${dataset}, m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope, ${period}, sum(a.enterprises),
      sum(a.stat_known), sum(a.above_scale), sum(a.honoured), sum(a.leaders), sum(a.revenue_wan), sum(a.revenue_reporting)
    from leaf a join region_map m on m.place = a.place and m.mode_key in ('current', ${modeKey('asof', period)})
    group by m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope`.execute(trx)
}

/** Each enterprise with what a period says of it. */
const firms = (dataset: string, period: string, day: string) => sql`
  select e.credit_code, e.place, e.in_stat_scope, case when e.in_stat_scope is null then 0 else 1 end as stat_known,
    case when ${INDUSTRIAL} then 1 else 0 end as above, case when h.credit_code is null then 0 else 1 end as honoured,
    v.value as revenue
  from enterprise e
  left join enterprise_value v on v.dataset = ${dataset} and v.indicator = 'revenue' and v.period = ${period}
    and v.credit_code = e.credit_code
  left join (select distinct h.credit_code from honour h where h.dataset = ${dataset} and h.tier <> 'other'
    and ${validOn(day)}) h on h.credit_code = e.credit_code
  where e.dataset = ${dataset}`

/** The units an enterprise counts in, each once: its nodes, their groups and stages, its chains, and the register. */
const units = (dataset: string) => sql`
  select distinct m.credit_code, cu.chain, cu.unit_kind, cu.unit
    from membership m join chain_unit cu on cu.chain = m.chain and cu.node = m.node where m.dataset = ${dataset}
  union all select credit_code, '', 'total', '' from enterprise where dataset = ${dataset}
  union all select distinct credit_code, '', 'linked', '' from membership where dataset = ${dataset}`

/** 链主, per chain and in the whole register. */
const heads = (dataset: string) => sql`
  select distinct chain, credit_code, 1 as leads from leader where dataset = ${dataset}
  union select distinct '', credit_code, 1 from leader where dataset = ${dataset}`

/** 荣誉有效性 is judged on the last day of the period, or today while the period still runs. */
function honourDate(period: string, today: string) {
  const end = lastDay(period)
  return end < today ? end : today
}
