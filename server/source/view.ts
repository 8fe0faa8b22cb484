import { sql } from 'kysely'
import type { Dataset, DivisionMode, Scope, View } from '@contract/common'
import type { ChainPack } from '@domain/chain/pack'
import { comparePeriods, parsePeriod } from '@domain/period/period'
import { DATASETS } from './aggregates'
import { COUNTRY, provinceOf, requireRegion, type SourceContext } from './context'
import { requirePack } from './chainEditions'
import { footnotesOf } from './footnotes'
import { keepHonoursOfToday } from './honoursOfToday'
import { modeKey } from './modeKey'
import type { Principal } from './principal'

interface Wish {
  region: string
  period?: string | undefined
  scope: Scope
  mode: DivisionMode
  dataset?: Dataset | undefined
}

/** What a query resolves to before any figure is read. */
export interface Frame {
  region: string
  dataset: Dataset
  period: string
  scope: Scope
  mode: DivisionMode
  /** Row key of the region map and the aggregates. */
  modeKey: string
  version: number
  updatedAt: string | null
}

/** 统计期 that a province's own registers and figures speak of, for the country those of any province with a register; the latest end first, and of one end the longer. */
export async function periodsIn(context: SourceContext, province: string, dataset: Dataset): Promise<string[]> {
  const registers = sql`batch where dataset = ${dataset} and kind = 'register' and status = 'published'`
  const own = province === COUNTRY ? sql`(select province from ${registers})` : sql`(${province})`
  const { rows } = await sql<{ period: string }>`
    select period from ${registers} and province in ${own}
    union select distinct period from aggregate
    where dataset = ${dataset} and mode_key = 'current' and region in ${own} and chain = '' and scope = 'all'
      and unit_kind = 'total' and revenue_reporting > 0`.execute(context.db)
  const periods = rows.flatMap(({ period }) => {
    const parsed = parsePeriod(period)
    return parsed ? [{ period, parsed }] : []
  })
  return periods.sort((a, b) => comparePeriods(b.parsed, a.parsed)).map(({ period }) => period)
}

/** Real data where the province has any, demonstration data otherwise; null where there is neither. */
export async function preferredDataset(context: SourceContext, region: string): Promise<Dataset | null> {
  const province = region === COUNTRY ? null : provinceOf(region)
  for (const dataset of DATASETS) {
    const { rows } = await sql`
      select 1 from aggregate where dataset = ${dataset} and mode_key = 'current'
        and ${province === null ? sql`true` : sql`region = ${province}`} limit 1`.execute(context.db)
    if (rows.length > 0) return dataset
  }
  return null
}

export async function dataVersion(context: SourceContext, dataset: Dataset) {
  const row = await context.db
    .selectFrom('data_version')
    .select(['version', 'updated_at'])
    .where('dataset', '=', dataset)
    .executeTakeFirst()
  return { version: row?.version ?? 0, updatedAt: row?.updated_at ?? null }
}

/** Fills in the defaults of a query and checks the region against the principal. */
export async function frameOf(context: SourceContext, principal: Principal, wish: Wish): Promise<Frame> {
  requireRegion(context, principal, wish.region)
  const dataset = wish.dataset ?? (await preferredDataset(context, wish.region)) ?? 'real'
  const periods = wish.period ? [wish.period] : await periodsIn(context, provinceOf(wish.region), dataset)
  const period = periods[0] ?? String(context.now().getFullYear())
  await keepHonoursOfToday(context, dataset)
  const { version, updatedAt } = await dataVersion(context, dataset)
  const { region, scope, mode } = wish
  const known = await knownModeKey(context, dataset, mode, period)
  return { region, dataset, period, scope, mode, modeKey: known, version, updatedAt }
}

/** A period whose divisions read like today's, or that nobody reported, has no reading of its own. */
async function knownModeKey(context: SourceContext, dataset: Dataset, mode: DivisionMode, period: string) {
  const key = modeKey(mode, period)
  const { rows } = await sql`select 1 from aggregate where dataset = ${dataset} and mode_key = ${key} limit 1`.execute(
    context.db,
  )
  return rows.length > 0 ? key : 'current'
}

export async function viewOf(
  context: SourceContext,
  frame: Frame,
  chain: string,
): Promise<{ view: View; pack: ChainPack }> {
  const pack = await requirePack(context, chain)
  const { region, dataset, period, scope, mode, version, updatedAt } = frame
  const regionName = region === COUNTRY ? '全国' : context.regions.name(region)
  const footnotes = region === COUNTRY ? [] : footnotesOf(context.regions, frame)
  const view: View = {
    region,
    regionName,
    chain,
    chainName: pack.name,
    edition: pack.edition,
    period,
    scope,
    mode,
    dataset,
    version,
    updatedAt,
    footnotes,
  }
  return { view, pack }
}
