import { sql } from 'kysely'
import { MOST_LISTED } from '@domain/checkup/thresholds'
import { todayOf, type SourceContext } from '../context'
import { rowsOf, type Walk } from './enterpriseBase'

/** 称号 that had run out by today and were not given again, by programme. */
export async function readExpiredHonours(context: SourceContext, { frame, base }: Walk) {
  const today = todayOf(context)
  const own = sql`honour h join enterprise e on e.dataset = h.dataset and e.credit_code = h.credit_code
    where h.dataset = ${frame.dataset} and ${base}`
  const { rows } = await sql<{
    programme: string
    enterprises: number
    last: string | null
    code: string
    batch: string
  }>`
    select h.programme, count(distinct h.credit_code)::int as enterprises, max(h.valid_to) as last,
      min(h.credit_code) as code, min(h.batch_id) as batch
    from ${own} and (h.standing = 'lapsed' or (h.standing = 'held' and h.valid_to < ${today})) and not exists (
      select 1 from honour n where n.dataset = h.dataset and n.credit_code = h.credit_code and n.programme = h.programme and n.standing = 'held'
        and coalesce(n.valid_to, '9999') >= ${today})
    group by h.programme order by 2 desc, 1 limit ${MOST_LISTED}`.execute(context.db)
  const all = await sql<{ count: number }>`select count(*)::int as count from ${own}`.execute(context.db)
  const files = await rowsOf(context, rows)
  return {
    looked: all.rows[0]?.count ?? 0,
    expired: rows.map(({ programme, enterprises, last, code, batch }) => ({
      programme,
      enterprises,
      last,
      batch: { ...(files.get(code) ?? { id: batch, fileName: '' }), id: batch, row: null },
    })),
  }
}
