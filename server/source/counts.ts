import type { BatchCounts } from '@contract/batches'

/** The counts of a file of which nothing has been read yet; a fresh object, since readers add to it. */
export const emptyCounts = (): BatchCounts => ({
  rows: 0,
  accepted: 0,
  quarantined: 0,
  rejected: 0,
  duplicates: 0,
  located: { declared: 0, address: 0, code: 0, none: 0 },
})
