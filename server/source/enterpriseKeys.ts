import { sql, type RawBuilder } from 'kysely'
import type { SourceContext } from './context'
import type { CursorKey } from './enterpriseCursor'
import { conditions, onUnit, type EnterpriseFilter, type ListOrder } from './enterpriseFilter'

/*
 * Which enterprises stand on a page, by sort key and code alone. The order comes from an index and the filters are
 * probed along the way, so that a page of a whole province costs little more than a page of a county; what the rows
 * show is read afterwards, for one page. Total orders only: the next page begins where this one ends, on every database.
 */

interface Asked {
  context: SourceContext
  filter: EnterpriseFilter
  where: RawBuilder<unknown>
  after: CursorKey | null
  limit: number
}

const READERS: Record<ListOrder, (asked: Asked) => Promise<CursorKey[]>> = {
  revenue: byRevenue,
  name: byName,
  code: byCode,
  confidence: byConfidence,
}

/** Which page: the order, where the page before ended, and how many keys at most. */
export interface PageWish {
  sort: ListOrder
  after: CursorKey | null
  limit: number
}

export function readKeys(context: SourceContext, filter: EnterpriseFilter, { sort, after, limit }: PageWish) {
  return READERS[sort]({ context, filter, where: conditions(filter), after, limit })
}

async function keysOf(
  { context }: Asked,
  query: RawBuilder<{ code: string; key: string | number | null }>,
): Promise<CursorKey[]> {
  const { rows } = await query.execute(context.db)
  return rows.map(({ code, key }) => ({ code, key: key === null ? null : String(key) }))
}

/** 营业收入 from high to low, then those that did not report. */
async function byRevenue(asked: Asked): Promise<CursorKey[]> {
  const { after, limit } = asked
  const reporting = after?.key === null ? [] : await byReportedRevenue(asked)
  if (reporting.length === limit) return reporting
  const silent = await byCode({
    ...asked,
    where: sql`${asked.where} and not exists (select 1 from enterprise_value v where v.credit_code = e.credit_code and ${revenue(asked)})`,
    after: after?.key === null ? after : null,
    limit: limit - reporting.length,
  })
  return [...reporting, ...silent]
}

const revenue = ({ filter: { frame } }: Asked) =>
  sql`v.dataset = ${frame.dataset} and v.indicator = 'revenue' and v.period = ${frame.period}`

function byReportedRevenue(asked: Asked) {
  const { where, after, limit } = asked
  // The first comparison repeats the others, but it is the one that an index can begin at.
  const rest = after
    ? sql`v.value <= ${after.key}::numeric and (v.value < ${after.key}::numeric or v.credit_code > ${after.code})`
    : sql`true`
  return keysOf(
    asked,
    sql`
    select v.credit_code as code, v.value as key
    from enterprise_value v join enterprise e on e.dataset = v.dataset and e.credit_code = v.credit_code
    where ${revenue(asked)} and ${where} and ${rest}
    order by v.value desc, v.credit_code limit ${limit}`,
  )
}

function byName(asked: Asked) {
  const { where, after, limit } = asked
  const rest = after
    ? sql`e.name >= ${after.key} and (e.name > ${after.key} or e.credit_code > ${after.code})`
    : sql`true`
  return keysOf(
    asked,
    sql`
    select e.credit_code as code, e.name as key from enterprise e
    where ${where} and ${rest} order by e.name, e.credit_code limit ${limit}`,
  )
}

function byCode(asked: Asked) {
  const { where, after, limit } = asked
  return keysOf(
    asked,
    sql`
    select e.credit_code as code, null::text as key from enterprise e
    where ${where} and ${after ? sql`e.credit_code > ${after.code}` : sql`true`}
    order by e.credit_code limit ${limit}`,
  )
}

/** Without a chain nobody has a confidence, and the codes decide alone. */
function byConfidence(asked: Asked) {
  const { filter, where, after, limit } = asked
  if (!filter.query.chain || after?.key === null) return byCode(asked)
  const rest = after
    ? sql`(m.best < ${after.key}::real or (m.best = ${after.key}::real and m.credit_code > ${after.code}))`
    : sql`true`
  return keysOf(
    asked,
    sql`
    select m.credit_code as code, m.best as key
    from (select m.credit_code, max(m.confidence) as best from membership m where ${onUnit(filter.frame, filter.query)} group by m.credit_code) m
    join enterprise e on e.dataset = ${filter.frame.dataset} and e.credit_code = m.credit_code
    where ${where} and ${rest} order by m.best desc, m.credit_code limit ${limit}`,
  )
}
