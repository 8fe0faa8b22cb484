import { boundariesRoute, importBoundaryRoute, outlinesRoute, removeBoundaryRoute } from '@contract/routes/boundaries'
import { OUTLINE_BYTES, receiveOutlines } from '../boundaries/receiveOutlines'
import type { Routes, Services } from '../services'
import { invalid } from '../source/failure'
import { isTagFresh } from './versionedAnswer'

export function registerBoundaries(app: Routes, { source, principal }: Services) {
  app.openapi(boundariesRoute, async (c) => c.json({ sets: await source.boundaries(principal(c.req.raw)) }, 200))
  app.openapi(importBoundaryRoute, async (c) => {
    if (!c.req.raw.body) throw invalid('没有收到文件内容', 'body')
    const upload = await receiveOutlines(c.req.raw.body)
    if (!upload) throw invalid(`界线文件不能超过 ${OUTLINE_BYTES / 1024 / 1024} MB`, 'body')
    return c.json(await source.importBoundary(principal(c.req.raw), c.req.valid('query'), upload), 200)
  })
  app.openapi(outlinesRoute, async (c) => {
    const file = await source.outlines(principal(c.req.raw), c.req.valid('param').province)
    if (isTagFresh(c, String(file.version))) return c.body(null, 304)
    // Stored as the text it is sent as.
    return c.body(file.topology, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  app.openapi(removeBoundaryRoute, async (c) =>
    c.json(await source.removeBoundary(principal(c.req.raw), c.req.valid('param').province), 200),
  )
}
