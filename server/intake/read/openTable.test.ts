import { describe, expect, it } from 'vitest'
import { allRows, bookBlob, bookParts, inlineRows, sheetBlob, zipBlob } from './fixtures'
import { openTable } from './openTable'
import { IntakeRefusal } from './refusal'

const SHEET = { name: '名录', data: inlineRows([['企业名称', '信用代码']]) }
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** An OLE container of which only the directory is real: sector 512, directory in sector 0. */
function ole(stream: string): Blob {
  const bytes = new Uint8Array(2048)
  bytes.set(OLE)
  const view = new DataView(bytes.buffer)
  view.setUint16(30, 9, true)
  view.setUint32(48, 0, true)
  ;[...stream].forEach((character, index) => view.setUint16(512 + 128 + index * 2, character.charCodeAt(0), true))
  return new Blob([bytes])
}

async function refusalOf(file: Blob): Promise<IntakeRefusal> {
  try {
    const table = await openTable(file)
    for (const sheet of table.sheets) await allRows(sheet)
  } catch (error) {
    if (error instanceof IntakeRefusal) return error
    throw error
  }
  throw new Error('the file was accepted')
}

/** The same bytes with every occurrence of a 32-bit size replaced. */
async function withSize(file: Blob, from: number, to: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= bytes.byteLength; at += 1) {
    if (view.getUint32(at, true) === from) view.setUint32(at, to, true)
  }
  return new Blob([bytes])
}

describe('a file that cannot be a register is refused with advice', () => {
  const files: [string, string, () => Promise<Blob>][] = [
    ['nothing', 'empty', async () => new Blob([])],
    ['an old .xls', 'old-xls', async () => ole('Workbook')],
    ['a password-protected workbook', 'encrypted', async () => ole('EncryptedPackage')],
    ['macros', 'macros', () => bookBlob({ sheets: [SHEET], extra: { 'xl/vbaProject.bin': 'x' } })],
    [
      'links to other workbooks',
      'external-links',
      () => bookBlob({ sheets: [SHEET], extra: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }),
    ],
    [
      'an archive inside',
      'nested-archive',
      () => bookBlob({ sheets: [SHEET], extra: { 'xl/embeddings/inner.zip': 'PK' } }),
    ],
    ['a binary workbook', 'not-a-table', () => zipBlob({ 'xl/workbook.bin': 'x' })],
    ['a Word document', 'not-a-table', () => zipBlob({ 'word/document.xml': '<x/>' })],
    ['any other archive', 'not-a-table', () => zipBlob({ 'readme.txt': 'x' })],
    ['a PDF', 'not-a-table', async () => new Blob(['%PDF-1.7'])],
    [
      'a web page called .xls',
      'not-a-table',
      async () => new Blob(['<html><table><tr><td>企业名称</td></tr></table></html>']),
    ],
    ['bytes of no text', 'not-a-table', async () => new Blob([new Uint8Array([1, 2, 3, 4, 5, 0, 0, 7])])],
    ['bytes of no known encoding', 'encoding', async () => new Blob([new Uint8Array([0x41, 0x2c, 0xff, 0xff, 0x0a])])],
    ['only hidden sheets', 'no-sheet', () => bookBlob({ sheets: [{ ...SHEET, state: 'veryHidden' }] })],
    [
      'a DOCTYPE in a sheet',
      'doctype',
      () =>
        zipBlob({
          ...bookParts({ sheets: [SHEET] }),
          'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
        }),
    ],
    [
      'a DOCTYPE in the workbook',
      'doctype',
      () => zipBlob({ ...bookParts({ sheets: [SHEET] }), 'xl/workbook.xml': '<!DOCTYPE x><workbook/>' }),
    ],
    [
      'an unknown entity',
      'broken',
      () => zipBlob({ ...bookParts({ sheets: [SHEET] }), 'xl/worksheets/sheet1.xml': '<worksheet>&a;</worksheet>' }),
    ],
    [
      'XML cut in the middle',
      'broken',
      () => zipBlob({ ...bookParts({ sheets: [SHEET] }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }),
    ],
    ['a zip cut in the middle', 'broken', async () => (await sheetBlob([['企业名称']])).slice(0, 400)],
    [
      '600 filled columns',
      'too-many-columns',
      async () => new Blob([Array.from({ length: 600 }, () => 'x').join(',')]),
    ],
    ['a quote that never closes', 'broken', async () => new Blob(['a,b\n"', 'x'.repeat(150_000)])],
  ]

  it.each(files)('%s → %s', async (_what, code, make) => {
    const refusal = await refusalOf(await make())
    expect(refusal.code).toBe(code)
    expect(refusal.message).toMatch(/请/u)
  })

  it('refuses more than 100 MB without reading them', async () => {
    const megabyte = new Uint8Array(1024 * 1024)
    expect((await refusalOf(new Blob(Array.from({ length: 101 }, () => megabyte)))).code).toBe('too-large')
  })
})

describe('zip bombs', () => {
  const bomb = () =>
    zipBlob({
      ...bookParts({ sheets: [SHEET] }),
      'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024).fill(32),
    })

  it('are told by the ratio in the directory before anything is inflated', async () => {
    expect((await refusalOf(await bomb())).code).toBe('zip-bomb')
  })

  it('are stopped while inflating when the directory lies about the size', async () => {
    const lying = await withSize(await bomb(), 60 * 1024 * 1024, 4096)
    expect((await refusalOf(lying)).code).toBe('zip-bomb')
  })

  it('of very many entries are refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_none, index) => [`xl/p${index}.xml`, '']))
    expect((await refusalOf(await zipBlob(parts))).code).toBe('zip-bomb')
  })
})

it('goes by the bytes: a csv is a csv whatever its name', async () => {
  const table = await openTable(new File(['企业名称,信用代码\n甲,1'], '名录.xlsx'))
  expect([table.format, table.encoding]).toEqual(['csv', 'UTF-8'])
})

it('gives up when asked to', async () => {
  const stop = new AbortController()
  const table = await openTable(await sheetBlob([['a'], ['b']]))
  stop.abort(new Error('stopped'))
  const read = async () => {
    for await (const row of table.sheets[0]?.rows({ signal: stop.signal }) ?? []) expect(row).toBeDefined()
  }
  await expect(read()).rejects.toThrow('stopped')
})
