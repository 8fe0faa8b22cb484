import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Audience } from '@contract/session'
import { sessionChangeRoute, sessionRoute } from '@contract/routes/session'
import type { Routes, Services } from '../services'
import { AUDIENCE_COOKIE } from '../session'
import { SourceFailure } from '../source/failure'

/** Longer than any exhibition: closing the browser must not end 访客模式. Browsers keep no cookie for more than 400 days. */
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function registerSession(app: Routes, { principal, visitorsOnly }: Services) {
  app.openapi(sessionRoute, (c) => {
    c.header('Cache-Control', 'private, no-store')
    return c.json({ audience: principal(c.req.raw).audience, canLeave: !visitorsOnly }, 200)
  })
  app.openapi(sessionChangeRoute, (c) => {
    const { audience } = c.req.valid('json')
    if (visitorsOnly && audience !== 'visitor')
      throw new SourceFailure('forbidden', '本系统只供访客查看，不能离开访客模式', 'audience')
    remember(c, audience)
    return c.json({ audience, canLeave: !visitorsOnly }, 200)
  })
}

const remember = (c: Context, audience: Audience) =>
  setCookie(c, AUDIENCE_COOKIE, audience, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: audience === 'visitor' ? YEAR_SECONDS : 0,
  })
