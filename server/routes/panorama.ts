import { panoramaExportRoute, panoramaRoute, searchRoute } from '@contract/routes/panorama'
import { panoramaWorkbook } from '../exports/panoramaWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { isFresh } from './versionedAnswer'

export function registerPanorama(app: Routes, { source, principal }: Services) {
  app.openapi(panoramaRoute, async (c) => {
    const panorama = await source.panorama(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, panorama.view.dataset, panorama.view.version)) return c.body(null, 304)
    return c.json(panorama, 200)
  })
  app.openapi(panoramaExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const panorama = await source.panorama(who, c.req.valid('query'))
    return sendWorkbook(c, panoramaWorkbook(panorama, { by: who.name, at: source.context.now() }))
  })
  app.openapi(searchRoute, async (c) => c.json(await source.search(principal(c.req.raw), c.req.valid('query')), 200))
}
