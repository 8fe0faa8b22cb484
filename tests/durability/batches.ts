import { sql } from 'kysely'
import type { OpenDatabase } from '../../server/db/node/open'

type Database = OpenDatabase['db']

const ROWS = 20

/** What became of the batches after a crash. */
export interface BatchReport {
  batches: number
  /** Acknowledged, yet not there. */
  lost: number
  /** There, yet not with all of its rows. */
  torn: number
}

export async function createBatchTables(db: Database): Promise<void> {
  await sql`create table if not exists crash_batch (id int primary key, rows int not null)`.execute(db)
  await sql`create table if not exists crash_row (batch int, line int, note text, primary key (batch, line))`.execute(
    db,
  )
}

/** Commits numbered batches over two tables without end and says `ack <id>` once each is committed. */
export async function writeBatches(db: Database, say: (line: string) => void): Promise<never> {
  await createBatchTables(db)
  const { rows } = await sql<{ last: number }>`select coalesce(max(id), 0) as last from crash_batch`.execute(db)
  for (let id = (rows[0]?.last ?? 0) + 1; ; id += 1) {
    await db.transaction().execute(async (trx) => {
      await sql`insert into crash_batch values (${id}::int, ${ROWS}::int)`.execute(trx)
      say(`half ${id}`)
      await sql`insert into crash_row select ${id}::int, n, repeat(md5(n::text), 8) from generate_series(1, ${ROWS}::int) n`.execute(
        trx,
      )
    })
    say(`ack ${id}`)
    if (id % 25 === 0) await sql`checkpoint`.execute(db)
  }
}

export async function checkBatches(db: Database, acknowledged: number): Promise<BatchReport> {
  await createBatchTables(db)
  const { rows } = await sql<{ id: number; whole: boolean }>`
    select coalesce(b.id, r.batch) as id, coalesce(b.rows = r.lines, false) as whole
    from crash_batch b full join (select batch, count(*) as lines from crash_row group by batch) r on r.batch = b.id`.execute(
    db,
  )
  const present = new Set(rows.map((row) => row.id))
  const lost = Array.from({ length: acknowledged }, (_, index) => index + 1).filter((id) => !present.has(id)).length
  return { batches: present.size, lost, torn: rows.filter((row) => !row.whole).length }
}
