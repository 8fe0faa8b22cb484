import path from 'node:path'
import { readEngineOrigins } from './securityHeaders'
import { ReviewNumber } from '@contract/boundaries'
import { Audience } from '@contract/session'

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  /** NO_DEMO=1: an empty product, for those who bring their own data at once. */
  withoutDemo: boolean
  /** AUDIENCE=visitor: an instance for visitors alone, as on a public screen. */
  visitorsOnly: boolean
  /** MAP_ENGINE_ORIGINS: what the page's policy lets the opt-in map engine ask; none by default. */
  mapEngineOrigins: readonly string[]
  /** MAP_REVIEW_NUMBER: 审图号 that the operator declares for the bundled outlines. */
  mapReviewNumber: string | undefined
}

/** Reads the environment; refuses what it cannot understand instead of guessing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 应为 0—65535 的整数，现为“${env.PORT}”`)
  return {
    // Loopback until accounts exist: nobody else on the network may read.
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: path.resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    withoutDemo: env.NO_DEMO === '1',
    visitorsOnly: readAudience(env.AUDIENCE) === 'visitor',
    mapEngineOrigins: readEngineOrigins(env.MAP_ENGINE_ORIGINS),
    mapReviewNumber: readReviewNumber(env.MAP_REVIEW_NUMBER),
  }
}

function readAudience(text: string | undefined) {
  const read = Audience.safeParse(text || 'staff')
  if (!read.success) throw new Error(`AUDIENCE 应为 staff 或 visitor，现为“${text}”`)
  return read.data
}

function readReviewNumber(text: string | undefined) {
  if (!text) return undefined
  const read = ReviewNumber.safeParse(text)
  if (!read.success) throw new Error(`MAP_REVIEW_NUMBER 不是审图号：“${text}”，写法应如 GS(2024)0650号`)
  return read.data
}
