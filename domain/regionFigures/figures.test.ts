import { describe, expect, it } from 'vitest'
import { INDICATORS, FUNCTIONAL_AREAS, regionBook } from '@server/catalogue'
import { Decimal } from 'decimal.js'
import { findHeader } from '../register/header'
import { settleColumns } from '../register/settle'
import { readFigure } from './figureCells'
import { rowPeriod, readPeriodText } from './figurePeriods'
import { figuresKind } from './figuresKind'
import { convert } from './figureUnits'
import { freshnessOf } from './freshness'
import { createFigureJudge } from './judgeFigures'
import { compareSources, doubtOf, newestFirst, spreadOf } from './sources'
import { looksLikeWrongUnit } from './unitTrap'

const kind = figuresKind(INDICATORS)
const regions = regionBook()

function understand(table: string[][]) {
  const rows = table.map((cells, at) => ({ row: at + 1, cells }))
  const context = { kind, batchPeriod: '2024' }
  const found = findHeader(rows, context)
  if (!found) throw new Error('no header')
  const body = rows.slice(found.rows[found.rows.length - 1] ?? 0)
  return { found, body, columns: settleColumns(found, body, kind) }
}

function judged(table: string[][], province = '210000') {
  const { columns, body } = understand(table)
  const { judge } = createFigureJudge({
    catalogue: INDICATORS,
    regions,
    areas: FUNCTIONAL_AREAS,
    province,
    batchPeriod: '2024',
    columns,
    sample: body,
  })
  return body.map((row) => judge(row, /计/u.test(row.cells[0] ?? '')))
}

describe('a column whose cells carry their units', () => {
  it('keeps a bare zero as zero and a blank as missing', () => {
    const rows = judged([
      ['地区', '地区生产总值'],
      ['沈阳市', '12亿元'],
      ['大连市', '0'],
      ['鞍山市', ''],
    ])
    expect(rows.map((row) => row?.facts.map(({ value }) => value))).toEqual([['12'], ['0'], []])
  })
})

describe('readPeriodText', () => {
  it.each([
    ['2024', null, '2024'],
    ['2024年度', null, '2024'],
    ['2024.0', null, '2024'],
    ['2024年1—10月', null, '2024M01-10'],
    ['2024年1-2月', null, '2024M01-02'],
    ['2024年10月', null, '2024M10'],
    ['2024年前三季度', null, '2024Q1-3'],
    ['2024年第一季度', null, '2024Q1'],
    ['2024年上半年', null, '2024H1'],
    ['2024Q3', null, '2024Q3'],
    ['1-10月', '2024', '2024M01-10'],
    ['全年', '2024', '2024'],
    ['1-10月', null, null],
    ['去年', null, null],
  ])('reads “%s” with %s as %s', (text, year, period) => {
    expect(readPeriodText(text, year).period).toBe(period)
  })

  it('refuses a January of its own, and a span that does not begin the year', () => {
    expect(readPeriodText('2024年1月', null).refusal).toContain('1—2 月')
    expect(readPeriodText('2024年3-5月', null).refusal).toContain('从 1 月起')
  })

  it('puts a year and a span from two columns together', () => {
    expect(rowPeriod('2023', '1—9月', '2024').period).toBe('2023M01-09')
    expect(rowPeriod('', '', '2024Q1').period).toBe('2024Q1')
    expect(rowPeriod('乙未', '', '2024').refusal).toContain('不是统计期')
  })
})

describe('units of figures', () => {
  it.each([
    ['money', '36631000', '万元', '亿元', '3663.1'],
    ['mass', '68.2191', '百万吨', '万吨', '6821.91'],
    ['mass', '43133076', '吨', '万吨', '4313.3076'],
    ['people', '1363.6', '万人', '万人', '1363.6'],
    ['area', '16808', 'km2', '平方公里', '16808'],
    ['percent', '0.053', '小数', '%', '5.3'],
  ] as const)('%s: %s %s is, in %s, %s', (dimension, number, from, to, expected) => {
    expect(convert(dimension, new Decimal(number), from, to)?.toFixed()).toBe(expected)
  })

  it('do not turn into one another across dimensions', () => {
    expect(convert('money', new Decimal(1), '万吨', '亿元')).toBeNull()
    expect(convert('percent', new Decimal(1), '百分点', '%')).toBeNull()
  })

  it.each([
    ['1,030.5', 'number', null],
    ['12亿元', 'number', '亿元'],
    ['5.3%', 'number', '%'],
    ['0', 'number', null],
    ['—', 'missing', null],
    ['…', 'missing', null],
    ['很多', 'text', null],
  ])('reads the cell “%s” as %s', (text, expected, unit) => {
    const cell = readFigure(text, text.includes('%') ? 'percent' : 'money')
    expect([cell.kind, cell.kind === 'number' ? cell.unit : null]).toEqual([expected, unit])
  })
})

