import path from 'node:path'
import { readEngineOrigins } from './securityHeaders'
import { DEFAULT_RULE, type DisclosureRule } from '@domain/disclosure/rule'
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
  /** SUPPRESS_BELOW, SUPPRESS_TOP1, SUPPRESS_TOP2: 抑制规则; null = off. */
  disclosure: DisclosureRule | null
}

/** Reads the environment; refuses what it cannot understand instead of guessing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 应为 0—65535 的整数，现为“${env.PORT}”`)
  const visitorsOnly = readAudience(env.AUDIENCE) === 'visitor'
  const disclosure = readDisclosure(env)
  if (visitorsOnly && disclosure === null)
    throw new Error('AUDIENCE=visitor 时不能设 SUPPRESS_BELOW=0：合计会露出单个企业的数')
  return {
    // Loopback until accounts exist: nobody else on the network may read.
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: path.resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    withoutDemo: env.NO_DEMO === '1',
    visitorsOnly,
    mapEngineOrigins: readEngineOrigins(env.MAP_ENGINE_ORIGINS),
    mapReviewNumber: readReviewNumber(env.MAP_REVIEW_NUMBER),
    disclosure,
  }
}

function readAudience(text: string | undefined) {
  const read = Audience.safeParse(text || 'staff')
  if (!read.success) throw new Error(`AUDIENCE 应为 staff 或 visitor，现为“${text}”`)
  return read.data
}

/** 抑制规则; SUPPRESS_BELOW=0 makes every sum public. */
function readDisclosure(env: NodeJS.ProcessEnv): DisclosureRule | null {
  const { minCount, top1Percent, top2Percent } = DEFAULT_RULE
  const below = readWhole('SUPPRESS_BELOW', env.SUPPRESS_BELOW, minCount, 0, 1000)
  const top1 = readWhole('SUPPRESS_TOP1', env.SUPPRESS_TOP1, top1Percent, 1, 100)
  const top2 = readWhole('SUPPRESS_TOP2', env.SUPPRESS_TOP2, top2Percent, 1, 100)
  if (top2 < top1) throw new Error(`SUPPRESS_TOP2 不能小于 SUPPRESS_TOP1，现为 ${top2} 和 ${top1}`)
  return below === 0 ? null : { minCount: below, top1Percent: top1, top2Percent: top2 }
}

function readWhole(name: string, text: string | undefined, otherwise: number, least: number, most: number): number {
  if (!text) return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${name} 应为 ${least}—${most} 的整数，现为“${text}”`)
  return value
}

function readReviewNumber(text: string | undefined) {
  if (!text) return undefined
  const read = ReviewNumber.safeParse(text)
  if (!read.success) throw new Error(`MAP_REVIEW_NUMBER 不是审图号：“${text}”，写法应如 GS(2024)0650号`)
  return read.data
}
