import { coverageRoute, provincesRoute, regionRoute } from '@contract/routes/regions'
import type { Routes, Services } from '../services'

export function registerRegions(app: Routes, { source, principal }: Services) {
  app.openapi(provincesRoute, (c) => c.json({ provinces: source.provinces(principal(c.req.raw)) }, 200))
  app.openapi(regionRoute, (c) => c.json(source.region(principal(c.req.raw), c.req.valid('param').region), 200))
  app.openapi(coverageRoute, async (c) =>
    c.json(await source.coverage(principal(c.req.raw), c.req.valid('param').region), 200),
  )
}
