import { sql, type Transaction } from 'kysely'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { RegionBook } from '@domain/region/regionBook'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'
import { suppressAggregates } from './disclosure'
import { figureRows } from './figureRows'
import { honourDay } from './honours'
import { modeKey } from './modeKey'

type Trx = Transaction<Schema>

export const DATASETS = ['real', 'demo'] as const

/** Rebuilds what screens read for one dataset; call it inside the transaction that changed the facts. */
export async function rebuildAggregates(
  trx: Trx,
  dataset: string,
  { regions, disclosure }: Pick<SourceContext, 'regions' | 'disclosure'>,
  today: string,
) {
  await refreshStatistics(trx)
  const periods = await periodsOf(trx, dataset)
  await rebuildRegionMap(trx, regions, await allPeriods(trx))
  await rebuildFigures(trx, dataset, periods, today)
  await suppressAggregates(trx, dataset, periods, disclosure)
  await trx.updateTable('data_version').set({ judged_on: today }).where('dataset', '=', dataset).execute()
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
    select mode_key, place, region from json_populate_recordset(null::region_map, ${JSON.stringify(rows)}::json)`.execute(
    trx,
  )
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
  for (const period of periods) await figuresOfPeriod(trx, dataset, period, honourDay(period, today))
}

const COLUMNS = sql.raw(
  `dataset, mode_key, region, chain, unit_kind, unit, scope, period, enterprises, stat_known, above_scale, honoured, leaders,
   revenue_wan, revenue_reporting`,
)

async function figuresOfPeriod(trx: Trx, dataset: string, period: string, day: string) {
  await sql`insert into aggregate (${COLUMNS}) ${figureRows({ dataset, period, day, code: null })}`.execute(trx)
}

/**
 * One enterprise changes its nodes: what it counted for is taken off and what it counts for now is put on. Equal to a
 * rebuild, at the cost of a few rows instead of the whole register.
 */
export async function adjustAggregates(
  trx: Trx,
  { disclosure }: Pick<SourceContext, 'disclosure'>,
  dataset: string,
  code: string,
  today: string,
  change: () => Promise<void>,
) {
  const periods = await periodsOf(trx, dataset)
  const rows = () => contribution(trx, dataset, code, periods, today)
  const before = await rows()
  await change()
  const after = await rows()
  await addRows(trx, before, -1)
  await addRows(trx, after, 1)
  await suppressAggregates(trx, dataset, periods, disclosure)
}

async function contribution(trx: Trx, dataset: string, code: string, periods: string[], today: string) {
  const rows: object[] = []
  for (const period of periods) {
    const answer = await sql<object>`${figureRows({ dataset, period, day: honourDay(period, today), code })}`.execute(
      trx,
    )
    rows.push(...answer.rows)
  }
  return JSON.stringify(rows)
}

const SAME = sql.raw(
  `a.dataset = d.dataset and a.mode_key = d.mode_key and a.region = d.region and a.chain = d.chain and a.scope = d.scope
   and a.period = d.period and a.unit_kind = d.unit_kind and a.unit = d.unit`,
)

/** Adds rows to the aggregates, or with -1 takes them off; a unit without enterprises has no row. */
async function addRows(trx: Trx, rows: string, sign: 1 | -1) {
  const given = sql`json_populate_recordset(null::aggregate, ${rows}::json) d`
  const by = sql.lit(sign)
  await sql`
    update aggregate a set enterprises = a.enterprises + ${by} * d.enterprises, stat_known = a.stat_known + ${by} * d.stat_known,
      above_scale = a.above_scale + ${by} * d.above_scale, honoured = a.honoured + ${by} * d.honoured,
      leaders = a.leaders + ${by} * d.leaders, revenue_reporting = a.revenue_reporting + ${by} * d.revenue_reporting,
      revenue_wan = case when a.revenue_reporting + ${by} * d.revenue_reporting = 0 then null
        else coalesce(a.revenue_wan, 0) + ${by} * coalesce(d.revenue_wan, 0) end
    from ${given} where ${SAME}`.execute(trx)
  if (sign === -1) await sql`delete from aggregate a using ${given} where ${SAME} and a.enterprises = 0`.execute(trx)
  else {
    await sql`insert into aggregate (${COLUMNS}) select ${COLUMNS} from ${given}
      where not exists (select 1 from aggregate a where ${SAME})`.execute(trx)
  }
}
