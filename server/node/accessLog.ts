import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'

/** One line per API request: no query values, which may hold names. */
export const accessLog =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now()
    await next()
    if (!c.req.path.startsWith('/api/')) return
    const ms = Math.round(performance.now() - started)
    log.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
  }
