import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { EnterprisePage, EnterpriseQuery, EnterpriseRow } from '@contract/enterprises'
import type { ChainPack } from '@domain/chain/pack'
import { gramsOf } from '@domain/register/grams'
import { activePack } from './chainEditions'
import { requireRegion, type SourceContext } from './context'
import { decodeCursor, encodeCursor, orderOf, type CursorKey } from './enterpriseCursor'
import { notFound } from './failure'
import { honourDay, honourNames, validHonours, validOn } from './honours'
import type { Principal } from './principal'
import { frameOf, type Frame } from './view'

type Query = z.output<typeof EnterpriseQuery>

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
export async function listEnterprises(context: SourceContext, principal: Principal, query: Query): Promise<EnterprisePage> {
  if (query.county) requireRegion(context, principal, query.county, 'county')
  const frame = await frameOf(context, principal, query)
  const pack = query.chain ? await activePack(context, query.chain) : null
  if (query.chain && !pack) throw notFound(`没有产业链 ${query.chain}`, 'chain')
  const day = honourDay(frame.period, context.now())
  const from = sql`${membershipSource(frame, query)} ${conditions(frame, query, day)}`
  const total = await sql<{ n: string }>`select count(*) as n ${from}`.execute(context.db)
  const rows = await readPage(context, frame, query, from, day)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    total: Number(total.rows[0]?.n ?? 0),
    rows: page.map((row) => enterpriseRow(context, row, pack)),
    nextCursor: rows.length > query.limit && last ? encodeCursor(cursorKey(query.sort, last)) : null,
    dataset: frame.dataset,
    period: frame.period,
    version: frame.version,
  }
}

const cursorKey = (sort: Query['sort'], row: ListRow): CursorKey => ({
  key: { revenue: row.revenue, name: row.name, code: null, confidence: row.confidence === null ? null : String(row.confidence) }[sort],
  code: row.credit_code,
})

async function readPage(context: SourceContext, frame: Frame, query: Query, from: RawBuilder<unknown>, day: string) {
  const order = orderOf(query.sort)
  const after = query.cursor ? order.after(decodeCursor(query.cursor)) : sql`true`
  const { rows } = await sql<ListRow>`
    select q.*, ${validHonours(frame, day, sql.ref('q.credit_code'))} as honours,
      exists (select 1 from leader l where l.dataset = ${frame.dataset} and l.credit_code = q.credit_code
        and ${query.chain ? sql`l.chain = ${query.chain}` : sql`true`}) as is_leader
    from (
      select e.credit_code, e.name, e.county_found, e.located_by, e.in_stat_scope, v.value as revenue,
        m.node, m.how, m.confidence, m.reason
      ${from}
    ) q
    where ${after} order by ${order.by} limit ${query.limit + 1}`.execute(context.db)
  return rows
}

/** The best membership of each enterprise in the asked part of the chain, or none when no chain is asked for. */
function membershipSource(frame: Frame, query: Query): RawBuilder<unknown> {
  const revenue = sql`left join enterprise_value v on v.dataset = e.dataset and v.indicator = 'revenue'
    and v.period = ${frame.period} and v.credit_code = e.credit_code`
  const none = sql`select null::text as node, null::text as how, null::real as confidence, null::text as reason`
  if (!query.chain) return sql`from enterprise e ${revenue} cross join (${none}) m`
  const unit = query.node
    ? sql`node = ${query.node}`
    : query.group || query.stage
      ? sql`node in (select node from chain_unit where chain = ${query.chain}
          and unit_kind = ${query.group ? 'group' : 'stage'} and unit = ${query.group ?? query.stage})`
      : sql`true`
  return sql`from (
      select distinct on (credit_code) credit_code, node, how, confidence, reason from membership
      where dataset = ${frame.dataset} and chain = ${query.chain} and ${unit}
      order by credit_code, confidence desc, node
    ) m join enterprise e on e.dataset = ${frame.dataset} and e.credit_code = m.credit_code ${revenue}`
}

function conditions(frame: Frame, query: Query, day: string): RawBuilder<unknown> {
  const inRegion = (region: string) =>
    sql`e.place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${region})`
  const parts = [sql`e.dataset = ${frame.dataset}`, sql`${inRegion(frame.region)}`]
  if (query.county) parts.push(inRegion(query.county))
  if (query.scope === 'four') parts.push(sql`e.in_stat_scope`)
  if (query.scope === 'above') {
    parts.push(sql`e.in_stat_scope and coalesce(substr(e.industry_code, 1, 2), '13') between '06' and '46'`)
  }
  const onChain = sql`select 1 from membership x where x.dataset = e.dataset and x.credit_code = e.credit_code`
  if (query.linked) parts.push(query.linked === 'yes' ? sql`exists (${onChain})` : sql`not exists (${onChain})`)
  if (query.leader) {
    parts.push(sql`exists (select 1 from leader l where l.dataset = e.dataset and l.credit_code = e.credit_code
      and ${query.chain ? sql`l.chain = ${query.chain}` : sql`true`})`)
  }
  if (query.honour) {
    parts.push(sql`exists (select 1 from honour h where h.dataset = e.dataset and h.credit_code = e.credit_code
      and ${query.honour === 'any' ? sql`h.tier <> 'other'` : sql`h.tier = ${query.honour}`} and ${validOn(day)})`)
  }
  if (query.q) parts.push(nameMatches(query.q))
  return sql`where ${sql.join(parts, sql` and `)}`
}

/** A name (by bigrams, rechecked) or the beginning of a credit code. */
export function nameMatches(text: string): RawBuilder<unknown> {
  const grams = gramsOf(text)
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const byName = grams.length > 0 ? sql`(e.name_grams @> ${grams}::text[] and e.name like ${like})` : sql`e.name like ${like}`
  return /^[0-9A-Za-z]{4,18}$/.test(text)
    ? sql`(${byName} or e.credit_code like ${`${text.toUpperCase()}%`})`
    : byName
}

function enterpriseRow(context: SourceContext, row: ListRow, pack: ChainPack | null): EnterpriseRow {
  const node = pack?.nodes.find((item) => item.id === row.node)
  return {
    creditCode: row.credit_code,
    name: row.name,
    county: row.county_found,
    countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
    locatedBy: row.located_by as EnterpriseRow['locatedBy'],
    inStatScope: row.in_stat_scope,
    revenueWan: row.revenue,
    honours: honourNames(row.honours),
    leader: row.is_leader,
    membership:
      node && row.how && row.reason !== null
        ? { node: node.id, nodeName: node.name, how: row.how as 'rule', confidence: Number(row.confidence), reason: row.reason }
        : null,
  }
}
