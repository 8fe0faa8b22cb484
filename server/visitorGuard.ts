import type { MiddlewareHandler } from 'hono'
import { problem } from './problem'
import type { Services } from './services'
import type { Audience } from './source/principal'

declare module 'hono' {
  interface ContextVariableMap {
    /** Whose answer this is; a part of every entity tag. */
    audience: Audience
  }
}

/**
 * 访客 may read these groups of routes, each of which keeps 单位数据 to itself; all others hold what only staff may see
 * (数据接入 with its rows). New groups are refused until they are named here.
 */
const READ_BY_VISITORS = new Set([
  'health',
  'ready',
  'version',
  'openapi.json',
  'session',
  'provinces',
  'regions',
  'chains',
  'panorama',
  'brief',
  'search',
  'clusters',
  'industry-clusters',
  'points',
  'enterprises',
  'figures',
  'honours',
  'indicators',
  'region-figures',
  'boundaries',
])

/** Within those groups, what is made of single enterprises' values. */
const OF_UNITS = [/^honours\/candidates(\/|$)/u, /^enterprises\/[^/]+\/prescreening$/u]

const isOpen = (path: string) =>
  READ_BY_VISITORS.has(path.split('/', 1)[0] ?? '') && !OF_UNITS.some((pattern) => pattern.test(path))

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The one place where visitors are kept from writing and from the routes of staff. */
export function visitorGuard({ principal }: Pick<Services, 'principal'>, base: string): MiddlewareHandler {
  return async (c, next) => {
    const { audience } = principal(c.req.raw)
    c.set('audience', audience)
    c.header('Vary', 'Cookie')
    if (audience === 'visitor') {
      const path = c.req.path.slice(base.length + 1)
      const isRead = READS.has(c.req.method)
      if (!isRead && path !== 'session') return problem(c, 403, '访客只能查看，不能导入或改动数据')
      if (isRead && !isOpen(path)) return problem(c, 403, '这里含单个企业的数据，不向访客开放')
    }
    return next()
  }
}
