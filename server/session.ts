import { parse } from 'hono/utils/cookie'
import type { Audience } from '@contract/session'
import { asVisitor, type Principal } from './source/principal'

export const AUDIENCE_COOKIE = 'audience'

interface Rule {
  /** AUDIENCE=visitor: whoever comes is a visitor, whatever the request says. */
  visitorsOnly?: boolean | undefined
  /** What the request says; the browser demonstration cannot read cookies. */
  audienceOf?: (request: Request) => string | undefined
}

/** Who asks, by the request: the given person, or a visitor in that person's place. */
export function sessionOf(person: Principal, { visitorsOnly = false, audienceOf = cookieOf }: Rule = {}) {
  return {
    visitorsOnly,
    principal: (request: Request) =>
      visitorsOnly || audienceOf(request) === ('visitor' satisfies Audience) ? asVisitor(person) : person,
  }
}

const cookieOf = (request: Request) => parse(request.headers.get('cookie') ?? '', AUDIENCE_COOKIE)[AUDIENCE_COOKIE]
