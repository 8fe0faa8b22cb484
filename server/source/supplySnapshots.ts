import type { z } from 'zod'
import type {
  Snapshot,
  SnapshotCompareQuery,
  SnapshotComparison,
  SnapshotCreation,
  SnapshotListQuery,
} from '@contract/supplySnapshots'
import type { SupplyHead } from '@contract/supply'
import { compareTraversals, type TraversalEdge } from '@domain/supply/compareTraversals'
import { readJson } from '@server/network/questions'
import type { WalkedTrade, WalkedTrades } from '@server/network/snapshotTrades'
import { requirePack } from './chainEditions'
import { COUNTRY, requireRegion, type SourceContext } from './context'
import { invalid } from './failure'
import type { Principal } from './principal'
import { askNetwork } from './supply'
import { requireStaff } from './supplyScope'
import { idsNow, underIdsNow } from './supplySnapshotNames'
import {
  listStored,
  readStored,
  readTrades,
  store,
  storeRemoval,
  type SnapshotQuery,
  type StoredSnapshot,
} from './supplySnapshotStore'
import { scopeTextOf } from './supplySnapshotWords'
import { preferredDataset } from './view'

export const MOST_EDGES = 2000

async function walkTrades(context: SourceContext, who: Principal, query: SnapshotQuery, mayBeGone: boolean) {
  const { frame, json } = await askNetwork(context, who, query, 'trades', (own) => ({ frame: own, query, mayBeGone }))
  return { frame, walked: readJson(json) satisfies WalkedTrades }
}

/** Stores a traversal as it is now, not grouped. Throws invalid for one that is too large, not-found for an unknown firm. */
export async function createSnapshot(
  context: SourceContext,
  who: Principal,
  { name, query }: z.output<typeof SnapshotCreation>,
): Promise<Snapshot> {
  requireStaff(who)
  requireRegion(context, who, query.region)
  if (query.chain) await requirePack(context, query.chain)
  if (query.place) requireRegion(context, { ...who, region: COUNTRY }, query.place, 'query')
  const { frame, walked } = await walkTrades(context, who, query, false)
  const { year } = walked.head
  if (year === null) throw invalid('还没有供应关系，没有可存的网络', 'query')
  const { group: _group, open: _open, ...rest } = query
  // What the answer depended on, so that the same walk can be done again.
  const asked: SnapshotQuery = { ...rest, group: 'none', year, dataset: frame.dataset }
  const row = {
    id: crypto.randomUUID(),
    dataset: frame.dataset,
    name,
    created_at: context.now().toISOString(),
    created_by: who.name,
    version: frame.version,
    region: asked.region,
    seen_from: who.region,
    removed_at: null,
  }
  const { firmName, firms, trades } = walked
  const scopeText = await scopeTextOf(context, asked, year, who.region)
  const head = { asked, firmName, year, scopeText, firms, edges: trades.length }
  return store(context, row, head, trades)
}

/** Those of the region that is looked at, of what lies in it and of what it lies in. */
export async function listSnapshots(
  context: SourceContext,
  who: Principal,
  { region, dataset }: z.output<typeof SnapshotListQuery>,
): Promise<{ rows: Snapshot[] }> {
  requireStaff(who)
  requireRegion(context, who, region)
  const { regions } = context
  const own = dataset ?? (await preferredDataset(context, region)) ?? 'real'
  const isNear = (other: string) => regions.isWithin(other, region) || regions.isWithin(region, other)
  const stored = await listStored(context, who, own)
  return { rows: stored.filter(({ head }) => isNear(head.asked.region)).map(({ snapshot }) => snapshot) }
}

/** Removal hides a snapshot; it can be restored as it was. Doing either twice changes nothing. */
export async function setSnapshotRemoved(context: SourceContext, who: Principal, id: string, isRemoved: boolean) {
  requireStaff(who)
  return storeRemoval(context, await readStored(context, who, id), isRemoved)
}

interface Side {
  snapshot: Snapshot | null
  trades: WalkedTrade[]
}

