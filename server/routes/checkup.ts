import { checkupExportRoute, checkupRoute } from '@contract/routes/checkup'
import { checkupWorkbook } from '../exports/checkupWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'

export function registerCheckup(app: Routes, { source, principal }: Services) {
  // Asked for by a person each time: what was found depends on the day and on every table.
  app.openapi(checkupRoute, async (c) =>
    c.json(await source.checkup(principal(c.req.raw), c.req.valid('query')), 200, {
      'Cache-Control': 'private, no-store',
    }),
  )
  app.openapi(checkupExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const checkup = await source.checkup(who, c.req.valid('query'))
    return sendWorkbook(c, checkupWorkbook(checkup, { by: who.name, at: source.context.now() }))
  })
}
