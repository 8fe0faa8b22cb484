import { describe, expect, it } from 'vitest'
import { axisOf, barOf, endText } from './compareAxis'
import type { CompareRow } from './compareRows'

const row = (values: (number | null)[], unit = '家'): CompareRow => ({
  id: 'x',
  label: 'x',
  unit,
  definition: '',
  cells: values.map((value, i) => ({
    code: String(i),
    value,
    shown: { look: 'value' as const, text: `${value ?? '未报送'}`, reason: null },
    figure: null,
    notes: [],
    best: null,
  })),
})

describe('the axis of a panel', () => {
  it.each([
    ['begins at zero', [20, 10], { low: 0, high: 20, zero: 0 }],
    ['ends at zero when all are below', [-20, -10], { low: -20, high: 0, zero: 1 }],
    ['holds both sides of zero', [-10, 30], { low: -10, high: 30, zero: 0.25 }],
    ['knows nothing of what is missing', [null, 8], { low: 0, high: 8, zero: 0 }],
    ['has no length without values', [null], { low: 0, high: 0, zero: 0 }],
  ])('%s', (_what, values, axis) => {
    const { low, high, zero } = axisOf(row(values))
    expect({ low: low + 0, high: high + 0, zero: zero + 0 }).toEqual(axis)
  })

  it.each([
    [30, { from: 0.25, length: 0.75 }],
    [-10, { from: 0, length: 0.25 }],
    [0, { from: 0.25, length: 0 }],
  ])('a bar of %d stands on zero', (value, bar) => {
    expect(barOf(value, axisOf(row([-10, 30])))).toEqual(bar)
  })

  it('prints its ends with the unit', () => {
    expect(endText(row([20, 10]), 20)).toBe('20 家')
    expect(endText(row([20, 10], '%'), 20)).toBe('20%')
    expect(endText(row([20, 10], ''), 20)).toBe('20')
    expect(endText(row([20, 10]), 0)).toBe('0')
  })
})
