import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { apiOf, type Api } from './api'
import { newDataFolder } from './hosts'
import { running, startServer, type ServerProcess } from './serverProcess'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The built product in a process of its own, on a data folder of its own. */
export interface RunningProduct {
  /** Ends with a slash. */
  url: string
  api: Api
  /** Ends the server as a power cut would end the machine's service, and leaves the data. */
  interrupt(): Promise<void>
  /** Starts it again at the same address. */
  resume(): Promise<void>
  stop(): Promise<void>
}

interface Start {
  withDemo: boolean
  /** Settings of the operator, as SUPPRESS_BELOW. */
  settings?: Record<string, string>
}

/** The product as a first start finds it; with the demonstration data unless it is told not to. */
export async function startProduct({ withDemo, settings }: Start): Promise<RunningProduct> {
  if (!fs.existsSync(path.join(ROOT, 'dist/index.html'))) throw new Error('the interface is not built: npm run build')
  const folder = newDataFolder()
  const env = { NO_DEMO: withDemo ? '0' : '1', ...settings }
  let server: ServerProcess | null = running(await startServer(folder, env))
  const { url } = server
  const end = async (signal: NodeJS.Signals) => {
    await server?.end(signal)
    server = null
  }
  return {
    url,
    api: apiOf({ request: (route, init) => fetch(new URL(String(route), url), init) }),
    interrupt: () => end('SIGTERM'),
    resume: async () => {
      server = running(await startServer(folder, { ...env, PORT: new URL(url).port }))
    },
    stop: async () => {
      await end('SIGTERM')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `npm run dev:mock` as files: the product in the browser alone, served without any API behind it. */
export async function startMockProduct(): Promise<{ url: string; stop(): Promise<void> }> {
  const outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'mock-'))
  await build({ root: ROOT, mode: 'mock', logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    root: ROOT,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the preview server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: async () => {
      await server.close()
      fs.rmSync(outDir, { recursive: true, force: true })
    },
  }
}
