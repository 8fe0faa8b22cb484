import { sql, type RawBuilder } from 'kysely'
import type { Dataset } from '@contract/common'
import type { NetworkChunk, NetworkPart, NetworkRows } from '@server/network/networkRows'
import { activePacks } from './chainEditions'
import { todayOf, type SourceContext } from './context'
import { validOn } from './honours'
import { requireVersion } from './pointRows'

/** Rows in one statement: between two of them others get the embedded database's only connection. */
const CHUNK = 20_000

/** Everything a network index is made of, parties first. Throws when the data were published anew meanwhile. */
export async function* networkChunks(
  context: SourceContext,
  dataset: Dataset,
  version: number,
): AsyncGenerator<NetworkChunk> {
  yield await chainChunk(context)
  yield* chunks(context, dataset, 'parties', PARTIES)
  if (await hasLinks(context, dataset)) yield* chunks(context, dataset, 'parties', MEMBERS)
  yield* chunks(context, dataset, 'parties', LEADER_PARTIES)
  yield* chunks(context, dataset, 'leaders', LEADERS)
  yield* chunks(context, dataset, 'seats', SEATS)
  yield* chunks(context, dataset, 'honours', honoursOn(todayOf(context)))
  yield* chunks(context, dataset, 'revenues', REVENUES)
  yield* chunks(context, dataset, 'trades', TRADES)
  await requireVersion(context, dataset, version)
}

async function chainChunk(context: SourceContext): Promise<NetworkChunk> {
  const packs = await activePacks(context)
  const rows = packs.map((pack): NetworkRows['chains'] => [
    pack.id,
    pack.name,
    pack.nodes.map(({ id, name }) => [id, name]),
  ])
  return { of: 'chains', rows: JSON.stringify(rows) }
}

async function hasLinks({ db }: SourceContext, dataset: string): Promise<boolean> {
  const row = await db
    .selectFrom('supply_link')
    .select('row_no')
    .where('dataset', '=', dataset)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Rows of a table in the order of a column that an index has; rows of one value are never torn apart. */
interface Selection {
  table: string
  column: string
  /** Gives one column, `part`: a row as JSON. `range` says which rows of the table, which is aliased t. */
  select(range: RawBuilder<unknown>): RawBuilder<unknown>
}

async function* chunks(
  context: SourceContext,
  dataset: string,
  of: NetworkPart,
  { table, column, select }: Selection,
): AsyncGenerator<NetworkChunk> {
  const [name, key] = [sql.table(table), sql.ref(`t.${column}`)]
  for (let after: string | null = ''; after !== null;) {
    const since = sql`t.dataset = ${dataset} and ${key} > ${after}`
    const bound: { rows: { last: string }[] } = await sql<{ last: string }>`
      select ${key} as last from ${name} t where ${since} order by ${key} offset ${CHUNK - 1} limit 1`.execute(
      context.db,
    )
    after = bound.rows[0]?.last ?? null
    const range = after === null ? since : sql`${since} and ${key} <= ${after}`
    const { rows } = await sql<{ packed: string | null }>`
      select json_agg(part)::text as packed from (${select(range)}) q`.execute(context.db)
    if (rows[0]?.packed) yield { of, rows: rows[0].packed }
  }
}

const row = sql.raw('json_build_array')

const PARTIES: Selection = {
  table: 'supply_party',
  column: 'id',
  select: (range) => sql`
    select ${row}(t.id, coalesce(e.name, t.name), coalesce(e.place, t.place), e.name is not null) as part
    from supply_party t left join enterprise e on e.dataset = t.dataset and e.credit_code = t.id
    where ${range} order by t.id`,
}

const enterprisesOf = (list: string): Selection => ({
  table: 'enterprise',
  column: 'credit_code',
  select: (range) => sql`
    select ${row}(t.credit_code, t.name, t.place, true) as part from enterprise t
    where ${range} and exists (
      select 1 from ${sql.table(list)} m where m.dataset = t.dataset and m.credit_code = t.credit_code)
    order by t.credit_code`,
})

/** Who stands on a chain without a known trade: found by name, and a substitute for those who have. */
const MEMBERS = enterprisesOf('membership')
const LEADER_PARTIES = enterprisesOf('leader')

const ofCode = (table: string, part: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`): Selection => ({
  table,
  column: 'credit_code',
  select: (range) => sql`select ${part} as part from ${sql.table(table)} t where ${range} and ${where}`,
})

const LEADERS = ofCode('leader', sql`${row}(t.credit_code, t.chain)`)

const SEATS: Selection = {
  table: 'membership',
  column: 'credit_code',
  select: (range) => sql`
    select ${row}(t.credit_code, t.chain, t.node) as part from membership t
    where ${range} order by t.credit_code, t.chain, t.node`,
}

const honoursOn = (day: string): Selection => ({
  table: 'honour',
  column: 'credit_code',
  select: (range) => sql`
    select ${row}(h.credit_code, h.tier) as part
    from (select * from honour t where ${range} and t.tier <> 'other') h where ${validOn(day)}`,
})

/** 营业收入 of whole years in 元. */
const REVENUES = ofCode(
  'enterprise_value',
  sql`${row}(t.credit_code, t.period, round(t.value * 10000))`,
  sql`t.indicator = 'revenue' and length(t.period) = 4`,
)

const TRADE = sql.raw(`t.supplier, t.buyer, coalesce(t.product, ''), left(t.period, 4)`)

/** Assertions of one trade stand together; the newest published counts, the last row of its file. */
const TRADES: Selection = {
  table: 'supply_link',
  column: 'supplier',
  select: (range) => sql`
    select ${row}(supplier, buyer, product, year, yuan, share, evidence, mark, conflict, ttr, tts, alternates) as part
    from (
      select distinct on (${TRADE}) t.supplier, t.buyer, t.product, left(t.period, 4) as year,
        round(t.amount_wan * 10000) as yuan, t.share_percent as share, t.evidence_class as evidence, t.mark,
        coalesce(min(t.amount_wan) over same <> max(t.amount_wan) over same, false) as conflict,
        t.ttr_days as ttr, t.tts_days as tts, t.alternates
      from supply_link t left join batch b on b.id = t.batch_id
      where ${range}
      window same as (partition by ${TRADE})
      order by ${TRADE}, b.published_seq desc nulls last, t.row_no desc
    ) newest`,
}
