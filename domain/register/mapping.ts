import type { Crs } from '../geo/crs'

/** Where a column's unit was read: its heading, a 单位 line, its cells, memory, the user, or the quantity's own. */
export type UnitSource = 'header' | 'sheet' | 'cells' | 'saved' | 'manual' | 'default'

/** 列映射: one column of the file and what it is taken for. */
export interface ColumnMapping {
  /** From 0, in the file as it came. */
  column: number
  header: string
  /** null = kept with the row, not read. */
  field: string | null
  /** 1 = the heading is a known name; 0 = unmatched. */
  confidence: number
  how: 'alias' | 'core' | 'hint' | 'saved' | 'manual' | 'none'
  period: string | null
  /** Of a coordinate column: its 坐标系. */
  unit: string | null
  unitFrom: UnitSource | null
  /** Dropped at the door. */
  personal: boolean
  /** What the user has to decide before the column can be read. */
  question: string | null
  /** First filled cells; none of a personal column. */
  samples: string[]
}

/** A provider's mapping of earlier files, found again by heading. */
export interface SavedMapping {
  columns: { header: string; field: string | null; period?: string | null; unit?: string | null }[]
}

/** The user's corrections for this file. */
export interface MappingOverrides {
  sheet?: string
  headerRow?: number
  columns?: { column: number; field: string | null; period?: string | null; unit?: string | null }[]
}

/** A row of a table before anything is known about it; `row` counts from 1 as the spreadsheet shows it. */
export interface RawRow {
  row: number
  cells: string[]
  notes?: CellNote[]
}

/** Something the text of a cell no longer shows. */
export interface CellNote {
  column: number
  kind: 'error' | 'formula' | 'long-number'
}

export interface HeaderFound {
  /** Physical row numbers: one, or two for a heading in two rows. */
  rows: number[]
  columns: ColumnMapping[]
  score: number
  /** 单位：万元 above the table. */
  sheetUnit: string | null
  /** 坐标系：GCJ-02 above the table. */
  sheetCrs: Crs | null
  /** Everything written above the table. */
  above: string[]
  /** What is required and has no column, by name. */
  missing: string[]
}
