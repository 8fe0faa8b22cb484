import type { Context } from 'hono'
import { MVT, pointClusterRoute, pointMarksRoute, pointSummaryRoute, pointTileRoute } from '@contract/routes/points'
import type { Routes, Services } from '../services'
import { PointsMoved } from '../source/pointRows'
import type { PointView, PointWish } from '../source/points'
import { isFresh } from './versionedAnswer'

/** How often the points are read again when a publication comes between. */
const ATTEMPTS = 3

export function registerPoints(app: Routes, { source, principal }: Services) {
  /** Opens the points; `null` when the caller has the answer already. */
  const answer = async <T>(c: Context, query: PointWish, read: (view: PointView) => Promise<T>): Promise<T | null> => {
    for (let attempt = 1; ; attempt += 1) {
      const view = await source.points(principal(c.req.raw), query)
      if (isFresh(c, view.tag, view.version)) return null
      try {
        return await read(view)
      } catch (error) {
        if (!(error instanceof PointsMoved) || attempt === ATTEMPTS) throw error
      }
    }
  }
  app.openapi(pointTileRoute, async (c) => {
    const at = c.req.valid('param')
    const found = await answer(c, c.req.valid('query'), async (view) => ({ tile: await view.tile(at) }))
    if (!found) return c.body(null, 304)
    if (!found.tile) return c.body(null, 204)
    return c.body(found.tile, 200, { 'Content-Type': MVT, 'Content-Length': String(found.tile.byteLength) })
  })
  app.openapi(pointMarksRoute, async (c) => {
    const { bbox, zoom, ...query } = c.req.valid('query')
    const marks = await answer(c, query, (view) => view.marks({ bbox, zoom }))
    return marks ? c.json(marks, 200) : c.body(null, 304)
  })
  app.openapi(pointClusterRoute, async (c) => {
    const { limit, ...query } = c.req.valid('query')
    const { id } = c.req.valid('param')
    const cluster = await answer(c, query, (view) => view.cluster(id, limit))
    return cluster ? c.json(cluster, 200) : c.body(null, 304)
  })
  app.openapi(pointSummaryRoute, async (c) => {
    const summary = await answer(c, c.req.valid('query'), (view) => view.summary())
    return summary ? c.json(summary, 200) : c.body(null, 304)
  })
}
