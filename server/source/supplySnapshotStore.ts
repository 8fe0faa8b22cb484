import type { z } from 'zod'
import type { Dataset } from '@contract/common'
import type { Evidence, NetworkQuery } from '@contract/supply'
import type { Snapshot } from '@contract/supplySnapshots'
import type { SupplySnapshotTable } from '@server/db/supplyTables'
import type { WalkedTrade } from '@server/network/snapshotTrades'
import { maySee, type SourceContext } from './context'
import { notFound, SourceFailure } from './failure'
import type { Principal } from './principal'

export type SnapshotQuery = z.output<typeof NetworkQuery>

/** What stands in the column `query`: what was asked, and what a list says of the answer without reading its trades. */
export interface SnapshotHead {
  asked: SnapshotQuery
  firmName: string
  year: string
  scopeText: string
  firms: number
  edges: number
}

export interface StoredSnapshot {
  snapshot: Snapshot
  head: SnapshotHead
  /** Root of what its maker could see. */
  seenFrom: string
}

type Row = Omit<SupplySnapshotTable, 'edges'>

const COLUMNS = [
  'id',
  'dataset',
  'name',
  'created_at',
  'created_by',
  'version',
  'region',
  'seen_from',
  'removed_at',
  'query',
] as const

const storedOf = (row: Row): StoredSnapshot => {
  const head = JSON.parse(row.query) as SnapshotHead
  const { firmName, year, scopeText, firms, edges, asked } = head
  return {
    head,
    seenFrom: row.seen_from,
    snapshot: {
      id: row.id,
      name: row.name,
      createdAt: row.created_at,
      createdBy: row.created_by,
      dataset: row.dataset as Dataset,
      version: row.version,
      firm: asked.firm,
      firmName,
      year,
      scopeText,
      firms,
      edges,
      isRemoved: row.removed_at !== null,
    },
  }
}

/** Snapshots of a data set that were not removed and that the principal may see, the newest first. */
export async function listStored(
  context: SourceContext,
  principal: Principal,
  dataset: Dataset,
): Promise<StoredSnapshot[]> {
  const rows = await context.db
    .selectFrom('supply_snapshot')
    .select(COLUMNS)
    .where('dataset', '=', dataset)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.filter((row) => mayRead(context, principal, row)).map(storedOf)
}

/** Of its region, and by whoever sees no less than its maker did: it holds every trade that he saw. */
const mayRead = (context: SourceContext, principal: Principal, row: Pick<Row, 'region' | 'seen_from'>) =>
  maySee(context, principal, row.region) && maySee(context, principal, row.seen_from)

/** One snapshot, removed or not. Throws where there is none, or where its region or its maker's lies out of reach. */
export async function readStored(
  context: SourceContext,
  principal: Principal,
  id: string,
  field = 'id',
): Promise<StoredSnapshot> {
  const row = await context.db.selectFrom('supply_snapshot').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(`没有编号为 ${id} 的快照`, field)
  if (!mayRead(context, principal, row)) throw new SourceFailure('forbidden', '该快照不在您的权限内', field)
  return storedOf(row)
}

/** Text of a JSON list of lists: a name said a thousand times over would take most of the room otherwise. */
type Packed = [
  supplier: string,
  supplierName: string,
  buyer: string,
  buyerName: string,
  product: string | null,
  amountWan: string | null,
  sharePercent: string | null,
  evidence: Evidence,
]

export async function readTrades(context: SourceContext, id: string): Promise<WalkedTrade[]> {
  const { edges } = await context.db
    .selectFrom('supply_snapshot')
    .select('edges')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return (JSON.parse(edges) as Packed[]).map(
    ([supplier, supplierName, buyer, buyerName, product, amountWan, sharePercent, evidence]) => ({
      supplier,
      supplierName,
      buyer,
      buyerName,
      product,
      amountWan,
      sharePercent,
      evidence,
    }),
  )
}

export async function store(
  context: SourceContext,
  row: Omit<SupplySnapshotTable, 'query' | 'edges'>,
  head: SnapshotHead,
  trades: readonly WalkedTrade[],
): Promise<Snapshot> {
  const packed = trades.map((trade): Packed => [
    trade.supplier,
    trade.supplierName,
    trade.buyer,
    trade.buyerName,
    trade.product,
    trade.amountWan,
    trade.sharePercent,
    trade.evidence,
  ])
  const query = JSON.stringify(head)
  await context.db
    .insertInto('supply_snapshot')
    .values({ ...row, query, edges: JSON.stringify(packed) })
    .execute()
  return storedOf({ ...row, query }).snapshot
}

/** Hides a snapshot or shows it again; doing either twice changes nothing. */
export async function storeRemoval(
  context: SourceContext,
  { snapshot }: StoredSnapshot,
  isRemoved: boolean,
): Promise<Snapshot> {
  if (snapshot.isRemoved === isRemoved) return snapshot
  const removed_at = isRemoved ? context.now().toISOString() : null
  await context.db.updateTable('supply_snapshot').set({ removed_at }).where('id', '=', snapshot.id).execute()
  return { ...snapshot, isRemoved }
}
