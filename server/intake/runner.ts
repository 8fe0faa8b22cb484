import type { ChainPack } from '@domain/chain/pack'
import type { KindId } from '@domain/register/kinds'
import type { AnalysisSummary, AnalysisInput } from './analyse'

/** One reading of one file. */
export interface IntakeJob {
  batch: string
  fileId: string
  fileName: string
  kind: KindId
  province: string
  period: string
  mapping: AnalysisInput['mapping']
  packs: readonly ChainPack[]
}

export interface ReadProgress {
  /** 0–1 of the file's bytes. */
  share: number
  rows: number
  accepted: number
  quarantined: number
  rejected: number
  duplicates: number
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
