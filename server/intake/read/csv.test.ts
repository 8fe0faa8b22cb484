import { describe, expect, it } from 'vitest'
import { openCsv } from './csv'
import { CsvRecords, sniffDelimiter } from './csvRecords'
import { allRows } from './fixtures'

/** GB18030 of 沈阳,甲 with a four-byte character (𠅤) at the end: there is no encoder on the platform. */
const GB = [0xc9, 0xf2, 0xd1, 0xf4, 0x2c, 0xbc, 0xd7, 0x95, 0x32, 0xa6, 0x32, 0x0a]

const utf16le = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xff, 0xfe])
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 + index * 2, text.charCodeAt(index), true)
  return bytes
}

async function read(...parts: BlobPart[]) {
  const table = await openCsv(new Blob(parts))
  return { encoding: table.encoding, rows: await allRows(table.sheets[0]) }
}

describe('a csv as offices write it', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('甲,𠅤\n')],
    ['UTF-8（带 BOM）', new TextEncoder().encode('\ufeff甲,𠅤\n')],
    ['UTF-16LE', utf16le('甲,𠅤\n')],
  ])('is read in %s', async (encoding, bytes) => {
    expect(await read(bytes)).toEqual({ encoding, rows: [{ row: 1, cells: ['甲', '𠅤'] }] })
  })

  it('is read in GB18030, though the first half megabyte is plain ASCII and characters cross chunk borders', async () => {
    const ascii = new TextEncoder().encode('a,b\n'.repeat(140_000))
    for (const shift of [0, 1, 2, 3]) {
      const lead = new TextEncoder().encode(`${'x'.repeat(shift)},y\n`)
      const { encoding, rows } = await read(
        ascii,
        lead,
        new Uint8Array(Array.from({ length: 20_000 }, () => GB).flat()),
      )
      expect(encoding).toBe('GB18030')
      expect(rows).toHaveLength(160_001)
      const read18030 = new Set(rows.slice(-20_000).map(({ cells }) => cells.join('|')))
      expect([...read18030]).toEqual(['沈阳|甲\u{20164}'])
    }
  })

  it('may quote delimiters, line breaks and quotes, end lines with CRLF and skip lines', async () => {
    const { rows } = await read('a,"b,1"\r\n\r\n"x\r\ny","say ""hi"""\r\n,\r\nlast,5" pipe')
    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b,1'] },
      { row: 3, cells: ['x\r\ny', 'say "hi"'] },
      { row: 5, cells: ['last', '5" pipe'] },
    ])
  })

  it('loses the tricks that keep digits as text', async () => {
    expect((await read('"=""00123""",="0111",912\t\n')).rows[0]?.cells).toEqual(['00123', '0111', '912'])
  })

  it('is split the same wherever the pieces end', () => {
    const text = 'a,"b""c",d\r\n"e\nf",,g\r\n'
    const whole: string[][] = []
    new CsvRecords(',').push(text, whole)
    for (let cut = 0; cut <= text.length; cut += 1) {
      const split: string[][] = []
      const records = new CsvRecords(',')
      records.push(text.slice(0, cut), split)
      records.push(text.slice(cut), split)
      expect(split).toEqual(whole)
    }
  })

  it.each([
    ['名称;代码\n甲,乙;1\n', ';'],
    ['名称\t代码\n甲,乙\t1\n', '\t'],
    ['标题\n名称,代码,地址\n甲,1,"a;b;c"\n', ','],
    ['名称\n甲\n', ','],
  ])('tells its delimiter: %j', (sample, delimiter) => {
    expect(sniffDelimiter(sample)).toBe(delimiter)
  })
})
