import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { openDatabase, type OpenDatabase } from '../../server/db/node/open'
import { pgliteDialect } from '../../server/db/pgliteDialect'
import { pgliteLink } from '../../server/db/pgliteEngine'
import { writeBatches } from './batches'

/**
 * A server to be killed: writes batches into the data folder named as its first argument until it dies.
 * With `unsynced` it works on the engine as published, to show that a test can see a loss at all.
 */
const [dataDir = '', mode] = process.argv.slice(2)

async function openUnsynced(): Promise<OpenDatabase['db']> {
  return new Kysely({ dialect: pgliteDialect(pgliteLink(await PGlite.create(`${dataDir}/pg`))) })
}

const db = mode === 'unsynced' ? await openUnsynced() : (await openDatabase({ dataDir })).db
await writeBatches(db, (line) => process.stdout.write(`${line}\n`))
