import {
  clustersExportRoute,
  clustersRoute,
  clusterStoryRoute,
  selectionExportRoute,
  selectionRoute,
} from '@contract/routes/clusters'
import { clustersWorkbook } from '../exports/clustersWorkbook'
import { selectionWorkbook } from '../exports/selectionWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { isFresh } from './versionedAnswer'

export function registerClusters(app: Routes, { source, principal }: Services) {
  app.openapi(clustersRoute, async (c) => {
    const clusters = await source.clusters(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, clusters.dataset, clusters.version)) return c.body(null, 304)
    return c.json(clusters, 200)
  })
  app.openapi(clusterStoryRoute, async (c) => {
    const { version, dataset, ...story } = await source.clusterStory(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, dataset, version)) return c.body(null, 304)
    return c.json(story, 200)
  })
  app.openapi(clustersExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const clusters = await source.clusters(who, c.req.valid('query'))
    return sendWorkbook(c, clustersWorkbook(clusters, { by: who.name, at: source.context.now() }))
  })
  // No entity tag: an imported boundary changes the system of the map, and with it the area, without a new data version.
  app.openapi(selectionRoute, async (c) =>
    c.json(await source.selection(principal(c.req.raw), c.req.valid('query')), 200, {
      'Cache-Control': 'private, no-cache',
    }),
  )
  app.openapi(selectionExportRoute, async (c) =>
    sendWorkbook(c, await selectionWorkbook(source, principal(c.req.raw), c.req.valid('query'))),
  )
}
