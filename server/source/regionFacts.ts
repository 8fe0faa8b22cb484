import { sql } from 'kysely'
import type { Dataset } from '@contract/common'
import type { FigureSource } from '@contract/regionFigures'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { Region, RegionBook } from '@domain/region/regionBook'
import type { SourceContext } from './context'

interface FactRow {
  region: string
  recorded_on: string
  indicator: string
  period: string
  value: string
  as_given: string
  doubt: string | null
  row_no: number
  col_no: number
  batch_id: string
  provider: string
  data_class: string
  file_name: string
  published_at: string
  published_seq: number
  created_by: string
  report: string | null
}

/** A source of a figure with what ranks it. */
export interface RegionFact extends FigureSource {
  indicator: string
  period: string
  publishedSeq: number
}

export interface FactsRead {
  facts: RegionFact[]
  formerRegions: { code: string; name: string; figures: number }[]
}

const formerCodes = new WeakMap<RegionBook, Map<string, Region[]>>()

/** Divisions that are no more, by the one that stands in their place today. */
function formersOf(regions: RegionBook, code: string): Region[] {
  let table = formerCodes.get(regions)
  if (!table) {
    table = new Map()
    for (const region of regions.all()) {
      if (region.inForce) continue
      const heir = regions.resolve(region.code, 'current', region.from || region.until).code
      table.set(heir, [...(table.get(heir) ?? []), region])
    }
    formerCodes.set(regions, table)
  }
  return table.get(code) ?? []
}

/** The codes under which figures of a region may be recorded: its own and those that went into it. */
export const recordedCodes = (regions: RegionBook, region: string): string[] => [
  region,
  ...formersOf(regions, region).map(({ code }) => code),
]

/** Facts of a region and of those that it continues whole: a renamed or recoded county. What was merged is told apart. */
export async function readRegionFacts(
  context: SourceContext,
  dataset: Dataset,
  region: string,
  indicator: string | undefined,
): Promise<FactsRead> {
  const codes = recordedCodes(context.regions, region)
  const { rows } = await sql<FactRow>`
    select f.region, f.recorded_on, f.indicator, f.period, f.value::text as value, f.as_given, f.doubt, f.row_no, f.col_no,
      f.batch_id, b.provider, b.data_class, b.file_name, b.published_at, b.published_seq, b.created_by,
      case when row_number() over (partition by f.batch_id order by f.row_no, f.col_no) = 1 then b.report end as report
    from region_fact f join batch b on b.id = f.batch_id
    where f.dataset = ${dataset} and f.region = any(${codes}::text[])
      and ${indicator ? sql`f.indicator = ${indicator}` : sql`true`}
    order by f.batch_id, f.row_no, f.col_no`.execute(context.db)
  const headings = headingsOf(rows)
  const facts: RegionFact[] = []
  const former = new Map<string, { code: string; name: string; figures: number }>()
  for (const row of rows) {
    const seat = seatOf(context.regions, region, row)
    if (seat.kind === 'elsewhere') continue
    if (seat.kind === 'part') {
      const known = former.get(row.region) ?? { code: row.region, name: seat.name, figures: 0 }
      former.set(row.region, { ...known, figures: known.figures + 1 })
      continue
    }
    facts.push(factOf(row, headings.get(`${row.batch_id} ${row.col_no}`) ?? '', seat.former))
  }
  return { facts, formerRegions: [...former.values()].sort((a, b) => (a.code < b.code ? -1 : 1)) }
}

type Seat = { kind: 'own'; former: string | null } | { kind: 'part'; name: string } | { kind: 'elsewhere' }

/** Whether a figure is the region's own, that of a predecessor which it continues whole, or of a part of it. */
export function seatOf(
  regions: RegionBook,
  region: string,
  row: Pick<FactRow, 'region' | 'recorded_on' | 'period'>,
): Seat {
  const period = parsePeriod(row.period)
  const day = row.recorded_on || (period ? periodEnd(period) : '9999-12-31')
  const unit = regions.get(row.region, day) ?? regions.get(row.region)
  const isNow = regions.get(row.region)?.inForce
  // Asked for by its own code, an abolished division shows its own figures.
  if (row.region === region && !isNow) return { kind: 'own', former: null }
  const { code, kind } = regions.resolve(row.region, 'current', day)
  if (code !== region || !unit) return { kind: 'elsewhere' }
  if (row.region === region && kind === 'same') return { kind: 'own', former: null }
  const isWhole = (kind === 'same' || kind === 'successor') && isAlone(regions, region, unit)
  return isWhole ? { kind: 'own', former: `${unit.name}（${unit.code}）` } : { kind: 'part', name: unit.name }
}

/** No other division of its time went into the same one, which did not stand beside it either. */
function isAlone(regions: RegionBook, region: string, unit: Region): boolean {
  const heir = regions.get(region)
  const others = formersOf(regions, region).filter(({ code, from }) => code !== unit.code || from !== unit.from)
  const overlaps = (other: Region) => other.from < (unit.until || '9999') && unit.from < (other.until || '9999')
  return unit.level === heir?.level && ![...others, ...(heir ? [heir] : [])].some(overlaps)
}

function headingsOf(rows: FactRow[]): Map<string, string> {
  const headings = new Map<string, string>()
  for (const { batch_id, report } of rows) {
    if (report === null) continue
    // Stored by us from values that the contract had admitted.
    const { columns } = JSON.parse(report) as { columns: { column: number; header: string }[] }
    for (const { column, header } of columns) headings.set(`${batch_id} ${column}`, header)
  }
  return headings
}

const factOf = (row: FactRow, heading: string, former: string | null): RegionFact => ({
  indicator: row.indicator,
  period: row.period,
  publishedSeq: row.published_seq,
  value: row.value,
  asGiven: row.as_given,
  provider: row.provider,
  dataClass: row.data_class as FigureSource['dataClass'],
  batch: row.batch_id,
  fileName: row.file_name,
  heading,
  row: row.row_no,
  column: row.col_no,
  publishedAt: row.published_at,
  publishedBy: row.created_by,
  former,
  doubt: row.doubt,
})
