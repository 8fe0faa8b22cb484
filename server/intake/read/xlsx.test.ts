import { describe, expect, it } from 'vitest'
import { isDateFormat, serialToIso } from './dates'
import { allRows, bookBlob } from './fixtures'
import { openXlsx } from './xlsx'

async function rowsOf(data: string, book: { sharedStrings?: string; styles?: string; workbookPr?: string } = {}) {
  const table = await openXlsx(await bookBlob({ sheets: [{ name: 's', data }], ...book }))
  return allRows(table.sheets[0])
}

describe('cells of a workbook', () => {
  it('joins the runs of rich text and leaves phonetic guides out', async () => {
    const sharedStrings =
      '<sst><si><r><t>沈阳</t></r><r><t xml:space="preserve"> 机床</t></r><rPh sb="0" eb="1"><t>シンヨウ</t></rPh></si><si><t>𠅤记_x000D_</t></si></sst>'
    const rows = await rowsOf('<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>', {
      sharedStrings,
    })
    expect(rows).toEqual([{ row: 3, cells: ['', '沈阳 机床', '', '𠅤记\r'] }])
  })

  it('reads numbers with all their digits and marks those that lost some', async () => {
    const [row] = await rowsOf(
      '<row><c><v>0.30000000000000004</v></c><c><v>1.25E-7</v></c><c><v>12345678.9</v></c><c><v>9.1210213118660979E17</v></c></row>',
    )
    expect(row?.cells).toEqual(['0.3', '0.000000125', '12345678.9', '912102131186610000'])
    expect(row?.notes).toEqual([{ column: 3, kind: 'long-number' }])
  })

  it('turns errors into blanks and says so, and keeps the stored result of a formula', async () => {
    const [row] = await rowsOf(
      '<row><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>甲</v></c><c t="b"><v>1</v></c></row>',
    )
    expect(row?.cells).toEqual(['', '2', '甲', 'TRUE'])
    expect(row?.notes?.map(({ kind }) => kind)).toEqual(['error', 'formula', 'formula'])
  })

  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>'

  it('shows dates as ISO dates by their style, in both date systems', async () => {
    const data = '<row><c s="1"><v>38113</v></c><c s="2"><v>38113.5</v></c><c s="0"><v>38113</v></c></row>'
    expect((await rowsOf(data, { styles }))[0]?.cells).toEqual(['2004-05-06', '2004-05-06 12:00:00', '38113'])
    const old = await rowsOf(data, { styles, workbookPr: '<workbookPr date1904="1"/>' })
    expect(old[0]?.cells[0]).toBe('2008-05-07')
  })

  it('knows the leap day of 1900 that never was, and formats that only look like dates', () => {
    expect([serialToIso(1, false), serialToIso(59, false), serialToIso(61, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ])
    expect([serialToIso(0, false), serialToIso(-3, false), serialToIso(9e9, false)]).toEqual([null, null, null])
    expect(['General', '#,##0.00', '[Red]0', 'h:mm', '0"年"', '@'].filter(isDateFormat)).toEqual([])
    expect(['yyyy-mm-dd', 'm/d/yy', '[$-804]yyyy"年"m"月"d"日"', 'yyyy/m/d;@'].every(isDateFormat)).toBe(true)
  })

  it('drops rows without a filled cell, and the styled emptiness to the right', async () => {
    const rows = await rowsOf(
      '<row r="1"><c r="A1" s="1"/><c r="XFD1" s="1"/></row><row r="5"><c r="A5" t="inlineStr"><is><t>甲</t></is></c></row>',
    )
    expect(rows).toEqual([{ row: 5, cells: ['甲'] }])
  })

  it('reads the same table under a namespace prefix', async () => {
    const table = await openXlsx(
      await bookBlob({
        sheets: [{ name: 's', data: '' }],
        extra: {
          'xl/worksheets/sheet1.xml':
            '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        },
      }),
    )
    expect(await allRows(table.sheets[0])).toEqual([{ row: 1, cells: ['甲'] }])
  })
})
