import { describe, expect, it } from 'vitest'
import { findHeader } from './header'
import { KINDS } from './kinds'
import type { MappingOverrides, RawRow, SavedMapping } from './mapping'
import { settleColumns } from './settle'

const CODE = '91219900MA0000066Y'

interface Told {
  cells?: string[]
  above?: string[]
  saved?: SavedMapping
  columns?: MappingOverrides['columns']
}

/** The mapping of the columns that stand to the right of name and code. */
function columnsOf(headings: string[], { cells, above, saved, columns }: Told = {}) {
  const filled = cells ?? headings.map((heading) => (heading.includes('纬度') ? '41.7968' : '123.4291'))
  const table = [...(above ? [above] : []), ['企业名称', '信用代码', ...headings], ['甲', CODE, ...filled]]
  const rows = table.map((row, index): RawRow => ({ row: index + 1, cells: row }))
  const found = findHeader(rows, {
    kind: KINDS.register,
    batchPeriod: '2024',
    saved,
    overrides: columns && { columns },
  })
  if (!found) throw new Error('no header')
  const body = rows.filter(({ row }) => row > (found.rows.at(-1) ?? 0))
  return settleColumns(found, body, KINDS.register).slice(2)
}

const systems = (headings: string[], told?: Told) =>
  columnsOf(headings, told).map(({ field, unit, unitFrom }) => [field, unit, unitFrom])

describe('coordinate columns', () => {
  it.each([
    [
      ['经度', '纬度'],
      ['lng', 'lat'],
    ],
    [
      ['企业经度(°)', '企业纬度(°)'],
      ['lng', 'lat'],
    ],
    [
      ['百度地图经度', '百度地图纬度'],
      ['lng', 'lat'],
    ],
    [
      ['经度（CGCS2000）', '纬度（CGCS2000）'],
      ['lng', 'lat'],
    ],
    [
      ['Longitude', 'Latitude'],
      ['lng', 'lat'],
    ],
    [
      ['lng_bd09', 'lat_bd09'],
      ['lng', 'lat'],
    ],
    [
      ['LON', 'LAT'],
      ['lng', 'lat'],
    ],
    [
      ['东经', '北纬'],
      ['lng', 'lat'],
    ],
    [['经纬度'], ['lngLat']],
    [['高德坐标'], ['lngLat']],
    [['企业位置经纬度（腾讯）'], ['lngLat']],
    [
      ['经度', '纬度', '坐标系'],
      ['lng', 'lat', 'crs'],
    ],
    [
      ['中央经线经度', '经纬度来源', '评价维度'],
      [null, null, null],
    ],
  ])('%j are %j', (headings, fields) => {
    const columns = columnsOf(headings)
    expect(columns.map(({ field }) => field)).toEqual(fields)
    expect(columns.map(({ period }) => period)).toEqual(fields.map(() => null))
  })

  it('headed X and Y are told apart by their degrees, and left alone when they are metres', () => {
    const headings = ['X坐标', 'Y坐标（CGCS2000）']
    expect(systems(headings, { cells: ['41.7968', '123.4291'] })).toEqual([
      ['lat', 'CGCS2000', 'header'],
      ['lng', 'CGCS2000', 'header'],
    ])
    expect(columnsOf(headings, { cells: ['4629000', '41523000'] }).map(({ field }) => field)).toEqual([null, null])
  })
})

describe('the system of coordinate columns', () => {
  it('is read from the heading of either of the two, before anything else', () => {
    expect(systems(['经度（GCJ-02）', '纬度'], { above: ['坐标系：BD-09'] })).toEqual([
      ['lng', 'GCJ-02', 'header'],
      ['lat', 'GCJ-02', 'header'],
    ])
    expect(systems(['坐标（国家2000）'])).toEqual([['lngLat', 'CGCS2000', 'header']])
  })

  it('is read from the rows, or from a line above the table', () => {
    const inRows = columnsOf(['经度', '纬度', '坐标系'], { cells: ['123.4', '41.8', '高德'] })
    expect(inRows.map(({ unit, unitFrom, question }) => [unit, unitFrom, question])).toEqual([
      [null, 'cells', null],
      [null, 'cells', null],
      [null, null, null],
    ])
    const above = ['填报单位：某某局', '坐标系：百度（BD-09）']
    expect(systems(['经度', '纬度'], { above })[0]).toEqual(['lng', 'BD-09', 'sheet'])
  })

  it('is asked for once when nothing says it, when two are said, and when the one said cannot be converted', () => {
    const questions = (headings: string[]) => columnsOf(headings).map(({ question }) => question)
    expect(questions(['经度', '纬度'])).toEqual([expect.stringContaining('没有注明坐标系'), null])
    expect(questions(['经度（百度）', '纬度（高德）'])[0]).toContain('不一致')
    expect(questions(['经度（西安80）', '纬度（西安80）'])[0]).toContain('不能换算')
    expect(questions(['经度'])[0]).toContain('没有纬度列')
    expect(columnsOf(['经度', '纬度', '坐标系'], { cells: ['123.4', '41.8', ''] })[0]?.question).toContain('没有注明')
  })

  it('is not asked for while no row gives a place, as in a template with its example', () => {
    const headings = ['经度', '纬度', '坐标系']
    expect(columnsOf(headings, { cells: ['', '', ''] })[0]?.question).toBeNull()
    expect(columnsOf(['经度'], { cells: ['—'] })[0]?.question).toBeNull()
    const rows = [
      { row: 1, cells: ['企业名称', '信用代码', ...headings] },
      { row: 2, cells: ['【示例】某某公司', CODE, '123.4', '41.8', 'GCJ-02'] },
      { row: 3, cells: ['甲', CODE, '123.4291', '41.7968', ''] },
    ]
    const found = findHeader(rows, { kind: KINDS.register, batchPeriod: '2024' })
    const asked = found && settleColumns(found, rows.slice(1), KINDS.register)
    expect(asked?.[2]?.question).toContain('没有注明坐标系')
  })

  it('is remembered for the heading, unless the table itself says another', () => {
    const saved = { columns: [{ header: '经度', field: 'lng', unit: 'BD-09' }] }
    expect(systems(['经度', '纬度'], { saved })).toEqual([
      ['lng', 'BD-09', 'saved'],
      ['lat', 'BD-09', 'saved'],
    ])
    const [asked] = columnsOf(['经度', '纬度'], { saved, above: ['坐标系：GCJ-02'] })
    expect(asked).toMatchObject({ unit: null, question: expect.stringContaining('上次按 BD-09 读取') })
  })

  it('is what the user says, whatever the heading says', () => {
    const columns = [{ column: 3, field: 'lat', unit: 'CGCS2000' }]
    expect(systems(['经度（百度）', '纬度（百度）'], { columns })).toEqual([
      ['lng', 'CGCS2000', 'manual'],
      ['lat', 'CGCS2000', 'manual'],
    ])
  })

  it('is nothing that the other kinds of table know', () => {
    const rows = [
      { row: 1, cells: ['企业名称', '荣誉名称', '经度'] },
      { row: 2, cells: ['甲', '小巨人', '123.4'] },
    ]
    const found = findHeader(rows, { kind: KINDS.honours, batchPeriod: '2024' })
    const columns = found && settleColumns(found, rows.slice(1), KINDS.honours)
    expect(columns?.[2]).toMatchObject({ field: null, question: null })
  })
})
