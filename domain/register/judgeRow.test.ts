import { describe, expect, it } from 'vitest'
import { judgeRow, type JudgeContext } from './judgeRow'
import { KINDS, type EnterpriseKindId } from './kinds'
import type { CellNote, ColumnMapping } from './mapping'
import { rowNature } from './rowNature'
import { readBool, readDate, readIndustry } from './readText'

const GOOD = '91219900MA0000066Y'
const OTHER = '91350100M000100Y43'
const WRONG_CHECK = '91350100M000100Y44'

function column(field: string, index: number, more: Partial<ColumnMapping> = {}): ColumnMapping {
  return {
    column: index,
    header: field,
    field,
    confidence: 1,
    how: 'alias',
    period: null,
    unit: null,
    unitFrom: null,
    personal: false,
    question: null,
    samples: [],
    ...more,
  }
}

function contextOf(
  fields: (string | [string, Partial<ColumnMapping>])[],
  kind: EnterpriseKindId = 'register',
): JudgeContext {
  return {
    kind: KINDS[kind],
    province: '210000',
    batchPeriod: '2024',
    columns: fields.map((field, index) =>
      typeof field === 'string' ? column(field, index) : column(field[0], index, field[1]),
    ),
    locator: {
      locate: ({ declaredCounty }) =>
        declaredCounty
          ? { code: '210103', by: 'declared', level: 'county', retired: false }
          : { code: null, by: 'none', level: 'county', retired: false },
    },
    classifier: {
      classify: ({ products }) =>
        products?.includes('轴承')
          ? [{ chain: 'cnc', node: 'bearing', confidence: 0.9, reason: '主要产品含“轴承”' }]
          : [],
    },
    seen: new Map(),
  }
}

const judge = (context: JudgeContext, rows: string[][], notes?: CellNote[]) =>
  rows.map((cells, index) => judgeRow({ row: index + 2, cells, notes }, context))

const BASIC = ['name', 'creditCode', 'county', 'products']

describe('a row of the register', () => {
  it('with a good code is accepted, located and matched with chains', () => {
    const [row] = judge(contextOf(BASIC), [[' 甲\u200b公司 ', GOOD.toLowerCase(), '沈河区', '滚动轴承']])
    expect(row).toMatchObject({
      row: 2,
      verdict: 'accepted',
      name: '甲公司',
      creditCode: GOOD,
      countyFound: '210103',
      locatedBy: 'declared',
      locatedLevel: 'county',
      problems: [],
    })
    expect(row?.memberships.map(({ node }) => node)).toEqual(['bearing'])
  })

  it.each([
    ['', 'rejected', 'code-missing'],
    ['123', 'rejected', 'code-length'],
    ['91350100M000100Y4Z', 'rejected', 'code-charset'],
    ['000000000000000000', 'rejected', 'code-zero'],
    ['B1350100M000100Y43', 'rejected', 'code-charset|code-department'],
    [WRONG_CHECK, 'quarantined', 'code-checksum'],
  ])('with the code "%s" is %s', (code, verdict, problem) => {
    const [row] = judge(contextOf(BASIC), [['甲', code, '沈河区', '']])
    expect(row?.verdict).toBe(verdict)
    expect(problem.split('|')).toContain(row?.problems[0]?.code)
    expect(row?.problems[0]?.message).toMatch(/请/u)
  })

  it('without a name is rejected, and a code kept as a number too', () => {
    expect(judge(contextOf(BASIC), [['—', GOOD, '', '']])[0]).toMatchObject({ verdict: 'rejected' })
    const [row] = judge(contextOf(BASIC), [['甲', '912199000000000000', '', '']], [{ column: 1, kind: 'long-number' }])
    expect(row).toMatchObject({ verdict: 'rejected', creditCode: null, problems: [{ code: 'code-digits-lost' }] })
  })

  it('does not keep an identity number that stands for a code', () => {
    const [row] = judge(contextOf(BASIC), [['甲', '210102198001011232', '', '']])
    expect(row?.verdict).toBe('rejected')
    expect(JSON.stringify(row)).not.toContain('19800101')
  })

  it('repeats the first row of its code, and says so when the names differ', () => {
    const rows = judge(contextOf(BASIC), [
      ['甲公司', GOOD, '沈河区', ''],
      ['甲 公司', GOOD, '沈河区', ''],
      ['乙公司', GOOD, '沈河区', ''],
      ['丙公司', '', '', ''],
      ['丁公司', '', '', ''],
    ])
    expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'duplicate', 'duplicate', 'rejected', 'rejected'])
    expect(rows[1]?.problems[0]).toMatchObject({ code: 'duplicate', message: expect.stringContaining('第 2 行') })
    expect(rows[2]?.problems[0]).toMatchObject({ code: 'duplicate-name', message: expect.stringContaining('“甲公司”') })
  })

  it('keeps figures in stored units with their periods, and the row when a figure is unreadable', () => {
    const context = contextOf([
      'name',
      'creditCode',
      ['revenue', { unit: '亿元', period: '2023' }],
      ['revenue', { unit: '亿元' }],
      ['employees', { unit: '人' }],
      ['energy', { unit: null, question: '单位？' }],
      ['output', { unit: '万元' }],
    ])
    const [row] = judge(context, [['甲', GOOD, '1.2', '-0.5', '约20', '300', '—']])
    expect(row?.verdict).toBe('accepted')
    expect(row?.facts).toEqual([
      { indicator: 'revenue', period: '2023', value: '12000.0000', unit: '万元' },
      { indicator: 'revenue', period: '2024', value: '-5000.0000', unit: '万元' },
    ])
    expect(row?.problems.map(({ code }) => code)).toEqual(['negative', 'number-text', 'county-unknown'])
  })

  it('reads dates, yes and no, and industry codes in the forms people write', () => {
    expect(['2004/5/6', '2004年5月6日', '20040506', '2004.5.6', '2004-05-06 00:00:00'].map(readDate)).toEqual(
      Array(5).fill('2004-05-06'),
    )
    expect(['2004-02-30', '2004年', '38113'].map(readDate)).toEqual([null, null, null])
    expect(['是', '1', '√', 'Y', 'TRUE'].map(readBool)).toEqual(Array(5).fill(true))
    expect(['否', '0', '×', 'N', '', '待定'].map(readBool)).toEqual([false, false, false, false, null, undefined])
    expect(['C3451', '3451 轴承制造', '0111', '—', '制造'].map(readIndustry)).toEqual([
      '3451',
      '3451',
      '0111',
      null,
      undefined,
    ])
  })
})

