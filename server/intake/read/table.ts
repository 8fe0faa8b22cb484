import type { RawRow } from '@domain/register/mapping'

/** 工作表 of an opened file; a csv has one, without a name. */
export interface TableSheet {
  name: string
  hidden: boolean
  /**
   * The rows that have a filled cell, in file order. Each call reads from the start; leaving the loop early closes the
   * stream. Throws `IntakeRefusal` for what is only found while reading.
   */
  rows(options?: { signal?: AbortSignal; onProgress?: (ratio: number) => void }): AsyncIterable<RawRow>
}

export interface TableFile {
  format: 'xlsx' | 'csv'
  /** Of a csv. */
  encoding: string | null
  sheets: TableSheet[]
}
