import { describe, expect, it } from 'vitest'
import { crDisclosure } from './largestShares'
import { hhiBand, hhiOfParts, hhiRange } from './marketRange'

describe('HHI with enterprises that did not report', () => {
  it('is exact where all reported: 30/30/20/20 gives 2600, 40/30/20/10 gives 3000', () => {
    expect(hhiRange({ sum: 100, squares: 2600, unknown: 0, most: 20 })).toEqual({ lower: '2600.0', upper: '2600.0' })
    expect(hhiRange({ sum: 100, squares: 3000, unknown: 0, most: 0 })).toEqual({ lower: '3000.0', upper: '3000.0' })
  })

  it('falls as far as more enterprises of the largest allowed size thin the market', () => {
    // Five more of 20 each: (2600 + 5·400) ÷ 200² = 1150.
    expect(hhiRange({ sum: 100, squares: 2600, unknown: 5, most: 20 })).toEqual({ lower: '1150.0', upper: '2600.0' })
  })

  it('rises where one that did not report may be the largest, and is least at the mean weighted by size', () => {
    // One more of 100: (2600 + 10000) ÷ 200² = 3150; of 26: (2600 + 676) ÷ 126² = 2063.5.
    expect(hhiRange({ sum: 100, squares: 2600, unknown: 1, most: 100 })).toEqual({ lower: '2063.5', upper: '3150.0' })
  })

  it('says nothing of an empty market', () => {
    expect(hhiRange({ sum: 0, squares: 0, unknown: 3, most: 1 })).toBeNull()
  })
})

describe('HHI of regions', () => {
  it.each([
    ['all known', { known: [50, 50], rest: 0, pieces: 0 }, ['5000.0', '5000.0']],
    ['two hidden ones', { known: [60], rest: 40, pieces: 2 }, ['4400.0', '5200.0']],
  ])('with %s', (_title, parts, [lower, upper]) => {
    expect(hhiOfParts(parts)).toEqual({ lower, upper })
  })

  it.each([
    ['999.9', 'low'],
    ['1000', 'moderate'],
    ['1800', 'moderate'],
    ['1800.1', 'high'],
  ])('of %s lies in the band %s', (value, band) => expect(hhiBand(value)).toBe(band))
})

describe('CRn', () => {
  const shown = (reporting: number) =>
    [...crDisclosure(reporting)].flatMap(([size, suppressed]) => (suppressed === null ? [size] : []))
  it.each([
    [100, [5, 10]],
    [13, [5, 10]],
    [12, [5]],
    [7, [10]],
    [6, [10]],
    [5, [5, 10]],
    [4, [5, 10]],
    [2, []],
  ])('of %i enterprises is shown where no one or two stand out', (reporting, sizes) => {
    expect(shown(reporting)).toEqual(sizes)
  })
})
