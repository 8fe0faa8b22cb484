import { sql } from 'kysely'
import type { z } from 'zod'
import type { Selection, SelectionQuery } from '@contract/selection'
import type { ChainPack } from '@domain/chain/pack'
import { requirePack } from './chainEditions'
import { requireRegion, type SourceContext } from './context'
import { conditions, filterOf, type EnterpriseFilter } from './enterpriseFilter'
import {
  figuresOf,
  knowledgeOf,
  NOTHING,
  readUnits,
  unitOf,
  unitRow,
  type Knowledge,
  type PackedFigures,
  type UnitRow,
} from './figures'
import { validOn } from './honours'
import type { Principal } from './principal'
import { suppressSelection } from './selectionDisclosure'
import { frameOf } from './view'

type Query = z.output<typeof SelectionQuery>

const TOP_NODES = 6

/** 圈选: what the enterprises of an area come to. Every number is that of the enterprise list under the same filters. */
export async function readSelection(context: SourceContext, principal: Principal, query: Query): Promise<Selection> {
  if (query.county) requireRegion(context, principal, query.county, 'county')
  const frame = await frameOf(context, principal, query)
  const pack = await requirePack(context, query.chain)
  const filter = await filterOf(context, frame, { ...query, sort: 'code', limit: 1 })
  const counted = await sumsOf(context, filter)
  const touched = await touchedPlaces(context, filter, counted)
  const places = [...new Set(touched.map(({ place }) => place))]
  const sums = await suppressSelection(context, principal, filter, places, counted)
  const total = unitOf(await readUnits(context, frame, frame.region, pack.id), 'total')
  const known = await knowledgeOf(context, frame, pack.id, total)
  const whole = sums.get('all ') ?? NOTHING
  const figures = figuresOf(whole, known)
  return {
    enterprises: whole.enterprises,
    figures,
    ...(await counties(context, filter, sums, touched)),
    topNodes: topNodes(pack, sums, known),
    crs: filter.area?.crs ?? 'CGCS2000',
    dataset: frame.dataset,
    period: frame.period,
    version: frame.version,
    method: METHOD,
  }
}

const METHOD = [
  '圈选只计有坐标的企业，按企业登记的坐标判断，恰在边上的算在内；坐标先换算到 2000 国家大地坐标系再判断。',
  '没有坐标的企业无法判断是否在圈内，不计入，另列家数。',
  '圈内或所涉地区圈外剩余的报送企业太少，或一两家占了绝大部分的，以及所涉区县本身不公布的，营业收入不公布；对访客一律不公布圈选的营业收入。',
]

type Packed = [kind: string, unit: string, ...PackedFigures]

/** The figures of everyone selected, of each place ("place 210213") and of each node ("node probe"), in one answer. */
async function sumsOf(context: SourceContext, filter: EnterpriseFilter): Promise<Map<string, UnitRow>> {
  const { frame, query } = filter
  const sums = sql`count(*) as enterprises, count(f.in_stat_scope) as stat_known,
    count(*) filter (where f.in_stat_scope) as above_scale, count(*) filter (where f.honoured) as honoured,
    count(*) filter (where f.leads) as leaders, sum(f.revenue) as revenue_wan, count(f.revenue) as revenue_reporting`
  const { rows } = await sql<{ packed: string | null }>`
    with firm as materialized (${firms(filter)}), sums as (
      select 'all' as kind, '' as unit, ${sums} from firm f
      union all select 'place', f.place, ${sums} from firm f group by f.place
      union all select 'node', m.node, ${sums} from firm f
        join membership m on m.dataset = ${frame.dataset} and m.chain = ${query.chain} and m.credit_code = f.credit_code
        group by m.node)
    select json_agg(json_build_array(kind, unit, enterprises, stat_known, above_scale, honoured, leaders,
      revenue_wan::text, revenue_reporting, null))::text as packed from sums`.execute(context.db)
  const list = JSON.parse(rows[0]?.packed ?? '[]') as Packed[]
  return new Map(list.map(([kind, unit, ...figures]) => [`${kind} ${unit}`, unitRow(figures)]))
}

