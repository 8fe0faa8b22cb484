import { Decimal } from 'decimal.js'
import { sql } from 'kysely'
import { concentrationRatio, hhiBounds, type HhiBounds } from '@domain/indicator/concentration'
import { hhiDisclosure } from '@domain/indicator/hhiDisclosure'
import { CR_SIZES, crDisclosure } from '@domain/indicator/largestShares'
import { hhiRange } from '@domain/indicator/marketRange'
import type { Suppression } from '@domain/disclosure/suppression'
import type { CrReading } from '@contract/analysisParts'
import type { FigureRef } from '@domain/figure/figureRef'
import { todayOf, type SourceContext } from './context'
import { conditions, type EnterpriseFilter } from './enterpriseFilter'
import { filterFor, reported } from './figureCardLists'
import { validOn } from './honours'
import type { Frame } from './view'

/** As many as the figure card of 集中度 lists, so that the two say the same. */
const MOST_MEASURED = 300

/** What the enterprises of a unit come to; no value of a single one is in it. */
export interface MarketReading {
  bounds: HhiBounds | null
  /** Why `bounds` may not be shown; null = they may. */
  boundsSuppressed: Suppression | null
  withUnreported: HhiBounds | null
  shares: CrReading[]
  /** 有效的专精特新（含“小巨人”）, each enterprise once. */
  specialised: number
}

interface MarketRow {
  largest: string | null
  reporting: number
  sum: string | null
  squares: string | null
  rest: string | null
  specialised: number
}

const SHELF_SIZE = 400
const shelves = new WeakMap<SourceContext, Map<string, Promise<MarketReading>>>()

/** Goes over single enterprises, so it is read once for each unit and data version. */
export function readMarket(
  context: SourceContext,
  frame: Frame,
  unit: Pick<FigureRef, 'chain' | 'kind' | 'unit'>,
  enterprises: number,
): Promise<MarketReading> {
  const { region, dataset, period, scope, mode, version } = frame
  const key = JSON.stringify([dataset, version, mode, region, unit, scope, period, todayOf(context)])
  const shelf = shelves.get(context) ?? new Map<string, Promise<MarketReading>>()
  shelves.set(context, shelf)
  const known = shelf.get(key)
  if (known) return known
  const reading = read(context, frame, unit, enterprises)
  shelf.set(key, reading)
  // A failed reading is not an answer to keep.
  reading.catch(() => shelf.delete(key))
  for (const oldest of shelf.keys()) {
    if (shelf.size <= SHELF_SIZE) break
    shelf.delete(oldest)
  }
  return reading
}

async function read(
  context: SourceContext,
  frame: Frame,
  unit: Pick<FigureRef, 'chain' | 'kind' | 'unit'>,
  enterprises: number,
): Promise<MarketReading> {
  const { region, scope, period, mode, dataset } = frame
  const ref: FigureRef = { ...unit, indicator: 'revenue', region, scope, period, mode, dataset, against: null }
  const row = await readRow(context, await filterFor(context, frame, ref))
  const known = JSON.parse(row.largest ?? '[]') as string[]
  const market = { known, rest: row.rest ?? '0' }
  const unknown = Math.max(0, enterprises - row.reporting)
  const sum = row.sum ?? '0'
  // The mean, which is public with the sum: a median is the revenue of one enterprise, and follows from the interval.
  const most = new Decimal(sum).div(Math.max(1, row.reporting))
  const range = { sum, squares: row.squares ?? '0', unknown, most }
  const disclosure = crDisclosure(row.reporting)
  const bounds = hhiBounds(market)
  return {
    bounds,
    boundsSuppressed: context.disclosure === null ? null : hhiDisclosure(row.reporting, bounds),
    withUnreported: unknown === 0 ? null : hhiRange(range),
    shares: CR_SIZES.map((n): CrReading => {
      const suppressed = disclosure.get(n) ?? null
      return { n, share: suppressed ? null : concentrationRatio(market, n), suppressed, missing: null }
    }),
    specialised: row.specialised,
  }
}

/** One walk over the enterprises of the unit. */
async function readRow(context: SourceContext, filter: EnterpriseFilter): Promise<MarketRow> {
  const { rows } = await sql<MarketRow>`
    with firm as materialized (
      select e.credit_code, v.value from enterprise e left join ${reported(filter)} where ${conditions(filter)}),
    largest as (select value from firm where value is not null order by value desc, credit_code limit ${MOST_MEASURED})
    select (select json_agg(value::text)::text from largest) as largest,
      count(value)::integer as reporting, sum(value)::text as sum, sum(value * value)::text as squares,
      (sum(value) - (select sum(value) from largest))::text as rest,
      (select count(*)::integer from firm f where exists (select 1 from honour h
        where h.dataset = ${filter.frame.dataset} and h.credit_code = f.credit_code
          and h.tier in ('specialised', 'little-giant') and ${validOn(filter.day)})) as specialised
    from firm`.execute(context.db)
  const [row] = rows
  if (!row) throw new Error('an aggregate without a row')
  return row
}