describe('the columns of a table of figures', () => {
  const unitAndQuestion = (table: string[][], at: number) => {
    const column = understand(table).columns[at]
    return [column?.field, column?.unit, column?.unitFrom, column?.question === null]
  }

  it('take the unit from the heading, the line above, the cells, or ask', () => {
    const body = ['沈阳市', '1', '5.3']
    expect(unitAndQuestion([['地区', '地区生产总值（万元）', 'x'], body], 1)).toEqual(['gdp', '万元', 'header', true])
    const lined = [['单位：亿元、万人'], ['地区', '地区生产总值', '常住人口'], body]
    expect(unitAndQuestion(lined, 1)).toEqual(['gdp', '亿元', 'sheet', true])
    expect(unitAndQuestion(lined, 2)).toEqual(['resident-population', '万人', 'sheet', true])
    expect(
      unitAndQuestion(
        [
          ['地区', '地区生产总值'],
          ['沈阳市', '9000亿元'],
        ],
        1,
      ),
    ).toEqual(['gdp', null, 'cells', true])
    expect(unitAndQuestion([['地区', '地区生产总值'], body], 1)).toEqual(['gdp', null, null, false])
    expect(unitAndQuestion([['地区', '地区生产总值（吨）'], body], 1)[3]).toBe(false)
  })

  it('do not lend the unit of people to counts of other things', () => {
    const lined = [['单位：亿元、万人'], ['地区', '专精特新企业数', '高层次人才数量'], ['沈阳市', '310', '5']]
    expect(unitAndQuestion(lined, 1)).toEqual(['specialised', '家', 'default', true])
    expect(unitAndQuestion(lined, 2)[3]).toBe(false)
  })

  it('know a percentage, doubt a fraction, and refuse points', () => {
    const growth = (heading: string, cell: string) =>
      unitAndQuestion(
        [
          ['地区', heading],
          ['沈阳市', cell],
        ],
        1,
      )
    expect(growth('地区生产总值增速', '5.3')).toEqual(['gdp-growth', '%', 'default', true])
    expect(growth('地区生产总值增速', '0.053')[3]).toBe(false)
    expect(growth('地区生产总值同比增长（%）', '0.3')).toEqual(['gdp-growth', '%', 'header', true])
    expect(growth('城镇化率（百分点）', '0.3')[3]).toBe(false)
  })

  it('share what the title says of years side by side', () => {
    const { columns } = understand([['各县二氧化碳排放量（万吨）'], ['地区', '2016', '2017'], ['大连市', '1', '2']])
    expect(columns.slice(1).map(({ field, period, unit }) => [field, period, unit])).toEqual([
      ['co2', '2016', '万吨'],
      ['co2', '2017', '万吨'],
    ])
  })

  it('refuse a January in a heading', () => {
    const { columns } = understand([
      ['地区', '2024年1月规上工业营业收入（亿元）'],
      ['大连市', '1'],
    ])
    expect(columns[1]?.question).toContain('1—2 月')
  })
})

