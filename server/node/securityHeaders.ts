import type { MiddlewareHandler } from 'hono'

/**
 * Nothing from outside the origin; style attributes are for positions that scripts compute. `engineOrigins` are for
 * Mapbox GL where a customer has it: its server, and the worker it makes of a blob.
 */
function policy(engineOrigins: readonly string[]): string {
  const connect = ["'self'", ...engineOrigins].join(' ')
  const worker = engineOrigins.length ? "'self' blob:" : "'self'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-elem 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function securityHeaders(engineOrigins: readonly string[] = []): MiddlewareHandler {
  const contentSecurityPolicy = policy(engineOrigins)
  return async (c, next) => {
    await next()
    c.res.headers.set('Content-Security-Policy', contentSecurityPolicy)
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    c.res.headers.set('Referrer-Policy', 'no-referrer')
    c.res.headers.set('X-Frame-Options', 'DENY')
  }
}

/** A host by name, without wildcards or anything that could end the directive. */
const HTTPS_ORIGIN = /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

/** MAP_ENGINE_ORIGINS: https origins divided by commas or spaces; anything else could undo the policy. */
export function readEngineOrigins(text: string | undefined): string[] {
  const origins = (text ?? '').split(/[\s,]+/).filter(Boolean)
  const wrong = origins.find((origin) => !HTTPS_ORIGIN.test(origin))
  if (wrong !== undefined)
    throw new Error(`MAP_ENGINE_ORIGINS 应为 https 来源（如 https://api.mapbox.com），现有“${wrong}”`)
  return origins
}
