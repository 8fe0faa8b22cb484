import { sql, type Transaction } from 'kysely'
import type { Register } from '@domain/disclosure/register'
import type { Schema } from '@server/db/schema'
import { INDUSTRIAL } from './figureRows'
import { modeKey } from './modeKey'

type Trx = Transaction<Schema>

/** place, nodes as "chain/node" joined by blanks, scope, reporting, sum, largest, second. */
type Packed = [string, string, number, number, number, number, number | null]

/** Enterprises that reported 营业收入 of a period, folded where no sum tells them apart; amounts in whole 元. */
async function readAtoms(trx: Trx, dataset: string, period: string): Promise<Packed[]> {
  const { rows } = await sql<{ packed: string | null }>`
    with tag as (
      select credit_code, string_agg(chain || '/' || node, ' ' order by chain, node) as nodes
      from membership where dataset = ${dataset} group by credit_code),
    firm as (
      select e.place, coalesce(t.nodes, '') as nodes, (v.value * 10000)::bigint as revenue,
        case when ${INDUSTRIAL} then 2 when e.in_stat_scope then 1 else 0 end as scope
      from enterprise_value v
      join enterprise e on e.dataset = v.dataset and e.credit_code = v.credit_code
      left join tag t on t.credit_code = v.credit_code
      where v.dataset = ${dataset} and v.indicator = 'revenue' and v.period = ${period}),
    atom as (
      select place, nodes, scope, count(*) as n, sum(revenue) as total,
        (array_agg(revenue order by revenue desc))[1:2] as top
      from firm group by place, nodes, scope)
    select json_agg(json_build_array(place, nodes, scope, n, total, top[1], top[2])
      order by place, nodes collate "C", scope)::text as packed from atom`.execute(trx)
  return JSON.parse(rows[0]?.packed ?? '[]') as Packed[]
}

interface UnitRow {
  chain: string
  node: string
  unit_kind: string
  unit: string
}

const KINDS = ['node', 'group', 'stage', 'chain'] as const

/** Key of a unit as the aggregates have it: chain, kind and id. */
export const unitKey = (chain: string, kind: string, unit: string) => `${chain} ${kind} ${unit}`

/** The tree of units, and for each node the units that it counts in. */
function unitsOf(rows: readonly UnitRow[]) {
  const units = [
    { key: unitKey('', 'total', ''), parent: -1 },
    { key: unitKey('', 'linked', ''), parent: 0 },
  ]
  const indexOf = new Map(units.map(({ key }, index) => [key, index]))
  const byNode = new Map<string, number[]>()
  const own = new Map<string, Map<string, string>>()
  for (const { chain, node, unit_kind, unit } of rows) {
    const key = `${chain}/${node}`
    const kinds = own.get(key) ?? new Map<string, string>()
    own.set(key, kinds.set(unit_kind, unit))
  }
  for (const [key, kinds] of own) {
    const chain = key.slice(0, key.indexOf('/'))
    const path: number[] = []
    for (const kind of [...KINDS].reverse()) {
      const unit = kinds.get(kind)
      if (unit === undefined) continue
      const name = unitKey(chain, kind, unit)
      const index = indexOf.get(name) ?? units.push({ key: name, parent: path[path.length - 1] ?? 1 }) - 1
      indexOf.set(name, index)
      path.push(index)
    }
    byNode.set(key, path)
  }
  return { units, byNode }
}

/** The reporting enterprises of a period, a register per province: regions of two provinces share no enterprise. */
export async function readRegisters(trx: Trx, dataset: string, period: string): Promise<Register[]> {
  const atoms = await readAtoms(trx, dataset, period)
  const { rows } = await sql<{ packed: string | null }>`
    select json_agg(json_build_array(place, mode_key || ' ' || region) order by place, mode_key, region)::text as packed
    from region_map where mode_key in ('current', ${modeKey('asof', period)})`.execute(trx)
  const regions = new Map<string, string[]>()
  for (const [place, region] of JSON.parse(rows[0]?.packed ?? '[]') as [string, string][])
    regions.set(place, [...(regions.get(place) ?? []), region])
  const { rows: units } = await sql<UnitRow>`
    select chain, node, unit_kind, unit from chain_unit order by chain, node, unit_kind, unit`.execute(trx)
  const tree = unitsOf(units)
  return provinces(atoms, regions).map((own) => registerOf(own, regions, tree))
}

/** Places that share a region, directly or through others, belong together. */
function provinces(atoms: readonly Packed[], regions: ReadonlyMap<string, readonly string[]>): Packed[][] {
  const leader = new Map<string, string>()
  const leaderOf = (name: string): string => {
    const above = leader.get(name) ?? name
    return above === name ? name : leaderOf(above)
  }
  const placeLeader = (place: string) => leaderOf(regions.get(place)?.[0] ?? place)
  for (const [place] of atoms)
    for (const name of regions.get(place) ?? []) leader.set(leaderOf(name), placeLeader(place))
  const groups = new Map<string, Packed[]>()
  for (const atom of atoms) {
    const name = placeLeader(atom[0])
    const group = groups.get(name)
    if (group) group.push(atom)
    else groups.set(name, [atom])
  }
  return [...groups.values()]
}

const TOTAL = 0
const LINKED = 1

function registerOf(
  atoms: readonly Packed[],
  regions: ReadonlyMap<string, readonly string[]>,
  { units, byNode }: ReturnType<typeof unitsOf>,
): Register {
  const [places, sets] = [new Numbering(), new Numbering()]
  const numbered = atoms.map(([place, nodes, scope, reporting, sum, largest, second]) => ({
    place: places.of(place),
    unitSet: sets.of(nodes),
    scope,
    reporting,
    sum,
    largest,
    second: second ?? -Infinity,
  }))
  const unitSets = sets.names.map((nodes) => {
    if (nodes === '') return [TOTAL]
    const own = nodes.split(' ').flatMap((node) => byNode.get(node) ?? [])
    return [...new Set([TOTAL, LINKED, ...own])].sort((a, b) => a - b)
  })
  return { atoms: numbered, places: places.names.map((place) => regions.get(place) ?? []), units, unitSets }
}

class Numbering {
  readonly names: string[] = []
  private readonly known = new Map<string, number>()

  of(name: string): number {
    const number = this.known.get(name) ?? this.names.push(name) - 1
    this.known.set(name, number)
    return number
  }
}
