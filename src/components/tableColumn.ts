import type { PlainReason } from '@/lib/plainNumbers'

/** A column of `DataTable`: what it is called, how a row reads in it. */
export interface TableColumn<Row> {
  id: string
  label: string
  /** Text of a cell; a slot `cell-<id>` may draw it instead. */
  text: (row: Row) => string
  /** Numbers stand right-aligned. */
  numeric?: boolean
  sortable?: boolean
  /** Short values that must not break over lines. */
  short?: boolean
  /** The cell that names the row. */
  rowHeader?: boolean
  /** Its numbers are no figures: why. Those of the cell that names the row are names. */
  plain?: PlainReason
}

export interface TableSort {
  column: string
  direction: 'ascending' | 'descending'
}

/** What a click on a header means: first descending for numbers, ascending for words; then the other way round. */
export function nextSort(current: TableSort | null, column: { id: string; numeric?: boolean }): TableSort {
  const first = column.numeric ? 'descending' : 'ascending'
  if (current?.column !== column.id) return { column: column.id, direction: first }
  return { column: column.id, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
}
