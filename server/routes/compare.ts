import { compareExportRoute, compareRoute, peersRoute } from '@contract/routes/compare'
import { comparisonWorkbook } from '../exports/comparisonWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { isFresh } from './versionedAnswer'

export function registerCompare(app: Routes, { source, principal }: Services) {
  app.openapi(compareRoute, async (c) => {
    const comparison = await source.comparison(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, comparison.dataset, comparison.version)) return c.body(null, 304)
    return c.json(comparison, 200)
  })
  app.openapi(peersRoute, async (c) => {
    const peers = await source.peers(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, peers.dataset, peers.version)) return c.body(null, 304)
    return c.json(peers, 200)
  })
  app.openapi(compareExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const comparison = await source.comparison(who, c.req.valid('query'))
    return sendWorkbook(c, comparisonWorkbook(comparison, { by: who.name, at: source.context.now() }))
  })
}
