import { sql } from 'kysely'
import type { Dataset } from '@contract/common'
import { FigureSheet, type CheckedPlaces, type SheetFact } from '@domain/checkup/figureSheet'
import { INDICATORS } from '@server/catalogue'
import { recordedCodes, seatOf } from '../regionFacts'
import type { SourceContext } from '../context'

/** More than any province reports; a limit all the same, since an answer is held in memory. */
const MOST_FACTS = 300_000

type Packed = [
  region: string,
  recordedOn: string,
  indicator: string,
  period: string,
  value: string,
  given: string,
  doubt: string | null,
  row: number,
  column: number,
  batch: string,
]

/** The region asked for and everything in force below it. */
export function placesOf({ regions }: SourceContext, root: string): CheckedPlaces {
  const below = (code: string): string[] => [code, ...regions.children(code).flatMap((child) => below(child.code))]
  const codes = below(root)
  return {
    root,
    codes,
    childrenOf: (code) => regions.children(code).map((child) => child.code),
    nameOf: (code) => regions.name(code),
    existed: (code, day) => regions.get(code, day) !== undefined,
  }
}

/** All figures of these regions, those under former codes that a region continues whole included. */
export async function readSheet(context: SourceContext, dataset: Dataset, places: CheckedPlaces): Promise<FigureSheet> {
  const heirs = new Map<string, string[]>()
  for (const code of places.codes) {
    // A region that kept its code through a change of name is its own predecessor.
    for (const recorded of new Set(recordedCodes(context.regions, code))) {
      heirs.set(recorded, [...(heirs.get(recorded) ?? []), code])
    }
  }
  const { rows } = await sql<{ facts: string | null }>`
    select json_agg(json_build_array(region, recorded_on, indicator, period, value::text, as_given, doubt, row_no, col_no,
      batch_id))::text as facts
    from (select * from region_fact where dataset = ${dataset} and region = any(${[...heirs.keys()]}::text[])
      order by period desc, batch_id, row_no, col_no limit ${MOST_FACTS}) f`.execute(context.db)
  const packed = JSON.parse(rows[0]?.facts ?? '[]') as Packed[]
  const batches = await readBatches(context, [...new Set(packed.map((fact) => fact[9]))])
  const fragments = new Set<string>()
  const seats = seatsOf(context)
  const facts: SheetFact[] = []
  for (const [region, recordedOn, indicator, period, value, given, doubt, row, column, batch] of packed) {
    const known = batches.get(batch)
    for (const heir of heirs.get(region) ?? []) {
      const seat = seats(heir, region, recordedOn, period)
      if (seat === 'part') fragments.add(`${heir} ${indicator} ${period}`)
      if (seat !== 'own') continue
      facts.push({
        dataset,
        region: heir,
        indicator,
        period,
        value,
        given,
        doubt,
        row,
        column,
        batch,
        provider: known?.provider ?? '',
        fileName: known?.file_name ?? '',
        dataClass: known?.data_class ?? '',
        publishedSeq: known?.published_seq ?? 0,
      })
    }
  }
  return new FigureSheet(facts, places, INDICATORS, fragments)
}

/** In whose place a recorded figure stands; the same for all figures of a region and a period. */
function seatsOf({ regions }: SourceContext) {
  const known = new Map<string, ReturnType<typeof seatOf>['kind']>()
  return (heir: string, region: string, recordedOn: string, period: string) => {
    const key = `${heir} ${region} ${recordedOn} ${period}`
    const seat = known.get(key) ?? seatOf(regions, heir, { region, recorded_on: recordedOn, period }).kind
    known.set(key, seat)
    return seat
  }
}

async function readBatches(context: SourceContext, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await context.db
          .selectFrom('batch')
          .select(['id', 'provider', 'file_name', 'data_class', 'published_seq'])
          .where('id', 'in', [...ids])
          .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
