import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import type { RawRow } from '@domain/register/mapping'
import type { TableSheet } from './table'

/** Workbooks made in code for tests, down to the parts that ordinary writers never produce. */
export interface FixtureSheet {
  name: string
  /** The inside of <sheetData>. */
  data: string
  state?: string
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

export async function zipBlob(parts: Record<string, string | Uint8Array>): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter())
  for (const [name, content] of Object.entries(parts)) {
    await zip.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content))
  }
  return zip.close()
}

export interface FixtureBook {
  sheets: FixtureSheet[]
  sharedStrings?: string
  styles?: string
  workbookPr?: string
  extra?: Record<string, string | Uint8Array>
}

export function bookParts({
  sheets,
  sharedStrings,
  styles,
  workbookPr = '',
  extra,
}: FixtureBook): Record<string, string | Uint8Array> {
  const links = sheets.map((_sheet, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  if (sharedStrings !== undefined) links.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'))
  if (styles !== undefined) links.push(relation('rIdT', 'styles', '/xl/styles.xml'))
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  return {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}">${workbookPr}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': sharedStrings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...Object.fromEntries(
      sheets.map(({ data }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...extra,
  }
}

export const bookBlob = (book: FixtureBook) => zipBlob(bookParts(book))

/** Rows of plain texts as inline strings; an empty text is no cell. */
export function inlineRows(rows: string[][]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return rows
    .map((cells, index) => {
      const inside = cells.map((text, column) =>
        text === ''
          ? ''
          : `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      )
      return `<row r="${index + 1}">${inside.join('')}</row>`
    })
    .join('')
}

export const sheetBlob = (rows: string[][]) => bookBlob({ sheets: [{ name: '名录', data: inlineRows(rows) }] })

export async function allRows(sheet: TableSheet | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = []
  if (sheet) for await (const row of sheet.rows()) rows.push(row)
  return rows
}
