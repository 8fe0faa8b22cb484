import type { RawRow } from '@domain/register/mapping'
import { readDateStyles } from './dates'
import { REFUSALS } from './refusal'
import { readSharedStrings } from './sharedStrings'
import { readSheetRows, type CellBook } from './sheetRows'
import type { TableFile, TableSheet } from './table'
import { readWorkbookParts } from './workbookParts'
import { asRefusal } from './xml'
import { openZip, type ZipParts } from './zipParts'

/** An .xlsx workbook: shared strings are read once, on the first row asked for. */
export async function openXlsx(file: Blob, signal?: AbortSignal): Promise<TableFile> {
  const zip = await openZip(file)
  try {
    const parts = await readWorkbookParts(zip, signal)
    if (parts.sheets.every(({ hidden }) => hidden)) throw REFUSALS.noSheet()
    let book: Promise<CellBook> | null = null
    const openBook = async (): Promise<CellBook> => ({
      strings: await readSharedStrings(zip, parts.sharedStrings, signal),
      dateStyles: await readDateStyles(zip, parts.styles, signal),
      date1904: parts.date1904,
    })
    const sheets = parts.sheets.map(({ name, part, hidden }): TableSheet => ({
      name,
      hidden,
      rows: (options) => readRows(zip, part, () => (book ??= openBook()), options),
    }))
    return { format: 'xlsx', encoding: null, sheets }
  } catch (error) {
    throw asRefusal(error, signal)
  }
}

async function* readRows(
  zip: ZipParts,
  part: string,
  book: () => Promise<CellBook>,
  options: Parameters<TableSheet['rows']>[0] = {},
): AsyncGenerator<RawRow> {
  const { signal, onProgress } = options
  try {
    const cells = await book()
    yield* readSheetRows(zip.open(part, { onRead: onProgress }), cells, signal)
  } catch (error) {
    throw asRefusal(error, signal)
  }
}
