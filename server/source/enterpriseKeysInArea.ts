import { sql, type RawBuilder } from 'kysely'
import type { SourceContext } from './context'
import type { CursorKey } from './enterpriseCursor'
import type { PageWish } from './enterpriseKeys'
import { conditions, onUnit, type EnterpriseFilter, type ListOrder } from './enterpriseFilter'

/*
 * Pages of a small area. Walking the order of a whole register to find the few that lie inside would probe everyone;
 * here those inside are found first (by the index of points) and put in order then. The orders are those of
 * enterpriseKeys.ts.
 */

/** Beyond this many, walking the order meets somebody soon enough. */
export const MOST_SORTED = 20_000

interface Order {
  /** The sort key of an enterprise (aliased h); a subquery, so that it is looked up for those inside only. */
  key: RawBuilder<unknown>
  /** SQL type of the key. */
  type: RawBuilder<unknown>
  isDescending: boolean
}

const ORDERS: Record<ListOrder, (filter: EnterpriseFilter) => Order> = {
  revenue: ({ frame }) => ({
    key: sql`(select v.value from enterprise_value v where v.dataset = ${frame.dataset} and v.indicator = 'revenue'
      and v.period = ${frame.period} and v.credit_code = h.credit_code)`,
    type: sql`numeric`,
    isDescending: true,
  }),
  name: () => ({ key: sql`h.name`, type: sql`text`, isDescending: false }),
  code: () => ({ key: sql`null::text`, type: sql`text`, isDescending: false }),
  confidence: ({ frame, query }) => ({
    key: query.chain
      ? sql`(select max(m.confidence) from membership m where ${onUnit(frame, query)} and m.credit_code = h.credit_code)`
      : sql`null::real`,
    type: sql`real`,
    isDescending: true,
  }),
}

export async function readKeysInArea(
  context: SourceContext,
  filter: EnterpriseFilter,
  { sort, after, limit }: PageWish,
): Promise<CursorKey[]> {
  const order = ORDERS[sort](filter)
  const { rows } = await sql<{ code: string; key: string | number | null }>`
    with hit as materialized (select e.credit_code, e.name from enterprise e where ${conditions(filter)}),
      ranked as materialized (select h.credit_code as code, ${order.key} as key from hit h)
    select code, key from ranked where ${beyond(order, after)}
    order by key ${order.isDescending ? sql`desc` : sql`asc`} nulls last, code limit ${limit}`.execute(context.db)
  return rows.map(({ code, key }) => ({ code, key: key === null ? null : String(key) }))
}

/** Keys sort as asked, none last, and codes decide between equals. */
function beyond({ type, isDescending }: Order, after: CursorKey | null): RawBuilder<unknown> {
  if (!after) return sql`true`
  if (after.key === null) return sql`key is null and code > ${after.code}`
  const key = sql`${after.key}::${type}`
  return sql`(key is null or key ${isDescending ? sql`<` : sql`>`} ${key} or (key = ${key} and code > ${after.code}))`
}
