import { describe, expect, it } from 'vitest'
import { concentrationRatio, hhiBounds } from './concentration'

describe('concentration', () => {
  it.each([
    [[40, 30, 20, 10], '3000.0', '0.9000'],
    [[30, 30, 20, 20], '2600.0', '0.8000'],
    [['4.0', '3.0', '2.0', '1.0'], '3000.0', '0.9000'],
  ])('of %j is HHI %s and CR3 %s', (known, hhi, cr3) => {
    expect(hhiBounds({ known, rest: 0 })).toEqual({ lower: hhi, upper: hhi })
    expect(concentrationRatio({ known, rest: 0 }, 3)).toBe(cr3)
  })

  it('gives bounds where the small ones are known as one sum only', () => {
    // 40, 30 known, 30 left in pieces of at most 30: 1600 + 900 = 2500, and at most 30 × 30 more.
    expect(hhiBounds({ known: [40, 30], rest: 30 })).toEqual({ lower: '2500.0', upper: '3400.0' })
    expect(hhiBounds({ known: [40, 20, 10], rest: 30 })).toEqual({ lower: '2100.0', upper: '2400.0' })
  })

  it('says nothing of an empty market and 1 of fewer enterprises than asked for', () => {
    expect(hhiBounds({ known: [], rest: 0 })).toBeNull()
    expect(concentrationRatio({ known: [], rest: 0 }, 5)).toBeNull()
    expect(concentrationRatio({ known: [3, 1], rest: 0 }, 5)).toBe('1.0000')
  })
})
