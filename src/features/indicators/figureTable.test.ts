import { describe, expect, it } from 'vitest'
import type { FigureCell } from '@contract/regionFigures'
import { isConflict } from '@domain/regionFigures/sources'
import { figureText, periodsOf, spanOffered, spreadText } from './figureTable'

const cell = (lowest: string, highest: string, ratio: string | null): FigureCell => ({
  period: '2024',
  value: highest,
  sources: [],
  doubt: null,
  spread: { lowest, highest, absolute: String(Number(highest) - Number(lowest)), ratio },
})

describe('the table of figures', () => {
  it('offers whole years first, and parts of years on request', () => {
    const periods = ['2024', '2024Q1-3', '2023']
    expect(spanOffered(periods)).toBe('year')
    expect(spanOffered(['2024Q1'])).toBe('all')
    expect(periodsOf(periods, 'year')).toEqual(['2024', '2023'])
    expect(periodsOf(periods, 'part')).toEqual(['2024Q1-3'])
  })

  it.each([
    ['1234567.891', 2, '1,234,567.89'],
    ['0', 0, '0'],
    ['-0.004', 2, '0.00'],
    ['-1234.5', 1, '−1,234.5'],
    ['999', 0, '999'],
  ])('shows %s with %i decimals as %s', (value, decimals, text) => {
    expect(figureText(value, decimals)).toBe(text)
  })

  it('marks a conflict only where the sources print differently', () => {
    expect(isConflict(cell('5017.54', '5017.5427', '0.0000'), 2)).toBe(false)
    expect(isConflict(cell('5017.54', '5119', '0.0202'), 2)).toBe(true)
  })

  it('says by how much they differ', () => {
    expect(spreadText(cell('100', '110', '0.1000'), { unit: '亿元', decimals: 2 })).toBe(
      '最高与最低相差 10.00 亿元（10.00%）',
    )
    expect(spreadText(cell('-1', '1', null), { unit: '', decimals: 0 })).toBe('最高与最低相差 2.00')
  })
})
