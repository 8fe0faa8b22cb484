import { Session } from '@contract/session'

/*
 * A page may neither read the cookie that the server remembers 访客模式 by nor set one on a request that never leaves it.
 * The demonstration keeps the word in its own storage, where other tabs find it, and says it in a header of its own.
 */

export const AUDIENCE_HEADER = 'x-demonstration-audience'
const STORED = 'demonstration-audience'

export const storedAudience = () => window.localStorage.getItem(STORED) ?? 'staff'

/** What a change of the session answered is remembered, as a browser would its cookie. */
export async function rememberAudience(request: Request, response: Response): Promise<void> {
  if (request.method !== 'PUT' || !new URL(request.url).pathname.endsWith('/session') || !response.ok) return
  const { audience } = Session.parse(await response.clone().json())
  window.localStorage.setItem(STORED, audience)
}
