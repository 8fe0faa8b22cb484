import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Keeps other sites' pages from writing through the visitor's browser, and, while the server listens on loopback only,
 * from reading by a name of theirs that points here (DNS rebinding). Programs that send no Origin are not browsers.
 */
export function sameOrigin(loopbackOnly: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (loopbackOnly && !LOOPBACK.test(host)) return problem(c, 403, `本服务只在本机开放，不接受以“${host}”访问`)
    if (!READS.has(c.req.method) && isForeign(c.req.header('origin'), c.req.header('sec-fetch-site'), host)) {
      return problem(c, 403, '不接受来自其他网站的提交')
    }
    return next()
  }
}

function isForeign(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (origin === undefined) return false
  return URL.canParse(origin) ? new URL(origin).host !== host : true
}
