import { describe, expect, it } from 'vitest'
import { countText, revenueText } from './format'

describe('revenueText', () => {
  it('turns 万元 into 亿元 with one decimal', () => {
    expect(revenueText('964000')).toBe('96.4亿')
    expect(revenueText('17102345.67')).toBe('1,710.2亿')
  })

  it('rounds half up in decimals, not in floating point', () => {
    expect(revenueText('10500')).toBe('1.1亿')
    expect(revenueText('1005000')).toBe('100.5亿')
    expect(revenueText('10499.9999')).toBe('1.0亿')
  })

  it('keeps figures too small for 亿元 in 万元', () => {
    expect(revenueText('320.5')).toBe('321万')
    expect(revenueText('0')).toBe('0.0亿')
  })
})

describe('countText', () => {
  it('separates thousands', () => {
    expect([0, 999, 1000, 1234567].map(countText)).toEqual(['0', '999', '1,000', '1,234,567'])
  })
})
