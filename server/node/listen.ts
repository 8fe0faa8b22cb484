import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import type { Logger } from 'pino'
import { MVT } from '@contract/routes/points'
import { API_BASE, type App } from '../app'
import { accessLog } from './accessLog'
import { apiDocs } from './apiDocs'
import type { Config } from './config'
import { sameOrigin } from './sameOrigin'
import { securityHeaders } from './securityHeaders'
import { spa } from './spa'

export interface Listening {
  address: string
  /** Stops taking requests and waits for those in progress. */
  close(): Promise<void>
}

/** API, its documentation and the SPA on one port. */
type Address = Pick<Config, 'host' | 'port'> & Partial<Pick<Config, 'mapEngineOrigins'>>

export async function listen(app: App, config: Address, log: Logger): Promise<Listening> {
  const site = new Hono()
  site.use(accessLog(log))
  site.use(compress({ contentTypeFilter: isCompressible }))
  site.use(securityHeaders(config.mapEngineOrigins))
  site.use(sameOrigin(isLoopback(config.host)))
  // Not by route(): only the app itself answers an unknown address below it with a problem document.
  site.all(`${API_BASE}/*`, (c) => app.fetch(c.req.raw))
  site.route('/api/docs', apiDocs())
  site.route('/', spa())
  const { server, port } = await bind(site, config)
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    address: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Idle keep-alive connections would hold the server open for seconds.
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

const isCompressible = (type: string) => type.startsWith(MVT) || COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

function bind(site: Hono, { host, port }: Pick<Config, 'host' | 'port'>) {
  return new Promise<{ server: ServerType; port: number }>((resolve, reject) => {
    const server = serve({ fetch: site.fetch, hostname: host, port }, (info) => resolve({ server, port: info.port }))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`端口 ${port} 已被占用；请用 PORT=其他端口 npm start 启动`) : error,
      ),
    )
  })
}
