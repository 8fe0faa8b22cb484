import { sql } from 'kysely'
import { EnterpriseQuery } from '@contract/enterprises'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import { tierOfFigure } from '@domain/figure/honourFigures'
import type { SourceContext } from './context'
import { conditions, filterOf, type EnterpriseFilter } from './enterpriseFilter'
import type { Frame } from './view'

/** The enterprises that a figure counts, as a query of /enterprises; null where no list says the same. */
export function listQuery(ref: FigureRef): Record<string, string> | null {
  const { indicator, region, chain, kind, unit, period, mode, dataset } = ref
  const tier = tierOfFigure(indicator)
  if (kind === 'enterprise' || kind === 'unlocated' || kind === 'cluster' || kind === 'party') return null
  return {
    region,
    ...(chain !== null && { chain }),
    ...(kind === 'node' && { node: unit }),
    ...(kind === 'group' && { group: unit }),
    ...(kind === 'stage' && { stage: unit }),
    ...(kind === 'linked' && { linked: 'yes' }),
    ...(indicator === 'honoured' && { honour: 'any' }),
    ...(tier !== null && { honour: tier }),
    ...(indicator === 'leaders' && { leader: 'yes' }),
    // 四上在库 is what 规上 counts; every other scope is in it already.
    scope: indicator === 'above-scale' && ref.scope === 'all' ? 'four' : ref.scope,
    period,
    mode,
    dataset,
  }
}

/** The same as the database sees it; `places` narrows it to some seats. */
export async function filterFor(
  context: SourceContext,
  frame: Frame,
  ref: FigureRef,
  places?: string[],
): Promise<EnterpriseFilter> {
  const query = EnterpriseQuery.parse(listQuery(ref))
  const filter = await filterOf(context, frame, query)
  return places ? { ...filter, places } : filter
}

export interface Behind {
  enterprises: number
  reporting: number
  revenueWan: string | null
}

/** 营业收入 (aliased v) of the enterprises (aliased e) of a filter. */
export const reported = ({ frame }: EnterpriseFilter) => sql`enterprise_value v on v.dataset = e.dataset
  and v.indicator = 'revenue' and v.period = ${frame.period} and v.credit_code = e.credit_code`

/** Counted and added up now, enterprise by enterprise: not taken from the published aggregates. */
export async function countBehind(context: SourceContext, filter: EnterpriseFilter): Promise<Behind> {
  const { rows } = await sql<{ n: string; reporting: string; revenue: string | null }>`
    select count(*) as n, count(v.value) as reporting, sum(v.value)::text as revenue
    from enterprise e left join ${reported(filter)} where ${conditions(filter)}`.execute(context.db)
  const [row] = rows
  return {
    enterprises: Number(row?.n ?? 0),
    reporting: Number(row?.reporting ?? 0),
    revenueWan: row?.revenue ?? null,
  }
}

/** What a figure of the given kind says of enterprises counted one by one. */
export function behindValue(indicator: FigureIndicator, behind: Behind): string | null {
  if (indicator === 'revenue') return behind.revenueWan
  return String(indicator === 'revenue-reporting' ? behind.reporting : behind.enterprises)
}

export interface Largest {
  credit_code: string
  name: string
  value: string
}

/** The enterprises with the largest revenue, and how many and how much the others are. */
export async function readLargest(context: SourceContext, filter: EnterpriseFilter, limit: number) {
  const { rows } = await sql<Largest>`
    select e.credit_code, e.name, v.value::text as value from enterprise e join ${reported(filter)}
    where ${conditions(filter)} order by v.value desc, e.credit_code limit ${limit}`.execute(context.db)
  const all = await countBehind(context, filter)
  const { rows: sums } = await sql<{ rest: string | null }>`
    select sum(q.value)::text as rest from (
      select v.value from enterprise e join ${reported(filter)} where ${conditions(filter)}
      order by v.value desc, e.credit_code offset ${limit}) q`.execute(context.db)
  return { largest: rows, others: all.reporting - rows.length, rest: sums[0]?.rest ?? null }
}
