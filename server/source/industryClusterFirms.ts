import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '@contract/common'
import type { IndustryClusterProfile } from '@contract/industryClusters'
import { todayOf, type SourceContext } from './context'
import { INDUSTRIAL } from './figureRows'
import { honourDay, validOn } from './honours'
import type { ClusterSeat } from './industryClusterSeats'
import type { Principal } from './principal'
import { unitValue } from './unitValues'
import type { Frame } from './view'

/*
 * Who stands behind the figures of clusters: an enterprise belongs to a cluster when it is seated in one of the counties
 * and on the chain (or node), within the scope; the rule by which the aggregates count.
 */

/** seat: every place of every cluster, with what the cluster is about. */
const seats = (frame: Frame, clusters: readonly ClusterSeat[]) => sql`
  seat as (
    select distinct c.id, c.chain, c.kind, c.unit, m.place
    from json_to_recordset(${JSON.stringify(flat(clusters))}::json) as c (id text, chain text, kind text, unit text, region text)
    join region_map m on m.mode_key = ${frame.modeKey} and m.region = c.region)`

const flat = (clusters: readonly ClusterSeat[]) =>
  clusters.flatMap(({ id, subject, counties }) =>
    counties.map((region) => ({ id, chain: subject.chain, kind: subject.unitKind, unit: subject.unit, region })),
  )

const SCOPES: Record<Scope, RawBuilder<unknown>> = {
  all: sql`true`,
  four: sql`e.in_stat_scope`,
  above: INDUSTRIAL,
}

/** The enterprise e is on the chain (or node) of the seat s. */
const onSubject = ({ dataset }: Frame) => sql`exists (
  select 1 from membership m join chain_unit u on u.chain = m.chain and u.node = m.node
  where m.dataset = ${dataset} and m.credit_code = e.credit_code and m.chain = s.chain
    and u.unit_kind = s.kind and u.unit = s.unit)`

/** heads: 链主 of the chain among the enterprises of each cluster. */
const heads = (frame: Frame) => sql`
  head as (
    select distinct s.id, e.credit_code, e.name, e.county_found
    from leader l
    join enterprise e on e.dataset = l.dataset and e.credit_code = l.credit_code
    join seat s on s.place = e.place and s.chain = l.chain
    where l.dataset = ${frame.dataset} and ${SCOPES[frame.scope]} and ${onSubject(frame)})`

export interface HeadRow {
  id: string
  credit_code: string
  name: string
  county_found: string | null
}

export async function readHeads(context: SourceContext, frame: Frame, clusters: readonly ClusterSeat[]) {
  const { rows } = await sql<HeadRow>`with ${seats(frame, clusters)}, ${heads(frame)}
    select id, credit_code, name, county_found from head order by name, credit_code`.execute(context.db)
  return rows
}

/** Enterprises per cluster and tier; one with several tiers is in each, one with a title twice is in it once. */
export async function readTiers(context: SourceContext, frame: Frame, clusters: readonly ClusterSeat[]) {
  const day = honourDay(frame.period, todayOf(context))
  const { rows } = await sql<{ id: string; tier: string; enterprises: string }>`with ${seats(frame, clusters)}
    select s.id, h.tier, count(distinct e.credit_code) as enterprises
    from honour h
    join enterprise e on e.dataset = h.dataset and e.credit_code = h.credit_code
    join seat s on s.place = e.place
    where h.dataset = ${frame.dataset} and h.tier <> 'other' and ${validOn(day)} and ${SCOPES[frame.scope]}
      and ${onSubject(frame)}
    group by s.id, h.tier`.execute(context.db)
  return rows.map(({ id, tier, enterprises }) => ({ id, tier, enterprises: Number(enterprises) }))
}

/** One supply relation between a 链主 of a cluster and an enterprise seated there, on whatever chain. */
export interface TieRow {
  id: string
  leader: string
  partner: string
  name: string
  county: string | null
  role: 'supplier' | 'customer'
  product: string | null
}

export async function readTies(context: SourceContext, frame: Frame, clusters: readonly ClusterSeat[]) {
  const ends = (from: RawBuilder<unknown>, to: RawBuilder<unknown>, role: string) => sql`
    select h.id, h.credit_code as leader, ${from} as partner, ${sql.lit(role)} as role, l.product
    from head h join supply_link l on l.dataset = ${frame.dataset} and ${to} = h.credit_code`
  const [supplier, customer] = [sql.ref('l.supplier'), sql.ref('l.buyer')]
  const { rows } = await sql<{ packed: string | null }>`with ${seats(frame, clusters)}, ${heads(frame)},
    tie as (${ends(supplier, customer, 'supplier')} union ${ends(customer, supplier, 'customer')})
    select json_agg(json_build_object('id', t.id, 'leader', t.leader, 'partner', t.partner, 'name', e.name,
      'county', e.county_found, 'role', t.role, 'product', t.product) order by e.name, t.partner, t.product)::text as packed
    from tie t
    join enterprise e on e.dataset = ${frame.dataset} and e.credit_code = t.partner
    join (select distinct id, place from seat) p on p.id = t.id and p.place = e.place
    where t.partner <> t.leader and ${SCOPES[frame.scope]}`.execute(context.db)
  return JSON.parse(rows[0]?.packed ?? '[]') as TieRow[]
}

const MOST_SHOWN = 20

/** By revenue; whoever may not see it gets 链主 first and then names, an order that says nothing of revenue. */
export async function readTopEnterprises(
  context: SourceContext,
  principal: Principal,
  frame: Frame,
  cluster: ClusterSeat,
): Promise<IndustryClusterProfile['topEnterprises']> {
  const { rows } = await sql<{
    credit_code: string
    name: string
    county: string | null
    revenue: string | null
    leads: boolean
  }>`
    with ${seats(frame, [cluster])}
    select e.credit_code, e.name, e.county_found as county, v.value as revenue,
      exists (select 1 from leader l where l.dataset = ${frame.dataset} and l.chain = ${cluster.subject.chain}
        and l.credit_code = e.credit_code) as leads
    from seat s
    join enterprise e on e.dataset = ${frame.dataset} and e.place = s.place
    left join enterprise_value v on v.dataset = ${frame.dataset} and v.indicator = 'revenue' and v.period = ${frame.period}
      and v.credit_code = e.credit_code
    where ${SCOPES[frame.scope]} and ${onSubject(frame)}
    order by ${principal.seesUnits ? sql`v.value desc nulls last` : sql`leads desc, e.name`}, e.credit_code limit ${MOST_SHOWN}`.execute(
    context.db,
  )
  return rows.map(({ credit_code, name, county, revenue, leads }) => ({
    creditCode: credit_code,
    name,
    countyName: countyName(context, county),
    revenueWan: unitValue(principal, revenue),
    leader: leads,
  }))
}

export const countyName = ({ regions }: SourceContext, code: string | null) => (code ? regions.name(code) : '未定位')

/** Which lists the province published: without supply relations nobody's zero is a zero. */
export async function hasSupplyLinks(context: SourceContext, { dataset }: Frame, province: string): Promise<boolean> {
  const { rows } = await sql`select 1 from supply_link l join batch b on b.id = l.batch_id
    where l.dataset = ${dataset} and b.province = ${province} and b.status = 'published' limit 1`.execute(context.db)
  return rows.length > 0
}
