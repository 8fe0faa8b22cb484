import { describe, expect, it } from 'vitest'
import { moneyText, percentText, ratioOf, roundHalfEven, roundHalfUp, wanToYi } from './rounding'

describe('rounding', () => {
  it.each([
    ['12.345', 2, '12.35', '12.34'],
    ['1.050', 1, '1.1', '1.0'],
    ['15.4546', 0, '15', '15'],
    [2.675, 2, '2.68', '2.68'],
    ['-12.345', 2, '-12.35', '-12.34'],
    ['-0.04', 1, '0.0', '0.0'],
    ['9999.5', 0, '10000', '10000'],
  ])('rounds %s to %i places once: half up %s, half even %s', (value, digits, up, even) => {
    expect(roundHalfUp(value, digits)).toBe(up)
    expect(roundHalfEven(value, digits)).toBe(even)
  })

  it('turns 万元 into 亿元 with one rounding', () => {
    expect(wanToYi('12345.6789')).toBe('1.23')
    expect(wanToYi('-400', 1)).toBe('0.0')
  })

  it('chooses the unit by the unrounded size in prose only', () => {
    expect(moneyText('9999.5', 0)).toBe('10000 万元')
    expect(moneyText('12345.6789')).toBe('1.23 亿元')
    expect(moneyText('-25000', 1)).toBe('-2.5 亿元')
  })

  it('keeps money beyond the range of a float exact', () => {
    expect(roundHalfUp('90071992547409931.235', 2)).toBe('90071992547409931.24')
  })

  it('shows shares as percentages and refuses an empty base', () => {
    expect(percentText('0.36')).toBe('36.0')
    expect(ratioOf(1, 0)).toBeNull()
    expect(ratioOf(null, 3)).toBeNull()
    expect(ratioOf('86.4', '240')?.toString()).toBe('0.36')
  })
})
