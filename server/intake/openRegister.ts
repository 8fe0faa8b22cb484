import { findHeader, headerTexts, missingFields } from '@domain/register/header'
import type { ColumnMapping, HeaderFound, RawRow } from '@domain/register/mapping'
import type { MatchContext } from '@domain/register/matchColumn'
import { settleColumns } from '@domain/register/settle'
import { isResultHeading } from './annotatedHeadings'
import { chooseSheet, type SheetChoice } from './chooseSheet'
import { openTable } from './read/openTable'
import { IntakeRefusal, REFUSALS } from './read/refusal'
import type { TableFile } from './read/table'

/** Rows looked at before units and personal columns are decided. */
const HEAD_ROWS = 600

/** A table whose header is understood; `rows` are the lines below it, personal cells already gone. */
export interface OpenedRegister {
  format: TableFile['format']
  encoding: string | null
  sheet: string | null
  otherSheets: string[]
  notes: string[]
  headerRows: number[]
  /** Every column of the file, the dropped ones included. */
  columns: ColumnMapping[]
  /** The columns that `rows` carry, in their order. */
  kept: ColumnMapping[]
  rows: AsyncIterable<RawRow>
  /** The first of them, for those who must look ahead. */
  sample: RawRow[]
}

/** Opens the file, chooses the sheet, finds the header, closes the personal columns. */
export async function openRegister(
  file: Blob,
  context: MatchContext,
  signal: AbortSignal,
  onProgress: (ratio: number) => void,
): Promise<OpenedRegister> {
  const table = await openTable(file, signal)
  const choice = await chooseSheet(table, context, signal)
  const source = choice.sheet.rows({ signal, onProgress })[Symbol.asyncIterator]()
  const head: RawRow[] = []
  while (head.length < HEAD_ROWS) {
    const next = await source.next()
    if (next.done) break
    head.push(next.value)
  }
  try {
    return understand(table, choice, head, source, context)
  } catch (error) {
    await source.return?.()
    throw error
  }
}

function understand(
  table: TableFile,
  choice: SheetChoice,
  head: RawRow[],
  source: AsyncIterator<RawRow>,
  context: MatchContext,
): OpenedRegister {
  if (head.length === 0) throw REFUSALS.empty()
  const found = findHeader(head, context)
  const last = found?.rows[found.rows.length - 1] ?? 0
  const body = head.filter(({ row }) => row > last)
  const columns = found ? settleColumns(found, body, context.kind) : []
  const seen = {
    sheet: choice.sheet.name === '' ? null : choice.sheet.name,
    otherSheets: choice.others,
    encoding: table.encoding,
  }
  // A title may have said what the columns under it are.
  const missing = found && context.kind.settle ? missingFields(columns, context.kind) : (found?.missing ?? [])
  if (!found || missing.length > 0) {
    throw headerRefusal(found && { ...found, missing }, context, {
      ...seen,
      headerRow: found?.rows[0] ?? null,
      columns,
    })
  }
  const kept = columns.filter(({ personal, header }) => !personal && !isResultHeading(header))
  return {
    ...seen,
    format: table.format,
    notes: choice.notes,
    headerRows: found.rows,
    columns,
    kept,
    rows: keptCells(afterHead(body, source), kept),
    sample: body.map((row) => keptRow(row, kept)),
  }
}

function headerRefusal(
  found: HeaderFound | null,
  { kind }: MatchContext,
  table: NonNullable<IntakeRefusal['table']>,
): IntakeRefusal {
  const required = kind.required.map((id) => kind.fields.find((field) => field.id === id)?.label ?? id)
  const needed = [...required, ...(kind.oneOf ?? []).map(({ label }) => label)].map((name) => `“${name}”`).join('、')
  const mapped = found?.columns.some(({ field }) => field !== null) ?? false
  if (!found || !mapped) {
    const message = `前几行里没有找到表头；${kind.label}至少要有${needed}列，请对照模板调整后重新上传`
    return new IntakeRefusal('no-header', message, { table })
  }
  const missing = found.missing.map((name) => `“${name}”`).join('、')
  const headings = headerTexts(found).slice(0, 12).join('、')
  const hint = kind.mappingHint ? `。${kind.mappingHint}` : ''
  const message = `表头（第 ${found.rows.join('、')} 行）缺少${missing}列，识别到的列有：${headings}。请补上该列，或手工指定列的含义${hint}`
  return new IntakeRefusal('missing-columns', message, { table })
}

async function* afterHead(body: RawRow[], source: AsyncIterator<RawRow>): AsyncGenerator<RawRow> {
  try {
    yield* body
    for (;;) {
      const next = await source.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await source.return?.()
  }
}

/** The door: from here on personal cells do not exist. */
async function* keptCells(rows: AsyncIterable<RawRow>, kept: ColumnMapping[]): AsyncGenerator<RawRow> {
  const position = new Map(kept.map(({ column }, index) => [column, index]))
  for await (const row of rows) yield keptRow(row, kept, position)
}

function keptRow(
  { row, cells, notes }: RawRow,
  kept: ColumnMapping[],
  position = new Map(kept.map(({ column }, index) => [column, index])),
): RawRow {
  const inside: RawRow = { row, cells: kept.map(({ column }) => cells[column] ?? '') }
  const noted = notes?.flatMap((note) => {
    const column = position.get(note.column)
    return column === undefined ? [] : [{ ...note, column }]
  })
  return noted && noted.length > 0 ? { ...inside, notes: noted } : inside
}
