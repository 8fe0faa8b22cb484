import { parentPort } from 'node:worker_threads'
import { DatabaseQueryError, type LinkResult, type QueryFault, type QueryLink } from '../link'
import { pgliteLink } from '../pgliteEngine'
import { fsyncCount, openDurable } from './durableNodeFs'

/** What the main thread may ask of the thread that owns the database files; `open` comes first. */
export type EngineRequest =
  | { kind: 'open'; folder: string }
  | { kind: 'query'; sql: string; parameters: readonly unknown[] }
  | { kind: 'fsyncCount' }
  | { kind: 'close' }

export type EngineReply = { result: LinkResult } | { fault: QueryFault }

const NOTHING: LinkResult = { rows: [], affected: 0 }

/** Nothing but this thread writes checkpoints: a single-process engine has no background writer. */
const CHECKPOINT_BYTES = 256 * 1024 * 1024
const STATEMENTS_BETWEEN_LOOKS = 256
const WAL_BYTES = 'select pg_current_wal_insert_lsn() - redo_lsn as bytes from pg_control_checkpoint()'

let link: QueryLink | null = null
let statements = 0

/** Keeps the log short, and with it the disk use and the recovery after a crash. */
async function tidyLog(open: QueryLink): Promise<void> {
  statements += 1
  if (statements % STATEMENTS_BETWEEN_LOOKS !== 0) return
  const { rows } = await open.query(WAL_BYTES, [])
  if (Number(rows[0]?.['bytes']) > CHECKPOINT_BYTES) await open.query('checkpoint', [])
}

async function perform(request: EngineRequest): Promise<LinkResult> {
  if (request.kind === 'open') link = pgliteLink(await openDurable(request.folder))
  if (request.kind === 'close') await link?.close()
  if (request.kind === 'fsyncCount') return { rows: [{ count: fsyncCount() }], affected: 0 }
  return request.kind === 'query' && link ? link.query(request.sql, request.parameters) : NOTHING
}

/** Errors lose their own fields between threads, so the fields travel as plain data. */
function faultOf(error: unknown): QueryFault {
  if (!(error instanceof DatabaseQueryError)) return { message: error instanceof Error ? error.message : String(error) }
  const { message, code, detail, constraint, table, column } = error
  return { message, code, detail, constraint, table, column }
}

parentPort?.on('message', (request: EngineRequest) => {
  const reply = (answer: EngineReply) => parentPort?.postMessage(answer)
  perform(request)
    .then(
      (result) => reply({ result }),
      (error: unknown) => reply({ fault: faultOf(error) }),
    )
    // In a failed transaction the log cannot be looked at; the next look will do.
    .then(() => (request.kind === 'query' && link ? tidyLog(link).catch(() => undefined) : undefined))
})
