import { describe, expect, it } from 'vitest'
import { COMPARISON } from './comparison.fixture'
import { moneyScale } from './moneyScale'
import { trendView } from './trendView'

const gap = { period: '2023', enterprises: null, revenueWan: null, revenueSuppressed: null, revenueReporting: null }
const silent = { ...gap, period: '2024', revenueReporting: 0 }
const withheld = { ...gap, period: '2025', revenueSuppressed: 'few' as const, revenueReporting: 2 }
const known = { ...gap, period: '2025', enterprises: 12, revenueWan: '80000', revenueReporting: 9 }

describe('a trend in words', () => {
  it.each([
    ['revenue', gap, null, '未导入'],
    ['revenue', silent, null, '未报送'],
    ['revenue', known, 8, '8.00（9 家）'],
    ['revenue', withheld, null, '不公布'],
    ['reporting', withheld, 2, '2'],
    ['reporting', gap, null, '未导入'],
    ['reporting', silent, 0, '0'],
    ['reporting', known, 9, '9'],
    ['enterprises', gap, null, '未导入'],
    ['enterprises', silent, null, '当期没有名录'],
    ['enterprises', known, 12, '12'],
  ] as const)('%s of %j', (measure, point, value, text) => {
    const view = trendView(COMPARISON, measure)
    const { shown, reporting } = view.cellOf(point)
    expect([view.numberOf(point), `${shown.text}${reporting ? `（${reporting}）` : ''}`]).toEqual([value, text])
    expect(view.isLocked(point)).toBe(text === '不公布')
  })
})

describe('one unit of money', () => {
  it.each([
    [['9999.9', null], '万元', '9999.9', '10,000'],
    [['10000', '1'], '亿元', '1', '不足 0.01'],
    [['123456789'], '亿元', '123456789', '12,345.68'],
    [[null], '万元', '0', '0'],
    [['10000'], '亿元', '0', '0.00'],
  ] as const)('%j is told in %s', (amounts, unit, wan, text) => {
    const scale = moneyScale(amounts)
    expect([scale.unit, scale.textOf(wan)]).toEqual([unit, text])
  })
})
