import type { BatchKind, BatchList, BatchStatus } from '@contract/batches'

export type BatchSummary = BatchList['batches'][number]

export interface BatchFilter {
  status: BatchStatus | ''
  kind: BatchKind | ''
}

/** Newest first, narrowed to what was asked for. */
export function filteredBatches(batches: readonly BatchSummary[], { status, kind }: BatchFilter): BatchSummary[] {
  return batches
    .filter((batch) => (status === '' || batch.status === status) && (kind === '' || batch.kind === kind))
    .sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1))
}

/** Still changing without the user: worth asking about again. */
export function isUnsettled({ status }: Pick<BatchSummary, 'status'>): boolean {
  return status === 'reading' || status === 'publishing'
}
