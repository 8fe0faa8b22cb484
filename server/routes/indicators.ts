import { indicatorsRoute, regionFiguresExportRoute, regionFiguresRoute } from '@contract/routes/indicators'
import { regionFiguresWorkbook } from '../exports/regionFiguresWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { figuresVersion } from '../source/regionFigures'
import { isFresh } from './versionedAnswer'

export function registerIndicators(app: Routes, { source, principal }: Services) {
  app.openapi(indicatorsRoute, (c) => c.json(source.indicators(principal(c.req.raw)), 200))
  app.openapi(regionFiguresRoute, async (c) => {
    const figures = await source.regionFigures(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, figures.dataset, figuresVersion(source.context, figures))) return c.body(null, 304)
    return c.json(figures, 200)
  })
  app.openapi(regionFiguresExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const figures = await source.regionFigures(who, c.req.valid('query'))
    return sendWorkbook(c, regionFiguresWorkbook(figures, { by: who.name, at: source.context.now() }))
  })
}
