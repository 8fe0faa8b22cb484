import { sql, type Kysely } from 'kysely'
import type { Schema } from '@server/db/schema'
import type { TradeRow } from '@server/network/networkRows'
import { bumpVersion } from '@server/source/batches'
import { syntheticTradeRows } from './syntheticSupply'
import { syntheticNetwork } from './syntheticTrades'

const CHUNK = 5_000
const BATCH = 'synthetic-links'

/** Puts supply relations between the firms of `fillSynthetic` straight into the tables that a publication would have filled. */
export async function fillSyntheticSupply(db: Kysely<Schema>, firms: number): Promise<void> {
  let chunk: TradeRow[] = []
  let first = 1
  for (const row of syntheticTradeRows(syntheticNetwork(firms).trades)) {
    chunk.push(row)
    if (chunk.length < CHUNK) continue
    await insert(db, chunk, first)
    first += chunk.length
    chunk = []
  }
  await insert(db, chunk, first)
  await sql`insert into supply_party (dataset, id, name, matched_by, status, candidates, place, placed_by)
    select e.dataset, e.credit_code, e.name, 'code', 'matched', '[]', e.place, 'register' from enterprise e
    where exists (select 1 from supply_link l where l.dataset = e.dataset and l.supplier = e.credit_code)
      or exists (select 1 from supply_link l where l.dataset = e.dataset and l.buyer = e.credit_code)`.execute(db)
  await sql`analyze supply_link`.execute(db)
  await sql`analyze supply_party`.execute(db)
  await db.transaction().execute((trx) => bumpVersion(trx, 'real', new Date().toISOString()))
}

async function insert(db: Kysely<Schema>, rows: readonly TradeRow[], first: number): Promise<void> {
  const records = rows.map(([supplier, buyer, product, period, yuan, share_percent, evidence_class], at) => ({
    dataset: 'real',
    supplier,
    buyer,
    supplier_by: 'code',
    buyer_by: 'code',
    product,
    period,
    amount_wan: yuan === null ? null : yuan / 10_000,
    share_percent,
    evidence_class,
    batch_id: BATCH,
    row_no: first + at,
  }))
  const columns = sql.join(Object.keys(records[0] ?? { dataset: '' }).map((column) => sql.ref(column)))
  await sql`insert into supply_link (${columns})
    select ${columns} from json_populate_recordset(null::supply_link, ${JSON.stringify(records)}::json)`.execute(db)
}