describe('rows of figures', () => {
  const HEAD = ['地区', '市', '地区生产总值（亿元）']

  it('of a county that several cities have are not guessed', () => {
    const [row] = judged([HEAD, ['铁西区', '', '1']])
    expect(row?.verdict).toBe('rejected')
    expect(row?.problems[0]?.message).toContain('请补填所属市')
    expect(judged([HEAD, ['铁西区', '鞍山市', '1']])[0]?.countyFound).toBe('210303')
  })

  it('of an unknown county are not those of its city', () => {
    expect(judged([HEAD, ['乌有县', '沈阳市', '1']])[0]).toMatchObject({ verdict: 'rejected', countyFound: null })
  })

  it('of a total are those of what the rows make up', () => {
    const counties = [
      ['和平区', '沈阳市', '1'],
      ['沈河区', '沈阳市', '2'],
    ]
    expect(judged([HEAD, ...counties, ['合计', '', '3']])[2]?.countyFound).toBe('210100')
    expect(judged([HEAD, ['合计', '', '3'], ...counties])[0]?.countyFound).toBe('210100')
    expect(judged([HEAD, ['全市', '', '3'], ...counties])[0]?.countyFound).toBe('210100')
    expect(judged([HEAD, ['沈阳市合计', '', '3'], ...counties])[0]?.countyFound).toBe('210100')
    const cities = [
      ['沈阳市', '', '1'],
      ['大连市', '', '2'],
    ]
    expect(judged([HEAD, ...cities, ['总计', '', '3']])[2]?.countyFound).toBe('210000')
    expect(judged([HEAD, ['和平区', '沈阳市', '1'], ['合计', '', '1']])[1]).toBeNull()
  })

  it('said twice count once, and with another value wait for a person', () => {
    const rows = judged([HEAD, ['沈阳市', '', '1'], ['沈阳市', '', '1'], ['沈阳市', '', '2']])
    expect(rows.map((row) => row?.verdict)).toEqual(['accepted', 'duplicate', 'quarantined'])
  })

  it('keep zero, leave out what is missing, and lose only the cell that is no number', () => {
    const [row] = judged([
      ['地区', '专精特新企业数', '地区生产总值（亿元）', '常住人口（万人）'],
      ['沈阳市', '0', '—', '九百'],
    ])
    expect(row?.verdict).toBe('accepted')
    expect(row?.facts.map(({ indicator, value }) => [indicator, value])).toEqual([['specialised', '0']])
    expect(row?.problems.map(({ code }) => code)).toEqual(['number-text'])
  })

  it('of a code that two places had in turn are told apart by name, else by year', () => {
    const table = [['区划代码', '地区', '年份', '地区生产总值（亿元）']]
    const on = (name: string) => judged([...table, ['500110', name, '2005', '1']], '500000')[0]?.extra['recordedOn']
    expect(on('')).toBeUndefined()
    expect(on('綦江区')).toBe('9999-12-31')
    expect(on('万盛区')).not.toBe('9999-12-31')
  })
})

describe('the unit trap', () => {
  it.each([
    ['36631000', '3663.1', true],
    ['3663', '36631000', true],
    ['25000', '1', true],
    ['40000', '1', false],
    ['1000', '1', false],
    ['0', '1', false],
    ['-10000', '1', false],
  ])('between %s and %s: %s', (one, other, expected) => {
    expect(looksLikeWrongUnit(new Decimal(one), new Decimal(other))).toBe(expected)
  })

  it('does not doubt the year after a doubtful one', () => {
    const rows = judged([
      ['地区', '年份', '地区生产总值（亿元）'],
      ['沈阳市', '2020', '6500'],
      ['沈阳市', '2021', '72000000'],
      ['沈阳市', '2022', '7600'],
    ])
    expect(rows.map((row) => row?.facts[0]?.doubt !== undefined)).toEqual([false, true, false])
    expect(rows[1]?.facts[0]?.value).toBe('72000000')
  })
})

describe('sources of one figure', () => {
  const source = (dataClass: string, publishedSeq: number) => ({ dataClass, publishedSeq, row: 1, column: 1 })

  it('are ranked by class, then by publication', () => {
    const list = [source('estimated', 9), source('department', 2), source('department', 5), source('statistics', 1)]
    expect(list.sort(compareSources).map(({ publishedSeq }) => publishedSeq)).toEqual([1, 5, 2, 9])
  })

  it('differ by so much, or not at all', () => {
    expect(spreadOf(['100', '110', '105'])).toEqual({ lowest: '100', highest: '110', absolute: '10', ratio: '0.1000' })
    expect(spreadOf(['1.0', '1'])).toBeNull()
    expect(spreadOf(['-1', '1'])?.ratio).toBeNull()
    expect(doubtOf(['3663', '36631000'], '3663', [])).toContain('疑似单位错误')
    expect(doubtOf(['3663'], '3663', ['3500'])).toBeNull()
    expect(doubtOf(['36630000'], '36630000', ['3500', '3700'])).toContain('相邻年份')
    expect(doubtOf(['3500'], '3500', ['36630000', '3400'])).toBeNull()
  })

  it('are listed newest period first, the longer of two with one end before', () => {
    expect(newestFirst(['2023', '2024Q4', '2024'])).toEqual(['2024', '2024Q4', '2023'])
  })
})

describe('freshnessOf', () => {
  it.each([
    ['2025', 'year', 'fresh'],
    ['2024', 'year', 'due'],
    ['2023', 'year', 'overdue'],
    ['2026Q1-3', 'quarter', 'fresh'],
    ['2026M09', 'month', 'due'],
    ['2026H1', 'month', 'overdue'],
  ] as const)('%s reported by %s is %s in November 2026', (period, cycle, state) => {
    expect(freshnessOf(period, cycle, '2026-11-21')?.state).toBe(state)
  })
})
