import { z } from 'zod'
import { Dataset, Decimal, Line, RegionCode } from './common'
import { Evidence, NetworkQuery, PartyId, SupplyHead } from './supply'

/** 快照: a traversal as it was, under a name. */
export const SnapshotCreation = z.strictObject({
  name: Line.min(1, '请给快照起个名字').max(60),
  query: NetworkQuery,
})
export type SnapshotCreation = z.input<typeof SnapshotCreation>

export const SnapshotListQuery = z.strictObject({ region: RegionCode, dataset: Dataset.optional() })
export type SnapshotListQuery = z.input<typeof SnapshotListQuery>

export const Snapshot = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    dataset: Dataset,
    version: z.int(),
    firm: PartyId,
    firmName: z.string(),
    year: z.string(),
    scopeText: z.string().meta({ description: '层级与筛选，一句话' }),
    firms: z.int(),
    edges: z.int(),
    isRemoved: z.boolean(),
  })
  .meta({ id: 'Snapshot' })
export type Snapshot = z.infer<typeof Snapshot>

export const SnapshotId = z.object({ id: z.string().regex(/^[0-9a-z-]{1,64}$/) })

export const SnapshotCompareQuery = z.strictObject({
  region: RegionCode,
  with: z
    .string()
    .regex(/^(now|[0-9a-z-]{1,64})$/)
    .default('now')
    .meta({ description: 'now = 按同样条件现在再走一遍' }),
})
export type SnapshotCompareQuery = z.input<typeof SnapshotCompareQuery>

const Side = z.object({ amountWan: Decimal.nullable(), sharePercent: Decimal.nullable(), evidence: Evidence })

export const SnapshotEdge = z.object({
  change: z.enum(['new', 'gone', 'changed']),
  supplier: PartyId,
  supplierName: z.string(),
  buyer: PartyId,
  buyerName: z.string(),
  product: z.string().nullable(),
  before: Side.nullable(),
  after: Side.nullable(),
})

export const SnapshotComparison = SupplyHead.extend({
  before: Snapshot,
  after: Snapshot.nullable().meta({ description: 'null = 现在' }),
  same: z.int(),
  counts: z.object({ new: z.int(), gone: z.int(), changed: z.int() }),
  edges: z.array(SnapshotEdge).max(2000),
  isCut: z.boolean(),
}).meta({ id: 'SnapshotComparison' })
export type SnapshotComparison = z.infer<typeof SnapshotComparison>
