import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Selection } from '@contract/selection'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { VIEW } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { HOST_KINDS } from '../drivers/hosts'
import { firm, registerCsv } from '../fixtures/registers'

const seated = (serial: number, county: string) =>
  firm(serial, { city: '沈阳市', county, products: '数控车床', industry: '3421', inScope: '是', revenue: '1000' })

/** Two in one county: their sum is not public, and for its sake that of the other county is not either. */
const register = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((serial) => seated(serial, serial < 3 ? '大东区' : '铁西区'))

describeApi(
  'an area drawn around a county',
  (product) => {
    beforeAll(async () => {
      await product.api.importFile(registerCsv(register))
      await sql`update enterprise set lng = 123.5, lat = 41.8, crs = 'CGCS2000'`.execute(product.host.context.db)
    })

    it('does not tell the sum that the county itself does not', async () => {
      const around = { ...VIEW, county: '210106', area: '123,41;124,41;124,42;123,42' }
      const { figures, topNodes } = await product.api.get<Selection>('/clusters/selection', around)
      expect([figures.enterprises, figures.revenueWan, figures.revenueSuppressed]).toEqual([8, null, 'complementary'])
      expect(topNodes.filter(({ figures: own }) => own.revenueWan !== null)).toEqual([])
    })
  },
  HOST_KINDS,
  { disclosure: DEFAULT_RULE },
)
