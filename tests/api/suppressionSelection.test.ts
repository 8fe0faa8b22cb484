import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Selection } from '@contract/selection'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { apiOf, VIEW, type Api } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs, HOST_KINDS } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { firm, registerCsv } from '../fixtures/registers'

const COUNT = 24
/** One county, everybody on one node, about alike; a row of points from west to east. */
const register = Array.from({ length: COUNT }, (_none, at) =>
  firm(at + 1, {
    city: '沈阳市',
    county: '铁西区',
    products: '数控车床',
    industry: '3421',
    inScope: '是',
    revenue: `${1000 + at}`,
  }),
)

/** An area that holds the first so many. */
const firstOnes = (count: number) => {
  const east = (123 + (count + 0.5) / 100).toFixed(4)
  return `123.0,41.7;${east},41.7;${east},41.9;123.0,41.9`
}

describeApi(
  'the revenue of an area',
  (product) => {
    const selection = (api: Api, count: number) =>
      api.get<Selection>('/clusters/selection', { ...VIEW, area: firstOnes(count) })

    beforeAll(async () => {
      await product.api.importFile(registerCsv(register))
      // The map in the coordinates of the register, so that an area holds whom it names.
      await sql`insert into boundary_set (province, topology, crs, source, source_date, imported_at, imported_by,
        file_name, file_hash) values ('210000', '{}', 'CGCS2000', '虚构', '2025-01-01', '2025-01-01', '测试', '界线.json', '0')`.execute(
        product.host.context.db,
      )
      for (let serial = 1; serial <= COUNT; serial += 1)
        await sql`update enterprise set lng = ${123 + serial / 100}, lat = 41.8, crs = 'CGCS2000'
          where credit_code = ${fictionalCode(serial)}`.execute(product.host.context.db)
    })

    it.each([
      [2, 'few'],
      [10, null],
      [COUNT - 2, 'complementary'],
      [COUNT, null],
    ])('of %i enterprises is %s for those who may see each of them', async (count, reason) => {
      const { figures, enterprises, topNodes } = await selection(product.api, count)
      expect([enterprises, figures.revenueReporting, figures.revenueSuppressed]).toEqual([count, count, reason])
      expect(figures.revenueWan === null).toBe(reason !== null)
      for (const node of topNodes) expect(node.figures.revenueSuppressed).toBe(reason)
    })

    it('is never told to a visitor, so that two areas that differ by one tell nothing', async () => {
      const visitor = apiOf(appAs(product.host, { audience: 'visitor', seesUnits: false }))
      for (const count of [10, 11, COUNT]) {
        const { figures, topNodes, enterprises } = await selection(visitor, count)
        expect([enterprises, figures.revenueWan, figures.revenueSuppressed]).toEqual([count, null, 'complementary'])
        expect(topNodes.filter((node) => node.figures.revenueWan !== null)).toEqual([])
      }
    })
  },
  HOST_KINDS,
  { disclosure: DEFAULT_RULE },
)
