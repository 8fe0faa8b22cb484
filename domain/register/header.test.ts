import { describe, expect, it } from 'vitest'
import { findHeader } from './header'
import { KINDS } from './kinds'
import type { RawRow, SavedMapping } from './mapping'
import { isPersonalHeader, looksPersonal } from './personal'
import { settleColumns } from './settle'

const rowsOf = (rows: string[][]): RawRow[] => rows.map((cells, index) => ({ row: index + 1, cells }))

function understand(
  rows: string[][],
  more: { saved?: SavedMapping; kind?: keyof typeof KINDS; headerRow?: number } = {},
) {
  const raw = rowsOf(rows)
  const kind = KINDS[more.kind ?? 'register']
  const overrides = more.headerRow ? { headerRow: more.headerRow } : undefined
  const found = findHeader(raw, { kind, batchPeriod: '2024', saved: more.saved, overrides })
  if (!found) throw new Error('no header')
  const body = raw.filter(({ row }) => row > (found.rows.at(-1) ?? 0))
  return { found, columns: settleColumns(found, body, kind) }
}

const CODE = '91219900MA0000066Y'

describe('finding the header', () => {
  it('looks under a title and a unit line, and gives the unit to money columns without one of their own', () => {
    const { found, columns } = understand([
      ['某某市重点企业名录'],
      ['填报单位：某某局', '', '单位：万元'],
      ['序号', '单位名称', '统一社会信用代码', '所在区县', '营业收入', '从业人数', '综合能耗'],
      ['1', '甲公司', CODE, '沈河区', '100', '20', '3'],
    ])
    expect(found.rows).toEqual([3])
    expect(columns.map(({ field, unit }) => [field, unit])).toEqual([
      [null, null],
      ['name', null],
      ['creditCode', null],
      ['county', null],
      ['revenue', '万元'],
      ['employees', '人'],
      ['energy', null],
    ])
    expect(columns[6]?.question).toContain('没有注明单位')
  })

  it('reads a header of two rows, the parent over its years', () => {
    const { found, columns } = understand([
      ['企业名录'],
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '', '法定代表人', '经济指标', ''],
      ['', '', '2023年', '2024年', '', '工业总产值(亿元)', '员工人数'],
      ['甲公司', CODE, '1', '2', '某某', '3', '4'],
    ])
    expect(found.rows).toEqual([2, 3])
    expect(columns.map(({ field, period, unit }) => [field, period, unit])).toEqual([
      ['name', null, null],
      ['creditCode', null, null],
      ['revenue', '2023', '万元'],
      ['revenue', '2024', '万元'],
      [null, null, null],
      ['output', null, '亿元'],
      ['employees', null, '人'],
    ])
    expect(columns[4]).toMatchObject({ personal: true, samples: [] })
  })

  it('does not take the first enterprise for a second header row', () => {
    const { found } = understand([
      ['企业名称', '信用代码', '营业收入(万元)'],
      ['2023年营业收入咨询公司', '', '5'],
    ])
    expect(found.rows).toEqual([1])
  })

  it('says what is missing and keeps every heading for a mapping by hand', () => {
    const { found } = understand([
      ['单位名称', '地址', '产品'],
      ['甲', '某路', '轴承'],
    ])
    expect(found.missing).toEqual(['统一社会信用代码'])
    expect(found.columns).toHaveLength(3)
  })

  it('follows the memory of the provider where headings match, and a header row named by hand', () => {
    const saved = {
      columns: [
        { header: '单位', field: 'name' },
        { header: '代码', field: 'creditCode' },
        { header: '收入', field: 'revenue', unit: '亿元' },
      ],
    }
    const rows = [['表1'], ['单位', '代码', '收入'], ['甲', CODE, '3']]
    const { found, columns } = understand(rows, { saved })
    expect(found.rows).toEqual([2])
    expect(columns.map(({ field, how, unit }) => [field, how, unit])).toEqual([
      ['name', 'saved', null],
      ['creditCode', 'saved', null],
      ['revenue', 'saved', '亿元'],
    ])
    expect(understand(rows, { headerRow: 2 }).found.missing).toHaveLength(2)
  })

  it('keeps one column per field, and one per period of a measured field', () => {
    const { columns } = understand([
      ['企业名称', '信用代码', '注册地址', '地址', '营业收入(万元)', '主营业务收入(万元)', '营业收入增长率'],
      ['甲', CODE, 'a', 'b', '1', '2', '3'],
    ])
    expect(columns.map(({ field }) => field)).toEqual(['name', 'creditCode', 'address', null, 'revenue', null, null])
  })

  it('takes 地区 for a city or a county by its cells', () => {
    const table = (places: string[]) => [
      ['企业名称', '信用代码', '地区'],
      ...places.map((place) => ['甲', CODE, place]),
    ]
    expect(understand(table(['沈阳', '大连'])).columns[2]?.field).toBe('city')
    expect(understand(table(['沈河区', '大连'])).columns[2]?.field).toBe('county')
  })
})

