import { sql, type RawBuilder } from 'kysely'
import type { FigureBatch } from '@contract/figures'
import type { FigureRef } from '@domain/figure/figureRef'
import { tierOfFigure } from '@domain/figure/honourFigures'
import { COUNTRY, maySee, type SourceContext } from './context'
import { conditions, type EnterpriseFilter } from './enterpriseFilter'
import { provincesOf } from './figureCardCells'
import { figureBatch, type BatchColumns } from './figureBatch'
import { filterFor, reported } from './figureCardLists'
import { placesOfSet } from './figureCardSets'
import { validOn } from './honours'
import type { Principal } from './principal'
import { frameOf } from './view'

interface BatchRow extends BatchColumns {
  enterprises: number
}

/** The published batches behind the given figures, most enterprises first; what the principal may not see is left out. */
export async function readSources(
  context: SourceContext,
  principal: Principal,
  refs: readonly FigureRef[],
): Promise<FigureBatch[]> {
  const found = new Map<string, FigureBatch>()
  for (const ref of refs) {
    if (!maySee(context, principal, ref.region)) continue
    for (const row of await batchesBehind(context, principal, ref)) {
      const known = found.get(row.id)
      // The figures overlap: of two counts the larger holds the other.
      if (!known || known.enterprises < row.enterprises) found.set(row.id, figureBatch(row, row.enterprises))
    }
  }
  return [...found.values()].sort((a, b) => b.enterprises - a.enterprises)
}

async function batchesBehind(context: SourceContext, principal: Principal, ref: FigureRef): Promise<BatchRow[]> {
  const frame = await frameOf(context, principal, ref)
  if (ref.region === COUNTRY) {
    const rows: BatchRow[] = []
    for (const region of await provincesOf(context, frame))
      rows.push(...(await batchesBehind(context, principal, { ...ref, region })))
    return rows
  }
  const set = await placesOfSet(context, principal, frame, ref)
  const filter = await filterFor(context, frame, { ...ref, ...set?.subject }, set?.places)
  const counted = sql.join(
    originsOf(ref, filter).map((origin) => sql`(${origin})`),
    sql` union all `,
  )
  const { rows } = await sql<BatchRow>`
    select b.id, b.kind, b.provider, b.file_name, b.period, b.data_class, b.published_at, b.created_by,
      max(c.n)::integer as enterprises
    from (${counted}) c join batch b on b.id = c.batch_id
    group by b.id, b.kind, b.provider, b.file_name, b.period, b.data_class, b.published_at, b.created_by`.execute(
    context.db,
  )
  return rows
}

/** Which batch of each enterprise the figure was read from: its record, its value, its entry in a list. */
function originsOf({ indicator }: FigureRef, filter: EnterpriseFilter): RawBuilder<unknown>[] {
  const where = conditions(filter)
  const counts = sql`count(distinct e.credit_code) as n`
  if (indicator === 'revenue' || indicator === 'revenue-reporting')
    return [
      sql`select v.batch_id, ${counts} from enterprise e join ${reported(filter)} where ${where} group by v.batch_id`,
    ]
  const register = sql`select e.batch_id, ${counts} from enterprise e where ${where} group by e.batch_id`
  const tier = tierOfFigure(indicator)
  if (indicator === 'honoured' || tier !== null)
    return [
      register,
      sql`select h.batch_id, ${counts} from enterprise e join honour h on h.dataset = e.dataset
        and h.credit_code = e.credit_code and ${tier === null ? sql`h.tier <> 'other'` : sql`h.tier = ${tier}`} and ${validOn(filter.day)} where ${where} group by h.batch_id`,
    ]
  if (indicator === 'leaders')
    return [
      register,
      sql`select l.batch_id, ${counts} from enterprise e join leader l on l.dataset = e.dataset
        and l.credit_code = e.credit_code and l.chain = ${filter.query.chain ?? ''} where ${where} group by l.batch_id`,
    ]
  return [register]
}
