import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { migrate } from './migrate'
import { pgliteDialect } from './pgliteDialect'
import { pgliteLink } from './pgliteEngine'
import type { Schema } from './schema'

export interface BrowserDatabase {
  db: Kysely<Schema>
  kind: 'embedded'
  close(): Promise<void>
}

/** 演示用内存库：lives in the calling context (a web worker) and is gone with it. */
export async function openBrowserDatabase(): Promise<BrowserDatabase> {
  const pg = await PGlite.create()
  const db = new Kysely<Schema>({ dialect: pgliteDialect(pgliteLink(pg)) })
  await migrate(db)
  return { db, kind: 'embedded', close: () => db.destroy() }
}
