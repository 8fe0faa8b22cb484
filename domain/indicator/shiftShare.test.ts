import { describe, expect, it } from 'vitest'
import { addShares, shiftShare, type ShiftShare } from './shiftShare'

const WHOLE = { before: 5000, now: 5300 }
const A = { own: { before: 100, now: 130 }, industry: { before: 1000, now: 1200 }, whole: WHOLE }
const B = { own: { before: 200, now: 190 }, industry: { before: 4000, now: 4100 }, whole: WHOLE }
const numbers = (parts: ShiftShare | null) =>
  parts && [parts.growth, parts.mix, parts.competitive, parts.change].map((part) => part.toFixed())

describe('偏离—份额', () => {
  it.each([
    ['A grows with the industry and by itself: 6 + 14 + 10 = 30', A, ['6', '14', '10', '30']],
    ['B loses what the general growth gave: 12 − 7 − 15 = −10', B, ['12', '-7', '-15', '-10']],
    [
      'what stood still beside a growing whole lost its own part',
      { own: { before: 10, now: 10 }, industry: { before: 100, now: 110 }, whole: { before: 1000, now: 1100 } },
      ['1', '0', '-1', '0'],
    ],
    ['what vanished is all lost', { ...A, own: { before: 100, now: 0 } }, ['6', '14', '-120', '-100']],
  ])('%s', (_title, input, parts) => {
    expect(numbers(shiftShare(input))).toEqual(parts)
  })

  it('adds up exactly where the rates have no end: thirds and sevenths of amounts with four places', () => {
    const parts = shiftShare({
      own: { before: '12345.6789', now: '23456.7891' },
      industry: { before: '7', now: '9.0001' },
      whole: { before: '3', now: '3.1' },
    })
    expect(parts?.growth.plus(parts.mix).plus(parts.competitive).toFixed()).toBe('11111.1102')
    expect(parts?.change.toFixed()).toBe('11111.1102')
  })

  it.each([
    ['the region', { ...A, own: { before: 0, now: 5 } }],
    ['the industry above', { ...A, industry: { before: 0, now: 5 } }],
    ['everything above', { ...A, whole: { before: 0, now: 5 } }],
  ])('has no answer where %s had nothing', (_title, input) => {
    expect(shiftShare(input)).toBeNull()
  })

  it('of several industries is the sum of theirs', () => {
    const [a, b] = [shiftShare(A), shiftShare(B)]
    expect(numbers(a && b && addShares([a, b]))).toEqual(['18', '7', '-5', '20'])
  })
})
