import { describe, expect, it } from 'vitest'
import { completeness, completenessDetail } from './completeness'
import { linkRate } from './linkRate'
import { locationQuotient } from './locationQuotient'

const quotient = (
  part: number | null,
  whole: number | null,
  referencePart: number | null,
  referenceWhole: number | null,
) => locationQuotient({ basis: 'enterprises', part, whole, referencePart, referenceWhole })

describe('locationQuotient', () => {
  it('compares the share of the node with its share in the superior region', () => {
    expect(quotient(120, 800, 3000, 40_000)).toEqual({ value: 2, text: '2.00', basis: 'enterprises' })
  })

  it('matches the two-region table [[60,40],[20,80]]', () => {
    const table = [
      [60, 40],
      [20, 80],
    ]
    const values = table.map((row) => row.map((cell, i) => quotient(cell, 100, i === 0 ? 80 : 120, 200)?.value))
    expect(values.map((row) => row.map((value) => Number(value?.toFixed(4))))).toEqual([
      [1.5, 0.6667],
      [0.5, 1.3333],
    ])
  })

  it('is unknown without a base and zero without the node', () => {
    expect(quotient(1, 0, 5, 10)).toBeNull()
    expect(quotient(1, 10, 0, 10)).toBeNull()
    expect(quotient(1, 10, 5, 0)).toBeNull()
    expect(quotient(null, 10, 5, 10)).toBeNull()
    expect(quotient(0, 10, 5, 10)?.text).toBe('0.00')
  })
})

describe('completeness', () => {
  it('weighs present nodes against all known nodes', () => {
    const nodes = [
      { weight: 3, strength: 'strong' as const },
      { weight: 2, strength: 'weak' as const },
      { weight: 1, strength: 'missing' as const },
    ]
    expect(completeness(nodes)).toBe('0.8333')
  })

  it('leaves unknown nodes out and says how much is verified', () => {
    const nodes = [
      { weight: 1, strength: 'fair' as const },
      { weight: 3, strength: null },
    ]
    expect(completenessDetail(nodes)).toEqual({ completeness: '1.0000', verified: '0.2500' })
  })

  it('is unknown for an empty chain and for one nobody has looked at', () => {
    expect(completeness([])).toBeNull()
    expect(completenessDetail([{ weight: 1, strength: null }])).toEqual({ completeness: null, verified: '0.0000' })
  })
})

describe('linkRate', () => {
  it('is given by number and by revenue', () => {
    const rate = linkRate({ enterprises: 8, revenueWan: '1000' }, { enterprises: 2, revenueWan: '750' })
    expect(rate).toEqual({ enterprises: 8, linked: 2, ratio: '0.2500', revenueRatio: '0.7500' })
  })

  it('has no revenue rate when nobody reported, and zero when only unlinked firms did', () => {
    expect(linkRate({ enterprises: 8, revenueWan: null }, { enterprises: 2, revenueWan: null }).revenueRatio).toBeNull()
    expect(linkRate({ enterprises: 8, revenueWan: 5 }, { enterprises: 2, revenueWan: null }).revenueRatio).toBe(
      '0.0000',
    )
    expect(linkRate({ enterprises: 0, revenueWan: null }, { enterprises: 0, revenueWan: null }).ratio).toBeNull()
  })
})
