import { Session, type Audience } from '@contract/session'
import { getJson, sendJson } from './http'

export const fetchSession = () => getJson('/session', Session, {})

/** The server remembers the answer by a cookie that pages cannot read. */
export const changeSession = (audience: Audience) => sendJson('PUT', '/session', Session, { audience })
