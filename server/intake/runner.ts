import type { BatchCounts } from '@contract/batches'
import type { Scope } from '@contract/common'
import type { ChainPack } from '@domain/chain/pack'
import type { AnalysisInput } from './analyse'
import type { AnalysisSummary } from './summary'

/** One reading of one file. */
export interface IntakeJob extends Omit<AnalysisInput, 'file'> {
  /** Also the name under which the file rests. */
  batch: string
  /** 口径 of the whole list: a list of 规上 or 四上 enterprises says so for each row that does not say it itself. */
  scope: Scope
  packs: readonly ChainPack[]
}

export interface ReadProgress {
  /** 0–1 of the table's bytes. */
  ratio: number
  counts: BatchCounts
}

export interface IntakeEvents {
  /** A chunk of rows as a JSON array with the column names of staged_row; the next one waits for this one. */
  rows(rowsJson: string): Promise<void>
  progress(progress: ReadProgress): void
}

/** Reads a file off the request thread: a worker thread in Node, the app's own worker in the browser. */
export interface IntakeRunner {
  run(job: IntakeJob, events: IntakeEvents, signal: AbortSignal): Promise<AnalysisSummary>
}
