import { openDatabase } from '../../server/db/node/open'
import { writeBatches } from './batches'

/** A server to be killed: writes batches into the data folder named as its argument until it dies. */
const { db } = await openDatabase({ dataDir: process.argv[2] ?? '' })
await writeBatches(db, (line) => process.stdout.write(`${line}\n`))