describe('units of a column', () => {
  const money = (heading: string, cells: string[]) =>
    understand([['企业名称', '信用代码', heading], ...cells.map((cell) => ['甲', CODE, cell])]).columns[2]

  it('come from the cells only when every filled cell has one', () => {
    expect(money('营业收入', ['1.2亿元', '3,500万元', '—'])).toMatchObject({ unitFrom: 'cells', question: null })
    expect(money('营业收入', ['1.2亿元', '3500'])?.question).toContain('有的单元格带单位')
  })

  it('are asked for when nothing says them or nobody can convert them', () => {
    expect(money('营业收入', ['3500'])?.question).toContain('请选择单位')
    expect(money('营业收入（万美元）', ['3500'])?.question).toContain('无法换算')
  })
})

describe('other kinds of table', () => {
  it('tell the supplier from the buyer', () => {
    const { columns } = understand(
      [
        [
          '供应商名称',
          '供应商统一社会信用代码',
          '采购方',
          '采购方统一社会信用代码',
          '产品名称',
          '年度',
          '采购金额（万元）',
        ],
      ],
      { kind: 'links' },
    )
    expect(columns.map(({ field }) => field)).toEqual([
      'name',
      'creditCode',
      'buyerName',
      'buyerCode',
      'product',
      'year',
      'amount',
    ])
  })

  it('find honours', () => {
    const { columns } = understand(
      [['企业名称', '统一社会信用代码', '称号', '级别', '批次', '认定时间', '有效期至', '文号', '联系电话']],
      { kind: 'honours' },
    )
    expect(columns.map(({ field }) => field)).toEqual([
      'name',
      'creditCode',
      'honour',
      'level',
      'batch',
      'grantedOn',
      'validTo',
      'document',
      null,
    ])
  })
})

describe('personal columns', () => {
  it('are known by heading', () => {
    for (const header of [
      '法定代表人',
      '法人',
      '联系人',
      '联系电话',
      '手机号码',
      '电子邮箱',
      'E-mail',
      '法人身份证号',
      '单位负责人',
      '填表人',
    ]) {
      expect(isPersonalHeader(header), header).toBe(true)
    }
    for (const header of ['法人单位名称', '统一社会信用代码/证件号', '通信地址', '法人名称', '是否有自然人股东']) {
      expect(isPersonalHeader(header), header).toBe(false)
    }
  })

  it('are known by what is in them', () => {
    expect(looksPersonal(['13900001111', '13900001112', ''])).toBe(true)
    expect(looksPersonal(['210102198001011234'])).toBe(true)
    expect(looksPersonal(['someone@example.com', '024-12345678'])).toBe(true)
    expect(looksPersonal(['轴承', '机床', '13900001111'])).toBe(false)
  })

  it('stay closed to memory and to choices by hand', () => {
    const saved = { columns: [{ header: '联系电话', field: 'address' }] }
    const { columns } = understand(
      [
        ['企业名称', '信用代码', '联系电话'],
        ['甲', CODE, '13900001111'],
      ],
      { saved },
    )
    expect(columns[2]).toMatchObject({ personal: true, field: null, samples: [] })
  })
})
