import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE, primaryReason, ruleKey, type DisclosureRule } from './rule'

const cell = (...revenues: number[]) => {
  const sorted = [...revenues].sort((a, b) => b - a)
  return {
    reporting: revenues.length,
    sum: revenues.reduce((sum, value) => sum + value, 0),
    largest: sorted[0] ?? -Infinity,
    second: sorted[1] ?? -Infinity,
  }
}

describe('the rule of disclosure', () => {
  it.each([
    ['nobody', [], null],
    ['one', [100], 'few'],
    ['two', [100, 100], 'few'],
    ['three alike', [100, 100, 100], null],
    ['the largest at 85 %', [8500, 400, 400, 400, 300], null],
    ['the largest over 85 %', [8501, 400, 400, 400, 299], 'dominant'],
    ['the two largest at 90 %', [4500, 4500, 500, 500], null],
    ['the two largest over 90 %', [4501, 4500, 500, 499], 'dominant'],
    ['three zeros', [0, 0, 0], null],
    ['a sum of zero', [100, -50, -50], null],
    ['a negative sum', [-100, -200, 50], null],
    ['a loss that leaves the largest above the sum', [100, 30, -60], 'dominant'],
  ])('of %s says %s', (_, revenues, reason) => {
    expect(primaryReason(cell(...revenues), DEFAULT_RULE)).toBe(reason)
  })

  it.each<[number, number[], string | null]>([
    [1, [100], 'dominant'],
    [2, [50, 50], 'dominant'],
    [5, [1, 1, 1, 1], 'few'],
    [5, [1, 1, 1, 1, 1], null],
  ])('with at least %i says of %j: %s', (minCount, revenues, reason) => {
    const rule: DisclosureRule = { ...DEFAULT_RULE, minCount }
    expect(primaryReason(cell(...revenues), rule)).toBe(reason)
  })

  it('has a key of its own for every setting', () => {
    const keys = [null, DEFAULT_RULE, { ...DEFAULT_RULE, minCount: 4 }, { ...DEFAULT_RULE, top2Percent: 95 }].map(
      ruleKey,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})
