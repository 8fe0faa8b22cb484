import path from 'node:path'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { migrate } from '../migrate'
import { pgliteDialect } from '../pgliteDialect'
import { PortableDialect } from '../portableDialect'
import type { Schema } from '../schema'
import { lockFolder } from './folderLock'
import { WorkerLink } from './workerLink'

const STATEMENT_MS = 60_000

export interface OpenDatabase {
  db: Kysely<Schema>
  kind: 'embedded' | 'postgresql'
  /** Tells a second process that is refused on the same folder where this server answers. */
  announce(address: string): void
  /** Refreshes the planner's statistics and reclaims space; after an import, outside any transaction. */
  maintain(): Promise<void>
  close(): Promise<void>
}

export interface OpenOptions {
  /** `postgres://…` of a PostgreSQL-compatible server; without it the database is embedded in the data folder. */
  databaseUrl?: string | undefined
  dataDir: string
}

/**
 * Opens the database the server works on and brings its tables up to date.
 * @throws FolderInUseError when another process works on the same data folder
 */
export function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  return options.databaseUrl ? openServer(options.databaseUrl) : openEmbedded(options.dataDir)
}

async function openServer(connectionString: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString,
    max: 8,
    statement_timeout: STATEMENT_MS,
    application_name: 'industry-brain',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PortableDialect({ pool }) })
  await prepare(db, () => db.destroy())
  const maintain = async () => void (await sql`analyze`.execute(db))
  return { db, kind: 'postgresql', announce: () => undefined, maintain, close: () => db.destroy() }
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const lock = await lockFolder(dataDir)
  // No deadline while tables are rebuilt: an upgrade stopped half-way would be stopped again at every start.
  const link = new WorkerLink({ folder: path.join(dataDir, 'pg'), deadlineMs: 0 })
  const db = new Kysely<Schema>({ dialect: pgliteDialect(link) })
  const close = () => db.destroy().finally(lock.release)
  await prepare(db, close)
  link.deadlineMs = STATEMENT_MS
  return { db, kind: 'embedded', announce: lock.announce, maintain: () => maintainEmbedded(db, link), close }
}

/** The embedded engine runs no autovacuum of its own. */
async function maintainEmbedded(db: Kysely<Schema>, link: WorkerLink): Promise<void> {
  link.deadlineMs = 0
  try {
    await sql`vacuum analyze`.execute(db)
    await sql`checkpoint`.execute(db)
  } finally {
    link.deadlineMs = STATEMENT_MS
  }
}

async function prepare(db: Kysely<Schema>, close: () => Promise<void>): Promise<void> {
  try {
    await sql`select 1`.execute(db)
    await migrate(db)
  } catch (error) {
    await close()
    throw error
  }
}
