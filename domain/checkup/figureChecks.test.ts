import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import type { FigureSheet, SheetFact } from './figureSheet'
import { figureParts } from './figureParts'
import { jumpOf } from './figureUnits'
import { registerBeyondReported } from './registerSums'
import { cleanFacts, fact, factsWith, sheetOf } from './sheet.fixture'

const TODAY = '2026-06-30'
const all = (sheet: FigureSheet, today = TODAY) => figureParts(sheet, today)
const found = (facts: SheetFact[], today = TODAY) =>
  all(sheetOf(facts), today).flatMap(({ findings }) =>
    findings.map(({ check, severity, id }) => `${check} ${severity} ${id}`),
  )

describe('the checkup of figures of regions', () => {
  it('finds nothing in a clean set, and says on how much', () => {
    const parts = all(sheetOf(cleanFacts()))
    expect(parts.flatMap(({ findings }) => findings)).toEqual([])
    expect(parts.filter(({ items }) => items === 0).map(({ what }) => what)).toEqual([
      '部分与整体',
      '不同来源之间',
      '有几个来源的数',
    ])
  })

  it('has looked at nothing where there is nothing', () => {
    expect(all(sheetOf([])).map(({ items, findings }) => [items, findings.length])).toEqual(
      all(sheetOf([])).map(() => [0, 0]),
    )
  })

  it.each<[fault: string, facts: SheetFact[], expected: string[]]>([
    [
      'a county without the figure of its sisters',
      factsWith({ 'c3 gdp 2025': null }),
      ['stale amber stale gdp 2024', 'coverage amber coverage city gdp 2025'],
    ],
    [
      'counties that do not add up to their city',
      factsWith({ 'city gdp 2025': { value: '400.0' } }),
      ['totals red totals city gdp'],
    ],
    ['counties that add up within rounding only', factsWith({ 'city gdp 2025': { value: '359.6' } }), []],
    [
      'counties a little off, as separate accounting leaves them',
      factsWith({ 'city gdp 2025': { value: '361.0' } }),
      ['totals note totals city gdp'],
    ],
    [
      'too few counties that already make more than their city',
      factsWith({ 'city gdp 2024': { value: '200.0' }, 'c1 gdp 2024': null }),
      ['totals red totals city gdp'],
    ],
    [
      'sectors that do not make the output',
      factsWith({ 'c2 secondary 2024': { value: '32' } }),
      ['totals red totals c2 gdp parts'],
    ],
    [
      'more 规上 than enterprises',
      factsWith({}, [fact('c1', 'cluster-enterprises', '2025', '5'), fact('c1', 'cluster-above-scale', '2025', '8')]),
      ['totals red totals c1 cluster-above-scale beyond cluster-enterprises'],
    ],
    [
      'a share above the whole',
      factsWith({ 'city urbanisation 2025': { value: '612' } }),
      ['totals red totals bounds city urbanisation'],
    ],
    [
      'a figure ten thousand times its neighbours',
      factsWith({ 'city urbanisation 2025': { value: '61' } }, [
        fact('c1', 'industrial-profit', '2023', '3'),
        fact('c1', 'industrial-profit', '2024', '31000'),
        fact('c1', 'industrial-profit', '2025', '3.2'),
      ]),
      ['units red units c1 industrial-profit'],
    ],
    [
      'a figure ten times its neighbours',
      factsWith({}, [
        fact('c1', 'industrial-profit', '2023', '3'),
        fact('c1', 'industrial-profit', '2024', '31'),
        fact('c1', 'industrial-profit', '2025', '3.2'),
      ]),
      ['units amber units c1 industrial-profit'],
    ],
    [
      'tenfold growth that stays',
      factsWith({}, [
        fact('c1', 'industrial-profit', '2023', '3'),
        fact('c1', 'industrial-profit', '2024', '31'),
        fact('c1', 'industrial-profit', '2025', '33'),
      ]),
      [],
    ],
    [
      'a step of a thousand, told once',
      factsWith({}, [
        fact('c1', 'industrial-profit', '2023', '3'),
        fact('c1', 'industrial-profit', '2024', '3100'),
        fact('c1', 'industrial-profit', '2025', '3200'),
      ]),
      ['units red units c1 industrial-profit'],
    ],
    [
      'one figure twice in one file',
      factsWith({}, [fact('c4', 'gdp', '2024', '59.0', { row: 9 })]),
      ['duplicates red duplicates c4 gdp 2024 b1'],
    ],
    [
      'one figure twice in one file, alike',
      factsWith({}, [fact('c4', 'gdp', '2024', '60.4', { row: 9 })]),
      ['duplicates note duplicates c4 gdp 2024 b1'],
    ],
    [
      'two files that differ',
      factsWith({}, [fact('c4', 'gdp', '2024', '62', { batch: 'b2', dataClass: 'department' })]),
      ['sources amber sources c4 gdp'],
    ],
    [
      'two files that differ by their rounding',
      factsWith({}, [fact('c4', 'gdp', '2024', '60.42', { batch: 'b2', dataClass: 'department' })]),
      [],
    ],
    [
      'two files, one of which tells whole 亿元 only',
      factsWith({}, [fact('c4', 'gdp', '2024', '60', { batch: 'b2', dataClass: 'department' })]),
      [],
    ],
    [
      'an output below zero',
      factsWith({}, [fact('c1', 'cluster-revenue', '2025', '-4')]),
      ['values red values negative c1 cluster-revenue'],
    ],
    ['a loss', factsWith({}, [fact('c1', 'industrial-profit', '2025', '-4')]), []],
    [
      'a zero between two years that are not',
      factsWith({}, [
        fact('c1', 'cluster-revenue', '2023', '3'),
        fact('c1', 'cluster-revenue', '2024', '0'),
        fact('c1', 'cluster-revenue', '2025', '3.2'),
      ]),
      ['values amber values zero c1 cluster-revenue'],
    ],
    [
      'a growth below zero and at zero',
      factsWith({}, [
        fact('c1', 'growth', '2023', '-3'),
        fact('c1', 'growth', '2024', '0'),
        fact('c1', 'growth', '2025', '3.2'),
      ]),
      [],
    ],
  ])('of %s', (_fault, facts, expected) => {
    expect(found(facts).filter((one) => !one.startsWith('stale') || expected.includes(one))).toEqual(expected)
  })

  it('tells what is older than its cycle, and how old', () => {
    expect(found(cleanFacts(), '2027-06-30').filter((one) => one.includes('gdp'))).toEqual([
      'stale amber stale gdp 2025',
    ])
    expect(found(cleanFacts(), '2028-06-30').filter((one) => one.includes('gdp'))).toEqual(['stale red stale gdp 2025'])
  })

  it('sees a county in another unit through all years among its sisters', () => {
    const own = ['2024', '2025'].map((year) => fact('c6', 'cluster-revenue', year, '40000'))
    const sisters = ['c1', 'c2', 'c3', 'c4', 'c5'].map((code) => fact(code, 'cluster-revenue', '2025', '4'))
    expect(found([...own, ...sisters]).filter((one) => one.startsWith('units'))).toEqual([
      'units amber units c6 cluster-revenue sisters',
    ])
  })
})