/** Each selected enterprise once, with what the figures count. */
function firms(filter: EnterpriseFilter) {
  const { frame, query, day } = filter
  return sql`
    select e.credit_code, e.place, e.in_stat_scope, v.value as revenue,
      exists (select 1 from honour h where h.dataset = e.dataset and h.credit_code = e.credit_code
        and h.tier <> 'other' and ${validOn(day)}) as honoured,
      exists (select 1 from leader l where l.dataset = e.dataset and l.credit_code = e.credit_code
        and l.chain = ${query.chain}) as leads
    from enterprise e
    left join enterprise_value v on v.dataset = e.dataset and v.indicator = 'revenue' and v.period = ${frame.period}
      and v.credit_code = e.credit_code
    where ${conditions(filter)}`
}

function topNodes(pack: ChainPack, sums: ReadonlyMap<string, UnitRow>, known: Knowledge): Selection['topNodes'] {
  return pack.nodes
    .flatMap(({ id, name }) => {
      const row = sums.get(`node ${id}`)
      return row ? [{ id, name, figures: figuresOf(row, known) }] : []
    })
    .sort((a, b) => b.figures.enterprises - a.figures.enterprises || (a.id < b.id ? -1 : 1))
    .slice(0, TOP_NODES)
}

const shownPlaces = (sums: ReadonlyMap<string, UnitRow>) =>
  [...sums].flatMap(([key, row]) =>
    key.startsWith('place ') ? [{ place: key.slice(6), enterprises: row.enterprises }] : [],
  )

/** Places of the counties that anyone selected is in. */
async function touchedPlaces(context: SourceContext, filter: EnterpriseFilter, sums: ReadonlyMap<string, UnitRow>) {
  const places = shownPlaces(sums).map(({ place }) => place)
  const found = await placesOfCounties(context, filter, places)
  const known = new Set(found.map(({ place }) => place))
  return [...found, ...places.flatMap((place) => (known.has(place) ? [] : [{ place, county: place }]))]
}

/** 涉及的县（市、区）, and who in them has no coordinates. */
async function counties(
  context: SourceContext,
  filter: EnterpriseFilter,
  sums: ReadonlyMap<string, UnitRow>,
  touched: readonly { place: string; county: string }[],
) {
  const shown = shownPlaces(sums)
  const countyOf = new Map(touched.map(({ place, county }) => [place, county]))
  const counts = new Map<string, number>()
  for (const { place, enterprises } of shown) {
    const code = countyOf.get(place) ?? place
    counts.set(code, (counts.get(code) ?? 0) + enterprises)
  }
  return {
    byCounty: [...counts]
      .map(([code, enterprises]) => ({ code, name: nameOf(context, code, [...counts.keys()]), enterprises }))
      .sort((a, b) => b.enterprises - a.enterprises || (a.code < b.code ? -1 : 1)),
    notPlaced: await withoutPoint(context, filter, [...new Set(touched.map(({ place }) => place))]),
  }
}

/** With its city where another county has the same name, as 铁西区 of 沈阳市 and of 鞍山市. */
function nameOf({ regions }: SourceContext, code: string, all: readonly string[]): string {
  const level = regions.level(code)
  const name = regions.name(code)
  if (level === 'province' || level === 'city') return `${name}（未定位到${level === 'city' ? '' : '市'}县）`
  const isAlone = all.every((other) => other === code || regions.name(other) !== name)
  const city = regions.path(code).find((step) => step.level === 'city')
  return isAlone || !city ? name : `${regions.name(city.code)}${name}`
}

/** All places of the counties that the given places belong to, in the division mode of the view. */
async function placesOfCounties(context: SourceContext, { frame }: EnterpriseFilter, places: string[]) {
  const { rows } = await sql<{ place: string; region: string }>`
    select m.place, m.region from region_map m where m.mode_key = ${frame.modeKey} and m.region in (
      select own.region from region_map own where own.mode_key = ${frame.modeKey} and own.place = any(${places}::text[])
        and right(own.region, 2) <> '00')`.execute(context.db)
  return rows.map(({ place, region }) => ({ place, county: region }))
}

async function withoutPoint(context: SourceContext, filter: EnterpriseFilter, places: string[]): Promise<number> {
  if (places.length === 0) return 0
  const seats = new Set(places)
  const there = { ...filter, area: null, places: filter.places.filter((place) => seats.has(place)) }
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from enterprise e where ${conditions(there)} and e.lng is null`.execute(context.db)
  return Number(rows[0]?.n ?? 0)
}
