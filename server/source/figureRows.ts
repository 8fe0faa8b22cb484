import { sql } from 'kysely'
import { validOn } from './honours'
import { modeKey } from './modeKey'

/** GB/T 4754: 06–46 are mining, manufacturing and utilities; in-scope firms without a code count as industry. */
export const INDUSTRIAL = sql`(e.in_stat_scope and coalesce(substr(e.industry_code, 1, 2), '13') between '06' and '46')`

interface Wish {
  dataset: string
  period: string
  /** The day on which honours are judged. */
  day: string
  /** One enterprise, some, or null for all. */
  code: string | readonly string[] | null
}

function only(table: string, code: Wish['code']) {
  if (code === null) return sql`true`
  const column = sql.ref(`${table}.credit_code`)
  return typeof code === 'string' ? sql`${column} = ${code}` : sql`${column} = any(${code}::text[])`
}

/**
 * Rows of the table aggregate, in its columns. Distinct enterprises are counted per place; Σ over places is then exact, because an enterprise has one place, whatever
 * the number of its nodes.
 */
export const figureRows = ({ dataset, period, day, code }: Wish) => sql`
    with firm as (${firms({ dataset, period, day, code })}), unit as (${units(dataset, code)}), head as (${heads(dataset)}),
    leaf as (
      select f.place, u.chain, u.unit_kind, u.unit, s.scope, count(*) as enterprises, sum(f.stat_known) as stat_known,
        sum(case when f.in_stat_scope then 1 else 0 end) as above_scale, sum(f.honoured) as honoured, sum(coalesce(l.leads, 0)) as leaders,
        sum(f.revenue) as revenue_wan, count(f.revenue) as revenue_reporting
      from unit u
      join firm f on f.credit_code = u.credit_code
      join (values ('all'), ('above'), ('four')) s (scope)
        on s.scope = 'all' or (s.scope = 'four' and f.in_stat_scope) or (s.scope = 'above' and f.above = 1)
      left join head l on l.chain = u.chain and l.credit_code = u.credit_code
      group by f.place, u.chain, u.unit_kind, u.unit, s.scope
    )
    select ${dataset}::text as dataset, m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope, ${period}::text as period,
      sum(a.enterprises) as enterprises, sum(a.stat_known) as stat_known, sum(a.above_scale) as above_scale,
      sum(a.honoured) as honoured, sum(a.leaders) as leaders, sum(a.revenue_wan) as revenue_wan,
      sum(a.revenue_reporting) as revenue_reporting
    from leaf a join region_map m on m.place = a.place and m.mode_key in ('current', ${modeKey('asof', period)})
    group by m.mode_key, m.region, a.chain, a.unit_kind, a.unit, a.scope`

/** Each enterprise with what a period says of it. */
const firms = ({ dataset, period, day, code }: Wish) => sql`
  select e.credit_code, e.place, e.in_stat_scope, case when e.in_stat_scope is null then 0 else 1 end as stat_known,
    case when ${INDUSTRIAL} then 1 else 0 end as above, case when h.credit_code is null then 0 else 1 end as honoured,
    v.value as revenue
  from enterprise e
  left join enterprise_value v on v.dataset = ${dataset} and v.indicator = 'revenue' and v.period = ${period}
    and v.credit_code = e.credit_code
  left join (select distinct h.credit_code from honour h where h.dataset = ${dataset} and h.tier <> 'other'
    and ${validOn(day)}) h on h.credit_code = e.credit_code
  where e.dataset = ${dataset} and ${only('e', code)}`

/** The units an enterprise counts in, each once: its nodes, their groups and stages, its chains, and the register. */
const units = (dataset: string, code: Wish['code']) => sql`
  select distinct m.credit_code, cu.chain, cu.unit_kind, cu.unit
    from membership m join chain_unit cu on cu.chain = m.chain and cu.node = m.node where m.dataset = ${dataset} and ${only('m', code)}
  union all select credit_code, '', 'total', '' from enterprise e where dataset = ${dataset} and ${only('e', code)}
  union all select distinct credit_code, '', 'linked', '' from membership m where dataset = ${dataset} and ${only('m', code)}`

/** 链主, per chain and in the whole register. */
const heads = (dataset: string) => sql`
  select distinct chain, credit_code, 1 as leads from leader where dataset = ${dataset}
  union select distinct '', credit_code, 1 from leader where dataset = ${dataset}`