it.each<[before: string, after: string, power: number | null]>([
  ['1', '10000', 10_000],
  ['1', '16001', null],
  ['10000', '1', 10_000],
  ['1', '1500', 1000],
  ['1', '110', 100],
  ['1', '130', null],
  ['1', '12', 10],
  ['1', '14', null],
  ['1', '5', null],
  ['0', '5', null],
  ['-1', '10', null],
  ['-1', '-10', 10],
])('between %s and %s lies the power %s', (before, after, power) => {
  expect(jumpOf(new Decimal(before), new Decimal(after))?.power ?? null).toBe(power)
})

describe('the register against what was reported', () => {
  const sheet = sheetOf([fact('c1', 'cluster-revenue', '2025', '12.5'), fact('c1', 'cluster-enterprises', '2025', '7')])
  const sum = {
    region: 'c1',
    enterprises: 7,
    aboveScale: null,
    revenueWan: '125000',
    revenueSuppressed: null,
    revenueRef: null,
  }

  it('may be less or the same, not more', () => {
    expect(registerBeyondReported(sheet, [sum], '2025')).toMatchObject({ items: 2, findings: [] })
    const more = { ...sum, enterprises: 8, revenueWan: '130000' }
    expect(registerBeyondReported(sheet, [more], '2025').findings.map(({ id }) => id)).toEqual([
      'totals c1 cluster-revenue register',
      'totals c1 cluster-enterprises register',
    ])
  })

  it('is not compared, nor told, where the sum is not public', () => {
    const hidden = { ...sum, revenueWan: '999999', revenueSuppressed: 'few' as const }
    const checked = registerBeyondReported(sheet, [hidden], '2025')
    expect(checked).toMatchObject({ items: 1, findings: [], note: '1 个地区的营业收入合计不公布，没有核对' })
    expect(JSON.stringify(checked)).not.toContain('99.99')
  })
})
