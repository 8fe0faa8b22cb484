import { Decimal } from 'decimal.js'
import { sql } from 'kysely'
import type { SourceContext } from './context'
import { FIGURE_COLUMNS, NOTHING, unitRow, type PackedFigures, type UnitRow } from './figures'
import type { Frame } from './view'

/** What is seen over the regions: one chain, one of its parts, or what is on any chain at all. */
export interface Subject {
  chain: string
  unitKind: 'chain' | 'stage' | 'group' | 'node' | 'linked'
  unit: string
}

/** A region's row of the subject, of everything in the register, and of the subject a year before. */
export interface RegionRows {
  subject: UnitRow
  total: UnitRow
  before: UnitRow
}

/** Of a region without any row. */
export const NO_ROWS: RegionRows = { subject: NOTHING, total: NOTHING, before: NOTHING }

/** A chain, or one node of it where there is one. */
export const subjectOf = (chain: string, node: string | null): Subject =>
  node === null ? { chain, unitKind: 'chain', unit: chain } : { chain, unitKind: 'node', unit: node }

type Packed = [string, string, string, ...PackedFigures]

/** All rows of the given regions in one answer; the lists beside the alternative let the primary key find each of them. */
export async function readRegionRows(
  context: SourceContext,
  frame: Frame,
  subject: Subject,
  before: string | null,
  regions: readonly string[],
) {
  const { rows } = await sql<{ packed: string | null }>`
    select json_agg(json_build_array(region, unit_kind, period, ${FIGURE_COLUMNS}))::text as packed
    from aggregate
    where dataset = ${frame.dataset} and mode_key = ${frame.modeKey} and region = any(${[...regions]}::text[])
      and scope = ${frame.scope} and period in (${frame.period}, ${before ?? frame.period})
      and chain in (${subject.chain}, '') and unit_kind in (${subject.unitKind}, 'total') and unit in (${subject.unit}, '')
      and ((chain = ${subject.chain} and unit_kind = ${subject.unitKind} and unit = ${subject.unit})
        or (chain = '' and unit_kind = 'total' and unit = ''))`.execute(context.db)
  const found = new Map<string, RegionRows>()
  for (const region of regions) found.set(region, { ...NO_ROWS })
  for (const [region, kind, period, ...figures] of JSON.parse(rows[0]?.packed ?? '[]') as Packed[]) {
    const own = found.get(region)
    if (!own) continue
    if (period !== frame.period) {
      if (kind !== 'total') own.before = unitRow(figures)
    } else if (kind === 'total') own.total = unitRow(figures)
    else own.subject = unitRow(figures)
  }
  return found
}

/** Several regions as one; they share no enterprise. */
export function sumRows(rows: readonly RegionRows[]): RegionRows {
  const sum = (pick: (row: RegionRows) => UnitRow) => sumUnits(rows.map(pick))
  return { subject: sum((row) => row.subject), total: sum((row) => row.total), before: sum((row) => row.before) }
}

export const sumUnits = (rows: readonly UnitRow[]): UnitRow => rows.reduce(plus, NOTHING)

/** A sum with a part that is not public is not public either. */
function plus(a: UnitRow, b: UnitRow): UnitRow {
  const reporting = a.revenue_reporting + b.revenue_reporting
  const isSuppressed = a.revenue_suppressed !== null || b.revenue_suppressed !== null
  const isKnown = reporting > 0 && !isSuppressed
  return {
    enterprises: a.enterprises + b.enterprises,
    stat_known: a.stat_known + b.stat_known,
    above_scale: a.above_scale + b.above_scale,
    honoured: a.honoured + b.honoured,
    leaders: a.leaders + b.leaders,
    revenue_wan: isKnown ? new Decimal(a.revenue_wan ?? 0).plus(b.revenue_wan ?? 0).toFixed(4) : null,
    revenue_reporting: reporting,
    revenue_suppressed: isSuppressed ? reasonOf(a, b) : null,
  }
}

/** That of the only part there is; of several parts the sum is protected for the sake of one of them. */
function reasonOf(a: UnitRow, b: UnitRow): UnitRow['revenue_suppressed'] {
  if (a.revenue_reporting === 0) return b.revenue_suppressed
  return b.revenue_reporting === 0 ? a.revenue_suppressed : 'complementary'
}

/** Regions of a level below a region: those in force, and those that the data of another time names. */
export async function regionsBelow(context: SourceContext, frame: Frame, level: 'city' | 'county'): Promise<string[]> {
  const { rows } = await sql<{ region: string }>`
    select distinct region from region_map where mode_key = ${frame.modeKey}
      and place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})`.execute(
    context.db,
  )
  const codes = new Set(frame.mode === 'current' ? inForceBelow(context, frame.region, level) : [])
  for (const { region } of rows) if (context.regions.level(region) === level) codes.add(region)
  return [...codes].sort()
}

function inForceBelow(context: SourceContext, region: string, level: 'city' | 'county'): string[] {
  if (context.regions.level(region) === level) return [region]
  return context.regions
    .children(region)
    .flatMap((child) => (child.level === level ? [child.code] : inForceBelow(context, child.code, level)))
}
