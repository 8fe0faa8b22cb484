import { cellXml, xmlAttribute, type CellValue } from './cells'
import { columnLetters } from './names'
import { totalStyle, type ColumnType, type StyleName } from './styles'

export interface SheetColumn {
  header: string
  type: ColumnType
  /** In characters; chosen by type when absent. */
  width?: number
}

/** One sheet to write: title, lines of 单位 and 口径, header, rows, 合计. */
export interface SheetSource {
  name: string
  title?: string
  /** 单位：万元 / 数据截至 … / 口径 …; one row each, between title and header. */
  notes?: string[]
  columns: SheetColumn[]
  rows: AsyncIterable<CellValue[]> | Iterable<CellValue[]>
  /** 合计, from unrounded values; the caller computes it. */
  total?: CellValue[]
  /** Printed at the foot of each page: who, when. */
  footer?: string
}

/** What is known of a sheet once it is written, for the names that the workbook defines. */
export interface SheetExtent {
  headerRow: number
  lastRow: number
  lastColumn: number
}

const WIDTHS: Record<ColumnType, number> = {
  text: 20,
  wrapped: 40,
  code: 22,
  integer: 12,
  amount: 16,
  number: 16,
  percent: 10,
  date: 12,
}

function opening(columns: SheetColumn[], headerRow: number): string {
  const widths = columns.map(({ width, type }, index) => {
    const at = index + 1
    return `<col min="${at}" max="${at}" width="${Math.min(Math.max(width ?? WIDTHS[type], 4), 120)}" customWidth="1"/>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>' +
    `<cols>${widths.join('')}</cols><sheetData>`
  )
}

function closing(extent: SheetExtent, merged: number[], filtered: number, footer: string): string {
  const last = columnLetters(extent.lastColumn)
  const merges = merged.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`)
  return (
    `</sheetData><autoFilter ref="A${extent.headerRow}:${last}${filtered}"/>` +
    (merges.length > 0 && extent.lastColumn > 0
      ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
      : '') +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>${xmlAttribute(`&L${footer.replace(/&/gu, '&&')}&R第 &P 页，共 &N 页`)}</oddFooter></headerFooter></worksheet>`
  )
}

const line = (row: number, text: string, style: 'title' | 'note') =>
  `<row r="${row}"${style === 'title' ? ' ht="28" customHeight="1"' : ''}>${cellXml(0, row, text, 'text', style)}</row>`

/** The worksheet part in pieces of some tens of kilobytes; `done` hears where the table ended. */
export async function* sheetXml(source: SheetSource, done: (extent: SheetExtent) => void): AsyncGenerator<string> {
  const { columns, title, notes = [], total } = source
  const above = [...(title ? [line(1, title, 'title')] : [])]
  for (const note of notes) above.push(line(above.length + 1, note, 'note'))
  const headerRow = above.length + 1
  yield opening(columns, headerRow) + above.join('')
  let row = headerRow
  let piece = rowXml(
    row,
    columns.map(({ header }) => header),
    () => ['text', 'header'],
  )
  for await (const values of source.rows) {
    row += 1
    piece += rowXml(row, values.slice(0, columns.length), (column) => {
      const type = columns[column]?.type ?? 'text'
      return [type, type]
    })
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  const filtered = row
  if (total) {
    row += 1
    piece += rowXml(row, total, (column) => [
      columns[column]?.type ?? 'text',
      totalStyle(columns[column]?.type ?? 'text'),
    ])
  }
  const extent = { headerRow, lastRow: row, lastColumn: Math.max(columns.length - 1, 0) }
  done(extent)
  yield (
    piece +
    closing(
      extent,
      above.map((_line, index) => index + 1),
      filtered,
      source.footer ?? '',
    )
  )
}

type Look = [type: ColumnType, style: StyleName]

function rowXml(row: number, values: CellValue[], look: (column: number) => Look): string {
  const cells = values.map((value, column) => {
    const [type, style] = look(column)
    return cellXml(column, row, value, type, style)
  })
  return `<row r="${row}">${cells.join('')}</row>`
}
