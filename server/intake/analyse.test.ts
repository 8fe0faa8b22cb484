import { describe, expect, it } from 'vitest'
import type { KindId } from '@domain/register/kinds'
import type { Classifier, Locator } from '@domain/register/ports'
import type { StagedRow } from '@domain/register/staged'
import { writeWorkbook } from '../sheet/workbook'
import { analyse, type AnalysisInput } from './analyse'
import { annotatedSheet } from './annotated'
import { bookBlob, inlineRows, sheetBlob } from './read/fixtures'
import { IntakeRefusal } from './read/refusal'
import { templateSheets } from './template'

const locator: Locator = {
  locate: ({ declaredCounty, address }) =>
    declaredCounty
      ? { code: '210103', by: 'declared', level: 'county', retired: false }
      : address
        ? { code: '210104', by: 'address', level: 'county', retired: false }
        : { code: null, by: 'none', level: 'county', retired: false },
}
const classifier: Classifier = { classify: () => [] }

async function run(file: Blob, more: Partial<AnalysisInput> = {}, signal = new AbortController().signal) {
  const rows: StagedRow[] = []
  const chunks: number[] = []
  const sink = {
    chunk: async (chunk: StagedRow[]) => {
      chunks.push(chunk.length)
      rows.push(...chunk)
    },
    progress: () => undefined,
  }
  const input = { file, kind: 'register' as KindId, province: '210000', period: '2024', ...more }
  const summary = await analyse(input, { locator, classifier }, sink, signal)
  const { counts } = summary
  expect(counts.rows).toBe(rows.length)
  expect(counts.rows).toBe(counts.accepted + counts.quarantined + counts.rejected + counts.duplicates)
  const { declared, address, code, none } = counts.located
  expect(declared + address + code + none).toBe(counts.accepted + counts.quarantined)
  return { rows, chunks, summary }
}

const csv = (rows: string[][]) => new Blob([rows.map((row) => row.join(',')).join('\n')])
const CODES = ['91219900MA0000066Y', '91350100M000100Y43', '91219900MA00001110']

const MESSY = [
  ['重点企业名录'],
  ['', '', '', '', '单位：万元'],
  ['企业名称', '统一社会信用代码', '所属区县', '法定代表人', '营业收入', '', '备注'],
  ['甲公司', CODES[0]!, '沈河区', '某人', '100', '', '13900001111'],
  ['乙公司', CODES[1]!, '', '某人', '200.5', '', '13900001112'],
  ['甲厂', CODES[0]!, '沈河区', '某人', '1', '', ''],
  ['丙公司', '12', '', '某人', '3', '', ''],
  ['', '', '', '', '', '', ''],
  ['合计', '', '', '', '999', '', ''],
  ['注：营业收入为快报数', '', '', '', '', '', ''],
]

describe('a register from file to judged rows', () => {
  it('accounts for every line, in xlsx and in csv alike', async () => {
    for (const file of [await sheetBlob(MESSY), csv(MESSY)]) {
      const { rows, summary } = await run(file)
      expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
        [4, 'accepted'],
        [5, 'accepted'],
        [6, 'duplicate'],
        [7, 'rejected'],
      ])
      expect(summary.headerRow).toBe(3)
      expect(summary.skipped).toEqual({ totals: 1, notes: 1, headers: 0, examples: 0 })
      expect(summary.totals).toEqual([
        { header: '营业收入', row: 9, stated: '999', summed: '304.5', unit: '万元', agrees: false },
      ])
      expect(summary.nameConflicts).toMatchObject([{ creditCode: CODES[0], row: 6, name: '甲厂' }])
    }
  })

  it('leaves personal columns outside, those nobody named among them', async () => {
    const { rows, summary } = await run(await sheetBlob(MESSY))
    expect(summary.droppedPersonal).toEqual(['法定代表人', '备注'])
    expect(JSON.stringify([rows, summary])).not.toMatch(/某人|1390000/u)
    expect(rows[0]?.raw).toEqual(['甲公司', CODES[0], '沈河区', '100', ''])
  })

  it('hands rows over in chunks of 500', async () => {
    const body = Array.from({ length: 1201 }, (_none, index) => [`甲${index}`, '12'])
    const { chunks } = await run(csv([['企业名称', '信用代码'], ...body]))
    expect(chunks).toEqual([500, 500, 201])
  })

  it('chooses the sheet that is the register, names the others and ignores hidden ones', async () => {
    const file = await bookBlob({
      sheets: [
        { name: '说明', data: inlineRows([['填写说明'], ['企业名称', '与营业执照一致']]) },
        { name: '隐藏', data: inlineRows(MESSY), state: 'hidden' },
        {
          name: '名录',
          data: inlineRows([
            ['企业名称', '信用代码'],
            ['甲', CODES[0]!],
          ]),
        },
      ],
    })
    const { summary } = await run(file)
    expect([summary.sheet, summary.otherSheets]).toEqual(['名录', ['说明']])
    expect(summary.notes.join()).toContain('隐藏')
    await expect(run(file, { overrides: { sheet: '说明' } })).rejects.toMatchObject({ code: 'missing-columns' })
  })

  it('follows choices by hand: columns, unit and period', async () => {
    const file = csv([
      ['单位', '代码', '收入'],
      ['甲', CODES[0]!, '2'],
    ])
    const refused = await run(file).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(IntakeRefusal)
    expect(refused).toMatchObject({
      code: 'no-header',
      table: { headerRow: 1, columns: [{ header: '单位', samples: ['甲'] }, {}, {}] },
    })
    const columns = [
      { column: 0, field: 'name' },
      { column: 1, field: 'creditCode' },
      { column: 2, field: 'revenue', unit: '亿元', period: '2023' },
    ]
    const { rows } = await run(file, { overrides: { headerRow: 1, columns } })
    expect(rows[0]?.facts).toEqual([{ indicator: 'revenue', period: '2023', value: '20000.0000', unit: '万元' }])
  })

  it('refuses a header without rows, and more than 200,000 rows', async () => {
    await expect(run(csv([['企业名称', '信用代码']]))).rejects.toMatchObject({ code: 'no-rows' })
    const many = new Blob(['企业名称,信用代码\n', '甲,1\n'.repeat(200_001)])
    await expect(run(many)).rejects.toMatchObject({ code: 'too-many-rows' })
  })

  it('stops with the reason it was given', async () => {
    const stop = new AbortController()
    const file = new Blob(['企业名称,信用代码\n', '甲,1\n'.repeat(50_000)])
    const sink = { chunk: async () => stop.abort(new Error('cancelled by the user')), progress: () => undefined }
    const input = { file, kind: 'register' as const, province: '210000', period: '2024' }
    await expect(analyse(input, { locator, classifier }, sink, stop.signal)).rejects.toThrow('cancelled by the user')
  })
})

