import { configure, TextReader, ZipWriter } from '@zip.js/zip.js'
import { xmlAttribute } from './cells'
import { columnLetters, sheetName } from './names'
import { sheetXml, type SheetExtent, type SheetSource } from './sheetXml'
import { stylesXml } from './styles'

configure({ useWebWorkers: false })

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const XLSX_MIME = `${TYPE}.sheet`

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_none, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`
  )
}

const rootRelationships = () =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookRelationships(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_none, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`
}

/** Names that make the filter work and the header repeat on every printed page. */
function definedNames(names: string[], extents: SheetExtent[]): string {
  const defined = extents.map(({ headerRow, lastRow, lastColumn }, index) => {
    const sheet = `'${(names[index] ?? '').replace(/'/gu, "''")}'`
    const area = `${sheet}!$A$${headerRow}:$${columnLetters(lastColumn)}$${lastRow}`
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlAttribute(area)}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlAttribute(`${sheet}!$1:$${headerRow}`)}</definedName>`
    )
  })
  return `<definedNames>${defined.join('')}</definedNames>`
}

function workbookXml(names: string[], extents: SheetExtent[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${definedNames(names, extents)}</workbook>`
  )
}

/** Pulled by the zip writer piece by piece, so that rows are asked for only as fast as they can be stored. */
function encoded(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

/** Without zip64, which spreadsheet programs read unreliably in streamed files: a sheet stays below 4 GB. */
async function writeParts(sheets: SheetSource[], writable: WritableStream<Uint8Array>): Promise<void> {
  const zip = new ZipWriter(writable, { level: 6, extendedTimestamp: false, keepOrder: true, zip64: false })
  const names: string[] = []
  for (const { name } of sheets) names.push(sheetName(name, new Set(names)))
  const extents: SheetExtent[] = []
  await zip.add('[Content_Types].xml', new TextReader(contentTypes(sheets.length)))
  await zip.add('_rels/.rels', new TextReader(rootRelationships()))
  for (const [index, sheet] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, encoded(sheetXml(sheet, (extent) => extents.push(extent))))
  }
  await zip.add('xl/styles.xml', new TextReader(stylesXml()))
  await zip.add('xl/_rels/workbook.xml.rels', new TextReader(workbookRelationships(sheets.length)))
  await zip.add('xl/workbook.xml', new TextReader(workbookXml(names, extents)))
  await zip.close()
}

/** A workbook as a stream: rows are drawn while it is read, never held. An error in a source breaks the stream. */
export function writeWorkbook(sheets: SheetSource[]): ReadableStream<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>()
  writeParts(sheets, pipe.writable).catch(async (error: unknown) => {
    await pipe.writable.abort(error).catch(() => undefined)
  })
  return pipe.readable
}