/** 新增、消失、改变 between a snapshot and another, or the same walk done now. `isWhole` lists every change. */
export async function compareSnapshots(
  context: SourceContext,
  who: Principal,
  id: string,
  { region, with: other, isWhole = false }: z.output<typeof SnapshotCompareQuery> & { isWhole?: boolean },
): Promise<SnapshotComparison> {
  requireStaff(who)
  requireRegion(context, who, region)
  const first = await readStored(context, who, id)
  const after = other === 'now' ? await sideNow(context, who, first) : await sideOf(context, who, first, other)
  const before = await readTrades(context, id)
  const parties = [...before, ...after.trades].flatMap(({ supplier, buyer }) => [supplier, buyer])
  const ids = await idsNow(context, first.snapshot.dataset, parties)
  const { edges, same } = changesBetween(underIdsNow(before, ids), underIdsNow(after.trades, ids))
  const { mode, dataset, year } = first.head.asked
  const head = await readHead(context, who, { region, mode, dataset, year })
  const count = (change: string) => edges.filter((edge) => edge.change === change).length
  return {
    ...head,
    before: first.snapshot,
    after: after.snapshot,
    same,
    counts: { new: count('new'), gone: count('gone'), changed: count('changed') },
    edges: isWhole ? edges : edges.slice(0, MOST_EDGES),
    isCut: !isWhole && edges.length > MOST_EDGES,
  }
}

/** What every answer about supply begins with, as the data stand now. */
async function readHead(
  context: SourceContext,
  who: Principal,
  query: Pick<SnapshotQuery, 'region' | 'mode' | 'dataset' | 'year'>,
): Promise<SupplyHead> {
  const { json } = await askNetwork(context, who, query, 'parties', (frame) => ({ frame, limit: 1 }))
  const { rows: _rows, total: _total, ...head } = readJson(json)
  return head
}

/** Seen as its maker saw it: what he could not see is nothing new. */
async function sideNow(context: SourceContext, who: Principal, stored: StoredSnapshot): Promise<Side> {
  const { snapshot, head, seenFrom } = stored
  const { firm } = snapshot
  const ids = await idsNow(context, snapshot.dataset, [firm])
  const query = { ...head.asked, firm: ids.get(firm) ?? firm }
  const { walked } = await walkTrades(context, { ...who, region: seenFrom }, query, true)
  return { snapshot: null, trades: walked.trades }
}

async function sideOf(context: SourceContext, who: Principal, first: StoredSnapshot, other: string): Promise<Side> {
  const { snapshot } = await readStored(context, who, other, 'with')
  if (snapshot.dataset !== first.snapshot.dataset) throw invalid('演示数据与真实数据的快照不能相比', 'with')
  const firms = [snapshot.firm, first.snapshot.firm]
  const ids = await idsNow(context, snapshot.dataset, firms)
  if (new Set(firms.map((firm) => ids.get(firm) ?? firm)).size > 1)
    throw invalid(`两张快照不是同一家企业的网络：${first.snapshot.firmName}，${snapshot.firmName}`, 'with')
  return { snapshot, trades: await readTrades(context, other) }
}

type Edge = SnapshotComparison['edges'][number]

/** One snapshot is of one year, and two of different years are compared across them. */
const edgeOf = ({ supplier, buyer, product, amountWan, sharePercent, evidence }: WalkedTrade): TraversalEdge => ({
  supplier,
  buyer,
  product,
  period: '',
  amount: amountWan,
  share: sharePercent,
  evidence,
})

function changesBetween(
  before: readonly WalkedTrade[],
  after: readonly WalkedTrade[],
): { edges: Edge[]; same: number } {
  const names = new Map<string, string>()
  for (const trade of [...before, ...after]) {
    names.set(trade.supplier, trade.supplierName)
    names.set(trade.buyer, trade.buyerName)
  }
  const sideOfEdge = ({ amount, share, evidence }: TraversalEdge): NonNullable<Edge['before']> => ({
    amountWan: amount === null ? null : String(amount),
    sharePercent: share === null ? null : String(share),
    evidence: evidence as WalkedTrade['evidence'],
  })
  const row = (was: TraversalEdge | null, is: TraversalEdge | null, change: Edge['change']): Edge[] => {
    const edge = is ?? was
    if (!edge) return []
    const { supplier, buyer, product } = edge
    return [
      {
        change,
        supplier,
        supplierName: names.get(supplier) ?? supplier,
        buyer,
        buyerName: names.get(buyer) ?? buyer,
        product,
        before: was && sideOfEdge(was),
        after: is && sideOfEdge(is),
      },
    ]
  }
  const { added, gone, changed, same } = compareTraversals(before.map(edgeOf), after.map(edgeOf))
  return {
    edges: [
      ...added.flatMap((edge) => row(null, edge, 'new')),
      ...gone.flatMap((edge) => row(edge, null, 'gone')),
      ...changed.flatMap((edge) => row(edge.before, edge.after, 'changed')),
    ],
    same,
  }
}
