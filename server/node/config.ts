import path from 'node:path'

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  /** NO_DEMO=1: an empty product, for those who bring their own data at once. */
  withoutDemo: boolean
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
  }
}
