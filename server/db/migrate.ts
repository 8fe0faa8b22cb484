import { Migrator, type Kysely, type Migration } from 'kysely'
import * as start from './migrations/0001-start'
import * as lists from './migrations/0002-lists'
import * as places from './migrations/0003-places'
import * as regionFacts from './migrations/0004-region-facts'
import * as disclosure from './migrations/0005-disclosure'
import * as honours from './migrations/0006-honours'
import * as supply from './migrations/0007-supply'
import type { Schema } from './schema'

/** Run in the order of their names; a released migration is never changed, only followed. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-start': start,
  '0002-lists': lists,
  '0003-places': places,
  '0004-region-facts': regionFacts,
  '0005-disclosure': disclosure,
  '0006-honours': honours,
  '0007-supply': supply,
}

/**
 * Brings the tables to the present form, all or nothing. Several processes may start at once: one migrates,
 * the others wait. Throws the first migration's error.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('数据库表结构升级失败', { cause: error })
}
