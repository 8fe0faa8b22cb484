import type { BatchCounts } from '@contract/batches'
import { createClassifier } from '@domain/chain/classify'
import type { Locator } from '@domain/register/ports'
import { emptyCounts } from '../source/counts'
import { analyse } from './analyse'
import type { IntakeEvents, IntakeJob } from './runner'
import { stagedRecord } from './stagedRecord'

/** The read itself, in whichever thread it runs: judged rows become records, live counts go with them. */
export function runIntake(job: IntakeJob, file: Blob, locator: Locator, events: IntakeEvents, signal: AbortSignal) {
  const { batch, packs, scope, ...input } = job
  const facts = { batch, kind: job.kind, scope, province: job.province, packs }
  const counts = emptyCounts()
  return analyse(
    { ...input, file },
    { locator, classifier: createClassifier(packs) },
    {
      async chunk(rows) {
        for (const row of rows) count(counts, row.verdict, row.locatedBy)
        await events.rows(JSON.stringify(rows.map((row) => stagedRecord(facts, row))))
      },
      progress: ({ ratio }) => events.progress({ ratio, counts: structuredClone(counts) }),
    },
    signal,
  )
}

function count(
  counts: BatchCounts,
  verdict: 'accepted' | 'quarantined' | 'rejected' | 'duplicate',
  by: keyof BatchCounts['located'],
) {
  counts.rows += 1
  counts[verdict === 'duplicate' ? 'duplicates' : verdict] += 1
  if (verdict === 'accepted' || verdict === 'quarantined') counts.located[by] += 1
}