describe('rows of the other kinds', () => {
  it('an honour may lack the code, but then waits for a person; several honours of one enterprise are no duplicates', () => {
    const context = contextOf(['name', 'creditCode', 'honour', 'grantedOn'], 'honours')
    const rows = judge(context, [
      ['甲', GOOD, '小巨人', '2023-07-14'],
      ['甲', GOOD, '单项冠军', ''],
      ['甲', GOOD, '小巨人', '2023年7月14日'],
      ['乙', '', '小巨人', ''],
      ['丙', '', '小巨人', ''],
      ['丁', GOOD, '', ''],
    ])
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
      'quarantined',
      'quarantined',
      'rejected',
    ])
    expect(rows[0]?.extra).toEqual({ honour: '小巨人', grantedOn: '2023-07-14' })
  })

  it('a link needs two enterprises; the same with another amount is no repetition; money becomes 万元', () => {
    const context = contextOf(['creditCode', 'buyerCode', 'product', 'year', ['amount', { unit: '元' }]], 'links')
    const rows = judge(context, [
      [GOOD, OTHER, '轴承', '2025年', '1,000,000'],
      [GOOD, OTHER, '轴承', '2025', '1000000.00'],
      [GOOD, OTHER, '轴承', '2025', '5'],
      [GOOD, GOOD, '轴承', '2025', '5'],
      [GOOD, WRONG_CHECK, '轴承', '2025', '5'],
      [GOOD, '', '轴承', '2025', '5'],
    ])
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'duplicate',
      'accepted',
      'rejected',
      'quarantined',
      'rejected',
    ])
    expect(rows[0]?.extra).toEqual({ buyerCode: OTHER, product: '轴承', year: '2025', amountWan: '100.0000' })
  })
})

describe('lines that are not rows', () => {
  const headings = ['序号', '企业名称', '统一社会信用代码', '营业收入(万元)']
  const nature = (cells: string[]) => rowNature({ cells, headings, name: cells[1] ?? '', codes: [cells[2] ?? ''] })
  it.each([
    [['', ' ', '', ''], 'blank'],
    [['合计', '', '', '300'], 'total'],
    [['', '总 计', '', '300'], 'total'],
    [['', '沈河区小计', '', '300'], 'total'],
    [['注：数据来源于年报', '', '', ''], 'note'],
    [['填表人：某某', '', '联系电话：1', ''], 'note'],
    [['序号', '企业名称', '统一社会信用代码', '营业收入（万元）'], 'header'],
    [['1', '【示例】某某公司', GOOD, '1'], 'example'],
    [['1', '合计科技有限公司', GOOD, '1'], 'row'],
    [['1', '甲公司', '', '1'], 'row'],
    [['1', '注册会计师事务所', '', ''], 'row'],
  ])('%j is a %s', (cells, expected) => {
    expect(nature(cells)).toBe(expected)
  })
})
