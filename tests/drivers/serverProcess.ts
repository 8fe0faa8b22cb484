import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The server as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  /** Ends with a slash. */
  url: string
  /** Fetches from it; the form that `apiOf` works on. */
  request(route: string, init?: RequestInit): Promise<Response>
  /** Sends a signal and waits for the end; the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** What a server said that did not start. */
export interface FailedStart {
  code: number | null
  stderr: string
}

/** Starts a server on a free port and waits until it answers; the demonstration data only when asked for. */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<ServerProcess | FailedStart> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/node/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', NO_DEMO: '1', DATABASE_URL: '', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const atExit = () => server.kill('SIGKILL')
  process.once('exit', atExit)
  const ended = once(server, 'exit').then(([code]: (number | null)[]) => {
    process.removeListener('exit', atExit)
    return code ?? null
  })
  let stderr = ''
  server.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const url = await addressOf(server)
  if (url === null) return { code: await ended, stderr }
  return {
    url,
    request: (route, init) => fetch(new URL(route, url), init),
    end: (signal) => {
      server.kill(signal)
      return ended
    },
  }
}

/** The address in its greeting; null when it ends without one. */
async function addressOf(server: ChildProcess): Promise<string | null> {
  if (!server.stdout) return null
  const lines = createInterface({ input: server.stdout })
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const found = /https?:\/\/\S+\/$/u.exec(line)
      if (found) resolve(found[0])
    })
    lines.on('close', () => resolve(null))
  })
}

export function running(server: ServerProcess | FailedStart): ServerProcess {
  if ('url' in server) return server
  throw new Error(`the server did not start: ${server.stderr}`)
}
