import { expect, it } from 'vitest'
import { DEFAULTS } from './assumptionFields'
import { isDirect, spreadOf, spreadWords, withSpread } from './spread'

it.each([
  [{ passUp: 0, passDown: 0 }, 'direct', true, '只算直接影响（α=β=0）'],
  [{ passUp: 1, passDown: 1 }, 'full', false, '逐级传导的上限（α=β=1）'],
  [{ passUp: 1, passDown: 1, tiers: 1 }, 'full', true, '只算直接影响（至多 1 级）'],
  [{ passUp: 0, passDown: 1 }, 'own', false, '逐级传导（α=0，β=1）'],
] as const)('%o is %s', (part, spread, direct, words) => {
  const assumptions = { ...DEFAULTS, ...part }
  expect(spreadOf(assumptions)).toBe(spread)
  expect(isDirect(assumptions)).toBe(direct)
  expect(spreadWords(assumptions)).toBe(words)
})

it('nothing is passed on unless somebody says so, and in full it is passed on further than a tier', () => {
  expect(spreadOf(DEFAULTS)).toBe('direct')
  const full = withSpread({ ...DEFAULTS, days: 90, tiers: 1 }, 'full')
  expect(full).toEqual({ ...DEFAULTS, days: 90, passUp: 1, passDown: 1 })
  expect(isDirect(full)).toBe(false)
  expect(withSpread(full, 'direct')).toEqual({ ...DEFAULTS, days: 90 })
})
