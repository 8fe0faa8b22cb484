import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL to test against, alone on its database. */
export interface RunningPostgres {
  url: string
  stop(): Promise<void>
}

/** Why there is none on this machine, in words for the test report. */
export interface MissingPostgres {
  missing: string
}

/**
 * A PostgreSQL for one test file: an own database on the server of TEST_DATABASE_URL, or else a throw-away
 * cluster started from the programs found on this machine. Any number may run side by side.
 */
export async function startPostgres(): Promise<RunningPostgres | MissingPostgres> {
  const server = process.env['TEST_DATABASE_URL']
  if (server) return createDatabase(server)
  const programs = findPrograms()
  if (programs === null) return { missing: 'no PostgreSQL on this machine: install it or set TEST_DATABASE_URL' }
  return startCluster(programs)
}

async function createDatabase(server: string): Promise<RunningPostgres> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => administer(server, `drop database ${name} with (force)`) }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The newest folder that holds the server itself; wrappers elsewhere on the path may not tell versions apart. */
function findPrograms(): string | null {
  const packaged = '/usr/lib/postgresql'
  const versions = fs.existsSync(packaged) ? fs.readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => path.join(packaged, version, 'bin')),
    '/usr/local/bin',
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ]
  const complete = (folder: string) => ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name)))
  return folders.find(complete) ?? null
}

/** PostgreSQL refuses to run as root, so root hands it to an ordinary account. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres:', 'nobody:'].flatMap((name) => users.filter((user) => user.startsWith(name)))[0]
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

async function startCluster(programs: string): Promise<RunningPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pg-'))
  const user = account()
  if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const create = ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(programs, 'initdb'), create, { ...user, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const stop = async () => {
    await endProcess(server)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', () => server.kill('SIGKILL'))
  await readyForConnections(server)
  return { url: `postgres://tester@127.0.0.1:${port}/postgres`, stop }
}

/** SIGTERM lets clients that are hanging up finish; SIGINT no longer waits for forgotten ones. */
async function endProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  const impatience = setTimeout(() => server.kill('SIGINT'), 3_000)
  await ended
  clearTimeout(impatience)
}

function readyForConnections(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
