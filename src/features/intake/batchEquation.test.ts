import { describe, expect, it } from 'vitest'
import type { BatchCounts } from '@contract/batches'
import { addsUp, equationTerms, locatedParts, shareText } from './batchEquation'

const counts: BatchCounts = {
  rows: 100,
  accepted: 80,
  quarantined: 12,
  rejected: 5,
  duplicates: 3,
  located: { declared: 50, address: 20, code: 15, none: 7 },
}

describe('the equation of a batch', () => {
  it('names its four terms in the order of the sentence', () => {
    expect(equationTerms(counts).map(({ label, count }) => `${label} ${count}`)).toEqual([
      '接收 80',
      '待核验 12',
      '退回 5',
      '重复 3',
    ])
  })

  it('adds up, and says so when it does not', () => {
    expect(addsUp(counts)).toBe(true)
    expect(addsUp({ ...counts, rejected: 4 })).toBe(false)
  })

  it('lists where the county came from, strongest first', () => {
    expect(locatedParts(counts).map(({ label, count }) => [label, count])).toEqual([
      ['申报', 50],
      ['地址', 20],
      ['信用代码', 15],
      ['未定位', 7],
    ])
  })

  it.each([
    [0, 100, '0%'],
    [1, 1000, '不足1%'],
    [50, 100, '50%'],
    [999, 1000, '99%以上'],
    [100, 100, '100%'],
    [0, 0, '0%'],
  ])('writes %i of %i as %s', (part, whole, text) => {
    expect(shareText(part, whole)).toBe(text)
  })
})
