import divisions from '@packs/regions/divisions.json'
import areas from '@packs/regions/functional-areas.json'
import lineage from '@packs/regions/lineage.json'
import { describe, expect, it } from 'vitest'
import { hasRealData, readRealCsv } from '../../tests/realData'
import { createLocator } from './locate'
import { createRegionBook } from './regionBook'

const book = createRegionBook({ divisions, lineage })
const locator = createLocator(book, areas.areas)

const locateAll = (province: string, rows: Record<string, string>[]) =>
  rows.map((row) =>
    locator.locate({
      province,
      declaredCity: row['市'],
      address: row['注册地址'],
      creditCode: row['统一社会信用代码'],
    }),
  )

describe.skipIf(!hasRealData('register-liaoning.expected.csv'))('the register of Liaoning', () => {
  /**
   * What is left are 铁西区 without a city, which the list leaves open between 沈阳 and 鞍山 and the credit code settles, and
   * a village called 铁西区.
   */
  it('agrees with an independent finder in at least 999 of 1,000 rows where both name a county', () => {
    const expected = readRealCsv('register-liaoning.expected.csv')
    const found = locateAll('210000', readRealCsv('register-liaoning.csv'))
    const today = (code: string | null | undefined) => (code ? book.resolve(code, 'current').code : '')
    const both = found.flatMap((location, at) => {
      const wanted = expected[at]?.address_county_code
      return wanted && location.level === 'county' ? [today(location.code) === today(wanted)] : []
    })
    expect(both.length).toBeGreaterThan(43_000)
    expect(both.filter(Boolean).length / both.length).toBeGreaterThan(0.999)
  })

  it('finds a place in the province for nearly every row, and a county for 19 of 20', () => {
    const found = locateAll('210000', readRealCsv('register-liaoning.csv'))
    expect(found.filter((location) => location.code === null)).toEqual([])
    expect(found.filter((location) => location.level === 'county').length / found.length).toBeGreaterThan(0.95)
  })
})

describe.skipIf(!hasRealData('register-shandong-10k.csv'))('the register of Shandong', () => {
  it('names counties that the registrar’s digits confirm, where those name a county', () => {
    const rows = readRealCsv('register-shandong-10k.csv')
    const agreed = locateAll('370000', rows).flatMap(({ by, level, code }, at) => {
      const digits = rows[at]?.['统一社会信用代码']?.slice(2, 8) ?? ''
      if (by !== 'address' || level !== 'county' || !code || book.get(digits)?.level !== 'county') return []
      return [book.resolve(code, 'current').code === book.resolve(digits, 'current').code]
    })
    expect(agreed.length).toBeGreaterThan(5_000)
    expect(agreed.filter(Boolean).length / agreed.length).toBeGreaterThan(0.98)
  })
})
