import { describe, expect, it } from 'vitest'
import { comparePeriods, formatPeriod, parsePeriod, periodEnd, periodKey, readPeriod, shiftYear } from './period'

const read = (text: string) => {
  const period = parsePeriod(text)
  if (!period) throw new Error(`unreadable period ${text}`)
  return period
}

describe('the grammar of 统计期', () => {
  it.each([
    ['2026M10', '2026年10月', '10月', '2026-10-31'],
    ['2026M01-02', '2026年1—2月', '1—2月', '2026-02-28'],
    ['2024M02', '2024年2月', '2月', '2024-02-29'],
    ['2026M01-10', '2026年1—10月', '1—10月', '2026-10-31'],
    ['2026Q3', '2026年三季度', '三季度', '2026-09-30'],
    ['2026Q1-3', '2026年一至三季度', '一至三季度', '2026-09-30'],
    ['2026H1', '2026年上半年', '上半年', '2026-06-30'],
    ['2026', '2026年', '2026年', '2026-12-31'],
  ])('%s survives a round trip, has words and an end', (text, full, short, end) => {
    const period = read(text)
    expect(periodKey(period)).toBe(text)
    expect([formatPeriod(period), formatPeriod(period, 'short'), periodEnd(period)]).toEqual([full, short, end])
  })

  it.each(['2026M01', '2026M01-01'])('refuses a single January written %s and names the way out', (text) => {
    expect(readPeriod(text)).toMatchObject({ period: null, refusal: expect.stringContaining('1—2 月') })
  })

  it.each(['', '2026M13', '2026M00', '2026M03-05', '2026Q5', '2026Q2-3', '2026Q1-1', '2026H3', '26', '2026年', '1900'])(
    'refuses "%s" with a reason',
    (text) => {
      const { period, refusal } = readPeriod(text)
      expect(period).toBeNull()
      expect(refusal).toBeTruthy()
    },
  )

  it('orders by end, and puts the month before the year that it ends', () => {
    const order = ['2026', '2025', '2026M12', '2026M01-02', '2026M02', '2026Q1', '2026H1', '2026Q2']
    expect(order.map(read).sort(comparePeriods).map(periodKey)).toEqual([
      '2025',
      '2026M02',
      '2026M01-02',
      '2026Q1',
      '2026Q2',
      '2026H1',
      '2026M12',
      '2026',
    ])
  })

  it('finds the same stretch of the year before', () => {
    expect(periodKey(shiftYear(read('2026M01-10'), -1))).toBe('2025M01-10')
  })
})
