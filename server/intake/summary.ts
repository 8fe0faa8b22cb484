import type { ColumnMapping } from '@domain/register/mapping'

export interface Progress {
  rows: number
  /** 0–1 of the table's bytes. */
  ratio: number
}

export interface AnalysisCounts {
  rows: number
  accepted: number
  quarantined: number
  rejected: number
  duplicates: number
  /** Of the accepted and quarantined rows: those that are, or may become, enterprises of the register. */
  located: { declared: number; address: number; code: number; none: number }
}

export interface ProblemCount {
  code: string
  level: 'error' | 'warning'
  message: string
  rows: number
  firstRow: number
}

/** 同码异名 within the file. */
export interface NameConflict {
  creditCode: string
  row: number
  name: string
  message: string
}

/** 合计 as printed against the sum of the rows, both in the stored unit. */
export interface TotalCheck {
  header: string
  row: number
  stated: string
  summed: string
  unit: string
  agrees: boolean
}

export interface AnalysisSummary {
  format: 'xlsx' | 'csv'
  encoding: string | null
  sheet: string | null
  otherSheets: string[]
  headerRow: number
  headerRows: number[]
  columns: ColumnMapping[]
  droppedPersonal: string[]
  counts: AnalysisCounts
  /** Accepted and quarantined rows with at least one chain node. */
  linked: number
  problems: ProblemCount[]
  nameConflicts: NameConflict[]
  totals: TotalCheck[]
  /** Lines that are not rows. */
  skipped: { totals: number; notes: number; headers: number; examples: number }
  /** Sentences for the user about the file as a whole. */
  notes: string[]
}