const blobOf = async (...sheets: Parameters<typeof writeWorkbook>[0]) =>
  new Blob([await new Response(writeWorkbook(sheets)).arrayBuffer()])

/** mulberry32: the same rows on every run. */
function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('whatever stands in the cells', () => {
  const cells = [
    '',
    ' ',
    '—',
    '甲',
    '𠅤记有限公司',
    '合计',
    '注：说明',
    '=1+1',
    '-5',
    '1.2亿元',
    '3,500',
    '１２３',
    '1e308',
    '9'.repeat(40),
    '2004-05-06',
    '2004-13-45',
    '是',
    '\u0000\u200b',
    'C3451',
    '91350100M000100Y44',
    '000000000000000000',
    '210102198001011232',
    '"',
    "'",
    '\ud800',
    'x'.repeat(5000),
    ...CODES,
  ]
  const headings = [
    '企业名称',
    '统一社会信用代码',
    '所属区县',
    '营业收入（万元）',
    '从业人数',
    '成立日期',
    '是否规上',
    '注册资本',
    '行业代码',
    '荣誉名称',
    '产业链',
    '年份',
    '金额',
    '供应商信用代码',
    '采购商信用代码',
    '产品',
  ]

  it.each(['register', 'honours', 'leaders', 'links'] as const)('rows of %s add up to their verdicts', async (kind) => {
    const random = randomly(20_260_401)
    const pick = () => cells[Math.floor(random() * cells.length)] ?? ''
    const table = [headings, ...Array.from({ length: 600 }, () => headings.map(pick))]
    // `run` checks the sums.
    const xlsx = await run(
      await blobOf({ name: '表', columns: headings.map((header) => ({ header, type: 'text' })), rows: table.slice(1) }),
      { kind },
    )
    expect(xlsx.summary.counts.rows).toBeGreaterThan(400)
    expect(new Set(xlsx.rows.map(({ verdict }) => verdict)).size).toBeGreaterThan(1)
  })
})

describe('templates and annotated copies', () => {
  it.each(['register', 'honours', 'leaders', 'links'] as const)(
    'the template of %s maps every column, asks nothing and holds no row',
    async (kind) => {
      const file = await blobOf(...templateSheets(kind))
      const failure = await run(file, { kind }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'no-rows' })
    },
  )

  it('the register template with a row added below the examples is read completely', async () => {
    const [table, guide] = templateSheets('register')
    if (!table || !guide) throw new Error('no template')
    const own = [...(table.rows as (string | null)[][])].map((cells) =>
      cells.map((cell) => cell?.replace('【示例】', '') ?? null),
    )
    const { rows, summary } = await run(await blobOf({ ...table, rows: own }, guide))
    expect(summary.sheet).toBe('企业名录')
    expect(summary.columns.filter(({ field, question }) => field === null || question !== null)).toEqual([])
    expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted'])
    expect(rows[0]?.facts.map(({ value }) => value)).toEqual(['12345.6700', '11800.5000', '126', '830.2000'])
  })

  it('an annotated copy keeps the order of columns, tells what to do, and can be uploaded again', async () => {
    const first = await run(await sheetBlob(MESSY))
    const rows = (async function* () {
      yield* first.rows
    })()
    const copy = await blobOf(annotatedSheet({ kind: 'register', columns: first.summary.columns, rows }))
    const again = await run(copy)
    expect(again.summary.counts).toEqual(first.summary.counts)
    expect(again.rows.map(({ facts }) => facts)).toEqual(first.rows.map(({ facts }) => facts))
    expect(again.rows[0]?.raw).toEqual(first.rows[0]?.raw)
  })
})
