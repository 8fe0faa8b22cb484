import { sql } from 'kysely'
import { primaryReason } from '@domain/disclosure/rule'
import type { Suppression } from '@domain/disclosure/suppression'
import type { SourceContext } from './context'
import { isInArea } from './enterpriseArea'
import { conditions, type EnterpriseFilter } from './enterpriseFilter'
import { reported } from './figureCardLists'
import type { UnitRow } from './figures'
import type { Principal } from './principal'

type Packed = [
  kind: string,
  unit: string,
  inside: boolean,
  n: number,
  sum: string,
  largest: string,
  second: string | null,
]

/**
 * 圈选的抑制. An area can be drawn around anything, and two that differ by one enterprise would tell its revenue: whoever may
 * not see single enterprises gets no sum of an area at all. For the others, whose screens are projected, the rule holds
 * for what is inside and for what is left of the places touched, since their sums are public. A county whose own sum is
 * not public keeps it from every area that touches it: one drawn around it, or around all but it, would tell.
 */
export async function suppressSelection(
  context: SourceContext,
  { seesUnits }: Principal,
  filter: EnterpriseFilter,
  touched: string[],
  sums: ReadonlyMap<string, UnitRow>,
): Promise<Map<string, UnitRow>> {
  const unsafe = seesUnits ? await unsafeUnits(context, filter, touched) : null
  const reasonOf = (key: string): Suppression | null => (unsafe ? (unsafe.get(key) ?? null) : 'complementary')
  return new Map(
    [...sums].map(([key, row]) => {
      const reason = row.revenue_reporting > 0 ? reasonOf(key) : null
      return [key, reason === null ? row : { ...row, revenue_wan: null, revenue_suppressed: reason }]
    }),
  )
}

async function unsafeUnits(
  context: SourceContext,
  filter: EnterpriseFilter,
  touched: string[],
): Promise<Map<string, Suppression>> {
  const { disclosure: rule } = context
  const unsafe = new Map<string, Suppression>()
  if (rule === null || filter.area === null) return unsafe
  for (const [kind, unit, inside, reporting, sum, largest, second] of await readContributions(
    context,
    filter,
    touched,
  )) {
    const amounts = { sum: Number(sum), largest: Number(largest), second: second === null ? -Infinity : Number(second) }
    const reason = primaryReason({ reporting, ...amounts }, rule)
    const key = `${kind} ${unit}`
    if (reason !== null && (inside || !unsafe.has(key))) unsafe.set(key, inside ? reason : 'complementary')
  }
  for (const key of await closedUnits(context, filter, touched)) if (!unsafe.has(key)) unsafe.set(key, 'complementary')
  return unsafe
}

/** Units whose sum is not public in a region right around one of the places: its county, or what the place itself is. */
async function closedUnits(context: SourceContext, { frame, query }: EnterpriseFilter, touched: string[]) {
  const { chain, node, group, stage } = query
  const own = node ? ['node', node] : group ? ['group', group] : stage ? ['stage', stage] : ['chain', chain]
  const { rows } = await sql<{ unit_kind: string; unit: string }>`
    select distinct a.unit_kind, a.unit from aggregate a
    where a.dataset = ${frame.dataset} and a.mode_key = ${frame.modeKey} and a.scope = ${frame.scope}
      and a.period = ${frame.period} and a.chain = ${chain} and a.revenue_suppressed is not null
      and ((a.unit_kind = ${own[0]} and a.unit = ${own[1]}) or a.unit_kind = 'node')
      and right(a.region, 2) <> '00' and a.region in (
        select region from region_map where mode_key = ${frame.modeKey} and place = any(${touched}::text[]))`.execute(
    context.db,
  )
  return rows.flatMap(({ unit_kind, unit }) => [
    ...(unit_kind === own[0] && unit === own[1] ? ['all '] : []),
    ...(unit_kind === 'node' ? [`node ${unit}`] : []),
  ])
}

/** Who reported in the places touched, inside the area and outside it, altogether and by node; amounts in 元. */
async function readContributions(context: SourceContext, filter: EnterpriseFilter, touched: string[]) {
  const { frame, query, area } = filter
  if (area === null) return []
  const seats = new Set(touched)
  const around = { ...filter, area: null, places: filter.places.filter((place) => seats.has(place)) }
  const { rows } = await sql<{ packed: string | null }>`
    with firm as materialized (
      select e.credit_code, (v.value * 10000)::bigint as value, coalesce(${isInArea(area)}, false) as inside
      from enterprise e join ${reported(filter)} where ${conditions(around)}),
    unit as (
      select 'all' as kind, '' as unit, value, inside from firm
      union all select 'node', m.node, f.value, f.inside from firm f join membership m on m.dataset = ${frame.dataset}
        and m.chain = ${query.chain} and m.credit_code = f.credit_code),
    contribution as (
      select kind, unit, inside, count(*) as n, sum(value) as total, (array_agg(value order by value desc))[1:2] as top
      from unit group by kind, unit, inside)
    select json_agg(json_build_array(kind, unit, inside, n, total::text, top[1]::text, top[2]::text))::text as packed
    from contribution`.execute(context.db)
  return JSON.parse(rows[0]?.packed ?? '[]') as Packed[]
}
