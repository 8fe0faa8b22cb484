import { describe, expect, it } from 'vitest'
import { periodText } from '@/stores/viewWords'
import { confidenceText } from './panoramaWords'

describe('the words of the panorama', () => {
  it.each([
    ['2025', '2025 年'],
    ['2025H1', '2025 年上半年'],
    ['2025Q3', '2025 年第 3 季度'],
    ['2025Q1-3', '2025 年 1—3 季度'],
    ['2025M09', '2025 年 9 月'],
    ['2025M01-10', '2025 年 1—10 月'],
  ])('reads the period %s as %s', (period, text) => {
    expect(periodText(period)).toBe(text)
  })

  it.each([
    [1, '把握较大'],
    [0.8, '把握较大'],
    [0.5, '把握中等'],
    [0.2, '把握较小，建议核对'],
  ])('says how sure %d is', (confidence, text) => {
    expect(confidenceText(confidence)).toBe(text)
  })
})
