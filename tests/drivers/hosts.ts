import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { DisclosureRule } from '@domain/disclosure/rule'
import { createApp, type App } from '@server/app'
import { ClassifyJobs } from '@server/intake/classifyJobs'
import { IntakeDesk } from '@server/intake/desk'
import { diskFiles } from '@server/node/diskFiles'
import { openHost, type Host } from '@server/node/host'
import { threadRunner } from '@server/node/threadRunner'
import { sessionOf } from '@server/session'
import { LOCAL_PRINCIPAL, type Principal } from '@server/source/principal'
import { createSource } from '@server/source/source'
import { startPostgres } from './postgres'

/** A whole product on an empty database of its own. */
export interface TestHost extends Host {
  folder: string
}

export type HostKind = 'embedded' | 'postgresql'

/** Both databases; PostgreSQL only where the machine has one. */
export const HOST_KINDS: readonly HostKind[] = process.env['TEST_DATABASE_URL']
  ? ['embedded', 'postgresql']
  : ['embedded']

export const silent = pino({ level: 'silent' })

/** An empty migrated data folder. */
export function newDataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'data-'))
  const template = process.env['TEST_DATA_TEMPLATE']
  if (template) fs.cpSync(path.join(template, 'pg'), path.join(folder, 'pg'), { recursive: true })
  return folder
}

interface HostOptions {
  /** Off unless given: most tests count the revenue of a few enterprises. */
  disclosure?: DisclosureRule | null
}

export async function openTestHost(kind: HostKind, options: HostOptions = {}): Promise<TestHost> {
  const log = pino({ level: 'error' }, pino.destination(2))
  if (kind === 'embedded') {
    const folder = newDataFolder()
    return disposable(await openHost({ dataDir: folder, databaseUrl: undefined, ...options }, log), folder)
  }
  const postgres = await startPostgres()
  if ('missing' in postgres) throw new Error(postgres.missing)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'data-'))
  return disposable(
    await openHost({ dataDir: folder, databaseUrl: postgres.url, ...options }, log),
    folder,
    postgres.stop,
  )
}

function disposable(host: Host, folder: string, after: () => Promise<void> = () => Promise.resolve()): TestHost {
  const close = async () => {
    await host.close()
    await after()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { ...host, folder, close }
}

/** The same product as another person sees it; one of the staff unless it says otherwise. */
export function appAs(host: TestHost, person: Partial<Principal>, rule?: Parameters<typeof sessionOf>[1]): App {
  const principal: Principal = { ...LOCAL_PRINCIPAL, ...person }
  const report = () => undefined
  const uploads = path.join(host.folder, 'uploads')
  const { context } = host
  const jobs = new ClassifyJobs(context, report)
  return createApp({
    source: createSource(context),
    intake: new IntakeDesk({ context, files: diskFiles(uploads), runner: threadRunner(uploads), jobs, report }),
    jobs,
    ...sessionOf(principal, rule),
    version: { product: '测试', version: '0', contract: '1.0.0', database: host.database.kind },
    ready: () => Promise.resolve(),
    report,
  })
}
