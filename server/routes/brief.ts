import { briefRoute } from '@contract/routes/brief'
import type { Routes, Services } from '../services'
import { briefVersion } from '../source/brief/brief'
import { isFresh } from './versionedAnswer'

export function registerBrief(app: Routes, { source, principal }: Services) {
  app.openapi(briefRoute, async (c) => {
    const brief = await source.brief(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, brief.view.dataset, briefVersion(source.context, brief))) return c.body(null, 304)
    return c.json(brief, 200)
  })
}
