import type { IntakeJob, ReadProgress } from '../intake/runner'
import type { RefusalCode, RefusedTable } from '../intake/read/refusal'
import type { AnalysisSummary } from '../intake/summary'

export interface ThreadJob {
  job: IntakeJob
  path: string
}

export type ToThread = 'stored' | 'stop'

export type FromThread =
  | { type: 'rows'; rowsJson: string }
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'done'; summary: AnalysisSummary }
  | { type: 'refused'; code: RefusalCode; message: string; table: RefusedTable | null }
  | { type: 'broken'; message: string }
