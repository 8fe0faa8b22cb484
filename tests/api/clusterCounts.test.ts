import { beforeAll, describe, expect, it } from 'vitest'
import divisions from '@packs/regions/divisions.json'
import { CNC } from '../drivers/api'
import { expectCountsToAgree } from '../drivers/clusterCounts'
import { describeApi } from '../drivers/eachHost'
import { firm, registerCsv, type Firm } from '../fixtures/registers'

const COLUMNS: (keyof Firm)[] = ['name', 'code', 'city', 'county', 'products', 'industry']
const LATHES = { products: '数控车床', industry: '3421', city: '' }

const codesOf = (lines: readonly string[], province: string) =>
  lines.map((line) => line.slice(0, 6)).filter((code) => code.startsWith(province.slice(0, 2)) && !code.endsWith('00'))

/** Two enterprises for every county there is or ever was, by its code; two of which only the city or province is known. */
function registerOf(province: string, vague: Partial<Firm>, from: number): Firm[] {
  const everyCode = new Set([...codesOf(divisions.current, province), ...codesOf(divisions.retired, province)])
  const places = [...everyCode].map((county) => ({ county }))
  return [...places, ...places, vague, vague].map((place, i) => firm(from + i, { ...LATHES, ...place }))
}

const PROVINCES = [
  { name: '吉林', region: '220000', vague: { city: '长春市', county: '' }, period: '2019', from: 10_000 },
  { name: '重庆', region: '500000', vague: { county: '500000' }, period: '2023', from: 20_000 },
]

describeApi('registers with codes long abolished', (product) => {
  describe.each(PROVINCES)('of $name', ({ region, vague, period, from }) => {
    const firms = registerOf(region, vague, from)
    beforeAll(async () => {
      await product.api.importFile(registerCsv(firms, COLUMNS), { province: region, period })
    })

    it.each(['current', 'asof'])('count alike on the map and in the list, reading divisions as %s', async (mode) => {
      const view = { region, chain: CNC, period, mode }
      const clusters = await expectCountsToAgree(product, view, `${period}-12-31`)
      expect(clusters.total.enterprises).toBe(firms.length)
    })
  })
})
