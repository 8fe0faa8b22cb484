import { sql, type RawBuilder } from 'kysely'
import type { EnterprisePage, EnterpriseRow } from '@contract/enterprises'
import type { ChainPack } from '@domain/chain/pack'
import { requirePack } from './chainEditions'
import { requireRegion, type SourceContext } from './context'
import { decodeCursor, encodeCursor } from './enterpriseCursor'
import { filterOf, onUnit, type EnterpriseFilter, type ListOrder, type ListQuery } from './enterpriseFilter'
import { readKeys } from './enterpriseKeys'
import { MOST_SORTED, readKeysInArea } from './enterpriseKeysInArea'
import { countEnterprises } from './enterpriseTotal'
import { honourNames, validHonours } from './honours'
import type { Principal } from './principal'
import { reasonFor, requireUnits, unitValue } from './unitValues'
import { frameOf } from './view'

interface ListRow {
  credit_code: string
  name: string
  county_found: string | null
  located_by: string
  in_stat_scope: boolean | null
  revenue: string | null
  honours: string | null
  is_leader: boolean
  node: string | null
  how: string | null
  confidence: number | null
  reason: string | null
}

/** 企业清单: one page of the enterprises behind a number; the filters are those of the number. */
export async function listEnterprises(
  context: SourceContext,
  principal: Principal,
  query: ListQuery,
): Promise<EnterprisePage> {
  if (query.county) requireRegion(context, principal, query.county, 'county')
  const frame = await frameOf(context, principal, query)
  const pack = query.chain ? await requirePack(context, query.chain) : null
  const filter = await filterOf(context, frame, query)
  const sort = orderFor(principal, query)
  const after = query.cursor ? decodeCursor(query.cursor, sort) : null
  const total = await countEnterprises(context, filter)
  // An order is walked until the page is full: without anybody to find, to its end.
  const read = filter.area && total <= MOST_SORTED ? readKeysInArea : readKeys
  const keys = total === 0 ? [] : await read(context, filter, { sort, after, limit: query.limit + 1 })
  const page = keys.slice(0, query.limit)
  const last = page.at(-1)
  return {
    total,
    rows: (
      await readRows(
        context,
        filter,
        page.map(({ code }) => code),
      )
    ).map((row) => enterpriseRow(context, principal, row, pack)),
    nextCursor: keys.length > query.limit && last ? encodeCursor(last) : null,
    dataset: frame.dataset,
    period: frame.period,
    version: frame.version,
  }
}

/** Without 单位数据 an order by revenue would tell who has more, and a cursor of it how much. */
function orderFor(principal: Principal, { sort }: ListQuery): ListOrder {
  if (sort === 'revenue') requireUnits(principal, '不能按营业收入排序', 'sort')
  return sort ?? (principal.seesUnits ? 'revenue' : 'name')
}

/** What the list shows of the given enterprises, in the given order. */
async function readRows(context: SourceContext, filter: EnterpriseFilter, codes: string[]): Promise<ListRow[]> {
  if (codes.length === 0) return []
  const { frame, query, day } = filter
  const { rows } = await sql<ListRow>`
    select e.credit_code, e.name, e.county_found, e.located_by, e.in_stat_scope, v.value as revenue,
      m.node, m.how, m.confidence, m.reason, ${validHonours(frame, day, sql.ref('e.credit_code'))} as honours,
      exists (select 1 from leader l where l.dataset = ${frame.dataset} and l.credit_code = e.credit_code
        and ${query.chain ? sql`l.chain = ${query.chain}` : sql`true`}) as is_leader
    from enterprise e
    left join enterprise_value v on v.dataset = e.dataset and v.indicator = 'revenue' and v.period = ${frame.period}
      and v.credit_code = e.credit_code
    left join (${bestMemberships(filter, codes)}) m on m.credit_code = e.credit_code
    where e.dataset = ${frame.dataset} and e.credit_code = any(${codes}::text[])`.execute(context.db)
  const byCode = new Map(rows.map((row) => [row.credit_code, row]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** The best membership of each enterprise in the asked part of the chain, or none when no chain is asked for. */
function bestMemberships({ frame, query }: EnterpriseFilter, codes: string[]): RawBuilder<unknown> {
  if (!query.chain) {
    return sql`select null::text as credit_code, null::text as node, null::text as how, null::real as confidence, null::text as reason`
  }
  return sql`select distinct on (m.credit_code) m.credit_code, m.node, m.how, m.confidence, m.reason from membership m
    where ${onUnit(frame, query)} and m.credit_code = any(${codes}::text[])
    order by m.credit_code, m.confidence desc, m.node`
}

function enterpriseRow(
  context: SourceContext,
  principal: Principal,
  row: ListRow,
  pack: ChainPack | null,
): EnterpriseRow {
  const node = pack?.nodes.find((item) => item.id === row.node)
  return {
    creditCode: row.credit_code,
    name: row.name,
    county: row.county_found,
    countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
    locatedBy: row.located_by as EnterpriseRow['locatedBy'],
    inStatScope: row.in_stat_scope,
    revenueWan: unitValue(principal, row.revenue),
    honours: honourNames(row.honours),
    leader: row.is_leader,
    membership:
      node && row.how && row.reason !== null
        ? {
            node: node.id,
            nodeName: node.name,
            how: row.how as 'rule',
            confidence: Number(row.confidence),
            reason: reasonFor(principal, row.how, row.reason),
          }
        : null,
  }
}
