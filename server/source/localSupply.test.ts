import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import type { Purchase, SupplyRing } from '@domain/indicator/localSupply'
import { amountSuppression } from './localSupply'

const bought = (ring: SupplyRing, ...pairs: [leader: string, supplier: string, amount: string | null][]) =>
  pairs.map(([leader, supplier, amount]): Purchase => ({ leader, supplier, ring, amount }))

const COUNTY = bought('county', ['a', '1', '30'], ['b', '2', '30'], ['c', '3', '40'])

describe('purchases of 链主', () => {
  it('are public by amount where three of them bought of three suppliers', () => {
    expect(amountSuppression(COUNTY, DEFAULT_RULE)).toBeNull()
    expect(amountSuppression([], DEFAULT_RULE)).toBeNull()
  })

  it('are not where one ring is made by a single one of them', () => {
    const more = bought('outside', ['a', '4', '10'], ['a', '5', '10'], ['a', '6', '10'])
    expect(amountSuppression([...COUNTY, ...more], DEFAULT_RULE)).toBe('complementary')
  })

  it('are not where all bought of one supplier, or of one nearly all', () => {
    const same = bought('city', ['a', '1', '30'], ['b', '1', '30'], ['c', '1', '40'])
    expect(amountSuppression(same, DEFAULT_RULE)).toBe('few')
    const main = bought('city', ['a', '1', '60'], ['b', '1', '60'], ['c', '2', '5'], ['a', '3', '5'])
    expect(amountSuppression(main, DEFAULT_RULE)).toBe('dominant')
  })

  it('without an amount make no ring unsafe', () => {
    expect(amountSuppression([...COUNTY, ...bought('outside', ['a', '4', null])], DEFAULT_RULE)).toBeNull()
  })
})
