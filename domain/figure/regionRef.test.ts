import { describe, expect, it } from 'vitest'
import { parseRef } from './figureRef'
import { formatRegionRef, parseRegionRef, type RegionRef } from './regionRef'

const GDP: RegionRef = { indicator: 'gdp', region: '210100', period: '2025M01-10', dataset: 'demo' }

describe('the reference of a figure of a region', () => {
  it('reads back what it wrote', () => {
    expect(formatRegionRef(GDP)).toBe('gdp.210100._.region._.all.2025M01-10.current.demo._')
    expect(parseRegionRef(formatRegionRef(GDP))).toEqual(GDP)
  })

  it('is no reference of the register, nor the other way round', () => {
    expect(parseRef(formatRegionRef(GDP))).toBeNull()
    expect(parseRegionRef('enterprises.210100._.total._.all.2025.current.demo._')).toBeNull()
  })

  it.each([
    '',
    'gdp.210100._.region._.all.2025M01.current.demo._',
    'gdp.2101._.region._.all.2025.current.demo._',
    'gdp.210100._.region._.above.2025.current.demo._',
    'gdp.210100._.region._.all.2025.asof.demo._',
    'gdp.210100.cnc.region._.all.2025.current.demo._',
    'GDP.210100._.region._.all.2025.current.demo._',
    "gdp'.210100._.region._.all.2025.current.demo._",
    'gdp.210100._.region._.all.2025.current.test._',
    `${'a'.repeat(61)}.210100._.region._.all.2025.current.demo._`,
  ])('refuses %j', (text) => {
    expect(parseRegionRef(text)).toBeNull()
  })
})
