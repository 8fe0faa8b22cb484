import { sql, type Kysely } from 'kysely'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import type { LngLat } from '@domain/geo/crs'
import { gramsOf } from '@domain/register/grams'
import { BUILT_IN_PACKS, regionBook } from '@server/catalogue'
import type { Schema } from '@server/db/schema'
import { rebuildAggregates } from '@server/source/aggregates'
import { bumpVersion } from '@server/source/batches'
import { seededRandom } from './seededSample'
import { skewed, syntheticEnterprises, type SyntheticEnterprise } from './syntheticEnterprises'
import { syntheticPlaces } from './syntheticPlaces'

const CHUNK = 5_000
const BATCH = 'synthetic'
const PERIOD = '2025'
const YEAR_BEFORE = '2024'
/** Of a year's revenue, what the year before had. */
const BEFORE_SHARE = 0.93
/** As measured on a real register: one enterprise in four is on a chain. */
const LINKED_SHARE = 0.25

export interface Fill {
  insertMs: number
  aggregatesMs: number
  memberships: number
}

export interface FillOptions {
  withPlaces?: boolean
  /** Revenue of the year before too, so that growth can be told. */
  withYearBefore?: boolean
}

type Db = Kysely<Schema>
type Table = 'enterprise' | 'enterprise_value' | 'membership' | 'rule_membership' | 'honour' | 'leader'

/** Puts invented enterprises straight into the tables that a publication would have filled, then aggregates them. */
export async function fillSynthetic(db: Db, count: number, options: FillOptions = {}): Promise<Fill> {
  const started = performance.now()
  const random = seededRandom(7)
  const revenues = options.withYearBefore ? [PERIOD, YEAR_BEFORE] : [PERIOD]
  const placeOf = options.withPlaces ? syntheticPlaces() : () => null
  let memberships = 0
  let chunk: SyntheticEnterprise[] = []
  const flush = async () => {
    memberships += await insertChunk(db, chunk, random, placeOf, revenues)
    chunk = []
  }
  for (const firm of syntheticEnterprises(count)) {
    chunk.push(firm)
    if (chunk.length === CHUNK) await flush()
  }
  await flush()
  const inserted = performance.now()
  const today = new Date().toISOString()
  await db.transaction().execute(async (trx) => {
    await bumpVersion(trx, 'real', today)
    await rebuildAggregates(trx, 'real', { regions: regionBook(), disclosure: DEFAULT_RULE }, today.slice(0, 10))
  })
  return { insertMs: inserted - started, aggregatesMs: performance.now() - inserted, memberships }
}

async function insertChunk(
  db: Db,
  firms: SyntheticEnterprise[],
  random: () => number,
  placeOf: (county: string) => LngLat | null,
  periods: readonly string[],
): Promise<number> {
  const dataset = 'real'
  const memberships = firms.flatMap((firm) => membershipsOf(firm, random))
  const values = periods.flatMap((period) => firms.flatMap((firm) => revenueOf(firm, period)))
  const honours = firms
    .filter(() => random() < 0.004)
    .map(({ creditCode }, at) => ({
      dataset,
      credit_code: creditCode,
      tier: 'specialised',
      programme: '专精特新中小企业',
      valid_from: '2024-01-01',
      valid_to: '2027-12-31',
      batch_id: `${BATCH}-${creditCode}`,
      row_no: at,
    }))
  const leaders = memberships
    .filter(() => random() < 0.0003)
    .map(({ credit_code, chain }, at) => ({
      dataset,
      credit_code,
      chain,
      batch_id: `${BATCH}-${credit_code}`,
      row_no: at,
    }))
  await insert(
    db,
    'enterprise',
    firms.map((firm) => ({ ...enterpriseRecord(firm), ...degrees(placeOf(firm.county)) })),
  )
  await insert(db, 'enterprise_value', values)
  await insert(
    db,
    'rule_membership',
    memberships.map(({ how: _how, ...said }) => said),
  )
  await insert(db, 'membership', memberships)
  await insert(db, 'honour', honours)
  await insert(db, 'leader', leaders)
  return memberships.length
}

function revenueOf({ creditCode, revenueWan }: SyntheticEnterprise, period: string) {
  if (revenueWan === null) return []
  const value = period === PERIOD ? revenueWan : (Number(revenueWan) * BEFORE_SHARE).toFixed(2)
  return [
    { dataset: 'real', credit_code: creditCode, indicator: 'revenue', period, value, unit: '万元', batch_id: BATCH },
  ]
}

const enterpriseRecord = (firm: SyntheticEnterprise) => ({
  dataset: 'real',
  credit_code: firm.creditCode,
  name: firm.name,
  name_grams: gramsOf(firm.name),
  place: firm.county,
  county_found: firm.county,
  located_by: 'declared',
  address: `辽宁省${firm.cityName}${firm.countyName}`,
  products: firm.products,
  business_scope: firm.products,
  industry_code: firm.industryCode,
  in_stat_scope: firm.inStatScope,
  batch_id: BATCH,
})

const degrees = (point: LngLat | null) => ({ lng: point?.[0] ?? null, lat: point?.[1] ?? null })

/** One to three nodes of one chain; a few nodes hold most members, as in real registers. */
function membershipsOf(firm: SyntheticEnterprise, random: () => number) {
  if (random() >= LINKED_SHARE) return []
  const pack = BUILT_IN_PACKS[skewed(random, BUILT_IN_PACKS.length)]
  if (!pack) return []
  const wanted = 1 + skewed(random, 3)
  const nodes = new Set(Array.from({ length: wanted }, () => pack.nodes[skewed(random, pack.nodes.length)]?.id ?? ''))
  return [...nodes].map((node) => ({
    dataset: 'real',
    chain: pack.id,
    node,
    credit_code: firm.creditCode,
    how: 'rule',
    confidence: 0.5 + Math.floor(random() * 50) / 100,
    reason: `主要产品“${firm.products}”`,
  }))
}

async function insert(db: Db, table: Table, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  )
}
