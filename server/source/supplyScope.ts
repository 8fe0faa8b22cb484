import { sql, type RawBuilder } from 'kysely'
import { COUNTRY, maySee, type SourceContext } from './context'
import { SourceFailure } from './failure'
import type { Principal } from './principal'

/** 供应关系 are 敏感: a visitor gets nothing of them. */
export function requireStaff(principal: Principal) {
  if (principal.audience === 'visitor') throw new SourceFailure('forbidden', '访客不能查看供应关系')
}

/** The published trades (alias l) of a dataset that the principal may see: those of batches about their provinces. */
export async function visibleLinks(
  context: SourceContext,
  principal: Principal,
  dataset: string,
): Promise<RawBuilder<unknown>> {
  requireStaff(principal)
  const all = sql`l.dataset = ${dataset}`
  if (principal.region === COUNTRY) return all
  const batches = await context.db
    .selectFrom('batch')
    .select(['id', 'province'])
    .where('kind', '=', 'links')
    .where('dataset', '=', dataset)
    .where('status', '=', 'published')
    .execute()
  const seen = batches.flatMap(({ id, province }) => (maySee(context, principal, province) ? [id] : []))
  return sql`${all} and l.batch_id in (${sql.join(['', ...seen])})`
}
