import { describe, expect, it } from 'vitest'
import { allRows } from '../intake/read/fixtures'
import { openTable } from '../intake/read/openTable'
import { openZip } from '../intake/read/zipParts'
import { columnLetters, safeFileName, sheetName } from './names'
import type { SheetSource } from './sheetXml'
import { writeWorkbook } from './workbook'

const blobOf = async (sheets: SheetSource[]) => new Blob([await new Response(writeWorkbook(sheets)).arrayBuffer()])

const partOf = async (file: Blob, part: string) => new Response((await openZip(file)).open(part)).text()

const SHEET: SheetSource = {
  name: '企业[名录]/2024',
  title: '某某市企业名录',
  notes: ['单位：万元', '数据截至 2024-12-31'],
  columns: [
    { header: '企业名称', type: 'text' },
    { header: '信用代码', type: 'code' },
    { header: '营业收入', type: 'amount' },
    { header: '占比', type: 'percent' },
    { header: '成立日期', type: 'date' },
  ],
  rows: [
    ['𠅤记 <甲> & 乙', '912199000000000003', '12345678901234.5678', 0.123, '2004-05-06'],
    ['=HYPERLINK("x")', '9121990000000E0094', '*', null, '不详'],
    ['+1\n-2\u0001', '', '-35.5', Number.NaN, '1899-01-01'],
  ],
  total: ['合计', null, '12345678901199.0678', null, null],
}

describe('a workbook', () => {
  it('says the same when it is read back: text as text, numbers as numbers, dates as dates', async () => {
    const table = await openTable(await blobOf([SHEET]))
    expect(table.sheets.map(({ name }) => name)).toEqual(['企业名录2024'])
    const rows = await allRows(table.sheets[0])
    expect(rows.slice(0, 4).map(({ cells }) => cells[0])).toEqual([
      '某某市企业名录',
      '单位：万元',
      '数据截至 2024-12-31',
      '企业名称',
    ])
    expect(rows.slice(4).map(({ cells }) => cells)).toEqual([
      ['𠅤记 <甲> & 乙', '912199000000000003', '12345678901234.6', '0.123', '2004-05-06'],
      ['=HYPERLINK("x")', '9121990000000E0094', '*', '', '不详'],
      ['+1\n-2\ufffd', '', '-35.5', '—', '1899-01-01'],
      ['合计', '', '12345678901199.1'],
    ])
  })

  it('has no formula whatever a text begins with', async () => {
    const file = await blobOf([SHEET])
    expect(await partOf(file, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/u)
  })

  it('freezes and repeats the header, filters the table, prints landscape to the width of a page', async () => {
    const file = await blobOf([SHEET])
    const sheet = await partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('ySplit="4"')
    expect(sheet).toContain('<autoFilter ref="A4:E7"/>')
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(sheet).toContain('<mergeCell ref="A1:E1"/>')
    expect(await partOf(file, 'xl/workbook.xml')).toContain("'企业名录2024'!$1:$4")
  })

  it('draws rows only as fast as it is read, and breaks when its source breaks', async () => {
    let drawn = 0
    const endless = (function* () {
      for (;;) yield [`第${(drawn += 1)}行${Math.sin(drawn)}`]
    })()
    const reader = writeWorkbook([{ name: 'a', columns: [{ header: 'a', type: 'text' }], rows: endless }]).getReader()
    await reader.read()
    await reader.cancel()
    expect(drawn).toBeLessThan(50_000)
    const broken = (function* () {
      yield ['1']
      throw new Error('source broke')
    })()
    await expect(blobOf([{ name: 'a', columns: [{ header: 'a', type: 'text' }], rows: broken }])).rejects.toThrow(
      'source broke',
    )
  })
})

describe('names', () => {
  it('of sheets obey the rules of spreadsheets', () => {
    expect(sheetName("'a[b]:c*?/\\'")).toBe('abc')
    expect([sheetName(''), sheetName('History')]).toEqual(['表1', 'History1'])
    expect(sheetName('长'.repeat(40))).toHaveLength(31)
    expect(sheetName(`${'a'.repeat(30)}𠅤`)).toBe('a'.repeat(30))
    expect(sheetName('名录', new Set(['名录', '名录(2)']))).toBe('名录(3)')
  })

  it('of files have region, subject, period and day, and nothing a file system refuses', () => {
    const day = new Date(2026, 2, 5)
    expect(safeFileName(['沈阳市', '企业/名录:*', '2024'], day, 'xlsx')).toBe('沈阳市_企业名录_2024_20260305.xlsx')
    expect(safeFileName(['..', ''], day, 'xlsx')).toBe('导出_20260305.xlsx')
    expect(safeFileName(['CON'], day, 'xlsx')).toBe('CON_20260305.xlsx')
    expect(safeFileName(['a\u202ecod.exe'], day, 'x/../lsx')).toBe('acod.exe_20260305.xlsx')
  })

  it('of columns count in letters', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
