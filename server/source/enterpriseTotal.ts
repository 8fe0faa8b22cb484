import { sql } from 'kysely'
import { COUNTRY, type SourceContext } from './context'
import { conditions, type EnterpriseFilter } from './enterpriseFilter'

/** How many enterprises a list has: the published figure where there is one of the same filters, else counted. */
export async function countEnterprises(context: SourceContext, filter: EnterpriseFilter): Promise<number> {
  const figure = await publishedFigure(context, filter)
  if (figure !== null) return figure
  const { rows } = await sql<{ n: string }>`select count(*) as n from enterprise e where ${conditions(filter)}`.execute(
    context.db,
  )
  return Number(rows[0]?.n ?? 0)
}

/** Counting a million rows for every page would take longer than the page. */
async function publishedFigure(context: SourceContext, filter: EnterpriseFilter): Promise<number | null> {
  const { query } = filter
  if (query.area || query.honour || query.leader || query.q || (query.linked && query.chain)) return null
  const region = innermost(context, filter)
  if (region === null) return null
  if (!query.linked) return figure(context, filter, region, ...unitOf(filter))
  const linked = await figure(context, filter, region, '', 'linked', '')
  if (linked === null || query.linked === 'yes') return linked
  const total = await figure(context, filter, region, '', 'total', '')
  return total === null ? null : total - linked
}

/** The region that holds exactly the places of the list; null when region and county only overlap, or not at all. */
function innermost(context: SourceContext, { frame, query }: EnterpriseFilter): string | null {
  if (!query.county) return frame.region
  if (frame.region === COUNTRY) return null
  return context.regions.path(query.county).some(({ code }) => code === frame.region) ? query.county : null
}

function unitOf({
  query: { chain, node, group, stage },
}: EnterpriseFilter): [chain: string, kind: string, unit: string] {
  if (!chain) return ['', 'total', '']
  if (node) return [chain, 'node', node]
  if (group) return [chain, 'group', group]
  return stage ? [chain, 'stage', stage] : [chain, 'chain', chain]
}

async function figure(
  context: SourceContext,
  { frame }: EnterpriseFilter,
  region: string,
  chain: string,
  kind: string,
  unit: string,
) {
  const row = await context.db
    .selectFrom('aggregate')
    .select('enterprises')
    .where('dataset', '=', frame.dataset)
    .where('mode_key', '=', frame.modeKey)
    .where('region', '=', region)
    .where('chain', '=', chain)
    .where('scope', '=', frame.scope)
    .where('period', '=', frame.period)
    .where('unit_kind', '=', kind)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row?.enterprises ?? null
}
