import { sql } from 'kysely'
import type { SameName, TwoPlaces } from '@domain/checkup/enterpriseFindings'
import { MOST_LISTED } from '@domain/checkup/thresholds'
import type { SourceContext } from '../context'
import { rowsOf, type Walk } from './enterpriseBase'

/** One name under several codes; the name exactly as written. */
export async function readSameNames(context: SourceContext, walk: Walk) {
  const { rows } = await sql<{ name: string; codes: string[]; count: number; batch: string; found: number }>`
    select name, (array_agg(credit_code order by credit_code))[1:3] as codes, count(*)::int as count,
      min(batch_id) as batch, count(*) over ()::int as found
    from (select e.name, e.credit_code, e.batch_id from enterprise e where ${walk.base}) e
    group by name having count(*) > 1 order by count(*) desc, name limit ${MOST_LISTED}`.execute(context.db)
  const firsts = rows.flatMap(({ codes, batch }) => (codes[0] === undefined ? [] : [{ code: codes[0], batch }]))
  const files = await rowsOf(context, firsts)
  const names = rows.map(({ name, codes, count, batch }): SameName => {
    const file = files.get(codes[0] ?? '') ?? { id: batch, fileName: '', row: null }
    return { name, codes, count, batch: file }
  })
  return { looked: walk.looked, found: rows[0]?.found ?? 0, names, note: walk.note }
}

/** Pairs that differ in name only (recoded counties) or in depth (a city and its county) take part in the limit. */
const MOST_PAIRS = 200

/** One code that two published registers put in two counties; asked only where there are two. */
export async function readTwoPlaces(context: SourceContext, walk: Walk) {
  const { regions } = context
  const older = await context.db
    .selectFrom('batch')
    .select('id')
    .where('dataset', '=', walk.frame.dataset)
    .where('kind', '=', 'register')
    .where('status', '=', 'published')
    .execute()
  if (older.length < 2) return { looked: 0, pairs: [], note: older.length === 1 ? '只有一份名录' : null }
  const { rows } = await sql<{ one: string; other: string; count: number; code: string; name: string; batch: string }>`
    select e.county_found as one, r.county_found as other, count(distinct e.credit_code)::int as count,
      min(e.credit_code) as code, min(e.name) as name, min(r.batch_id) as batch
    from enterprise e join staged_row r on r.credit_code = e.credit_code and r.batch_id <> e.batch_id
    where ${walk.base} and r.batch_id = any(${older.map(({ id }) => id)}::text[]) and r.verdict = 'accepted'
      and r.county_found <> e.county_found
    group by 1, 2 order by 3 desc, 1, 2 limit ${MOST_PAIRS}`.execute(context.db)
  const today = (code: string) => regions.resolve(code, 'current').code
  const real = rows.filter(({ one, other }) => {
    const [a, b] = [today(one), today(other)]
    return !regions.isWithin(a, b) && !regions.isWithin(b, a)
  })
  const listed = real.slice(0, MOST_LISTED)
  const names = await namesOf(context, walk, listed)
  const files = await rowsOf(context, listed)
  const place = (code: string) => ({ code, name: regions.name(code) })
  const pairs = listed.map((row): TwoPlaces => ({
    one: place(row.one),
    other: place(row.other),
    count: row.count,
    sample: { creditCode: row.code, name: names.get(row.code) ?? row.name },
    batch: files.get(row.code) ?? { id: row.batch, fileName: '', row: null },
  }))
  return { looked: walk.looked, pairs, note: walk.note }
}

async function namesOf(context: SourceContext, { frame }: Walk, found: readonly { code: string }[]) {
  if (found.length === 0) return new Map<string, string>()
  const rows = await context.db
    .selectFrom('enterprise')
    .select(['credit_code', 'name'])
    .where('dataset', '=', frame.dataset)
    .where(
      'credit_code',
      'in',
      found.map(({ code }) => code),
    )
    .execute()
  return new Map(rows.map(({ credit_code, name }) => [credit_code, name]))
}
