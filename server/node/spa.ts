import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** The built SPA; every unknown path is a route of its own. */
export function spa() {
  const site = new Hono()
  const root = path.relative(process.cwd(), DIST)
  site.use('/assets/*', async (c, next) => {
    await next()
    // Built files carry their hash in the name.
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
  })
  site.use('*', serveStatic({ root, precompressed: true }))
  site.get('*', async (c) => {
    const index = path.join(DIST, 'index.html')
    if (!existsSync(index)) return c.text('界面尚未构建：请运行 npm run build', 503)
    return c.html(await readFile(index, 'utf8'), 200, { 'Cache-Control': 'no-cache' })
  })
  return site
}
