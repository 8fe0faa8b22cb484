import { enterpriseRoute, enterprisesExportRoute, enterprisesRoute, overrideRoute } from '@contract/routes/enterprises'
import { enterprisesWorkbook } from '../exports/enterprisesWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { isFresh } from './versionedAnswer'

export function registerEnterprises(app: Routes, { source, principal }: Services) {
  app.openapi(enterprisesRoute, async (c) => {
    const query = c.req.valid('query')
    const page = await source.enterprises(principal(c.req.raw), query)
    // An imported boundary changes the system of the map, and with it what an area holds, without a new data version.
    if (query.area === undefined && isFresh(c, page.dataset, page.version)) return c.body(null, 304)
    return c.json(page, 200)
  })
  // Before /enterprises/{creditCode}, which would take "export.xlsx" for a code.
  app.openapi(enterprisesExportRoute, async (c) => {
    const who = principal(c.req.raw)
    return sendWorkbook(c, await enterprisesWorkbook(source, who, c.req.valid('query')))
  })
  app.openapi(enterpriseRoute, async (c) => {
    const { creditCode } = c.req.valid('param')
    return c.json(await source.enterprise(principal(c.req.raw), creditCode, c.req.valid('query').dataset), 200)
  })
  app.openapi(overrideRoute, async (c) =>
    c.json(await source.overrideMembership(principal(c.req.raw), c.req.valid('json')), 200),
  )
}
