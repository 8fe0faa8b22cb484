import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseLostError, DatabaseTimeoutError, type QueryLink } from './link'
import { pgliteDialect } from './pgliteDialect'
import { pgliteLink } from './pgliteEngine'

interface Tables {
  note: { id: number }
}

/** Resolves from outside: lets a test decide when a transaction may go on. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

describe('the single embedded connection', { timeout: 60_000 }, () => {
  let link: QueryLink & { session: number }
  let db: Kysely<Tables>

  beforeAll(async () => {
    link = { ...pgliteLink(await PGlite.create()), session: 0 }
    db = new Kysely<Tables>({ dialect: pgliteDialect(link) })
    await sql`create table note (id int primary key)`.execute(db)
  }, 60_000)

  beforeEach(async () => void (await db.deleteFrom('note').execute()))
  afterAll(() => db.destroy())

  const add = (to: Kysely<Tables>, id: number) => to.insertInto('note').values({ id }).execute()
  const ids = async () => (await db.selectFrom('note').select('id').orderBy('id').execute()).map((row) => row.id)

  it('keeps nothing of a transaction that failed', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await add(trx, 1)
      await add(trx, 1)
    })
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'note_pkey' })
    expect(await ids()).toEqual([])
  })

  it('returns to a savepoint and keeps what came before it', async () => {
    const trx = await db.startTransaction().execute()
    await add(trx, 1)
    const afterFirst = await trx.savepoint('first').execute()
    await add(afterFirst, 2)
    await (await afterFirst.rollbackToSavepoint('first').execute()).commit().execute()
    expect(await ids()).toEqual([1])
  })

  it('lets others wait for a running transaction and then serves them in order', async () => {
    const { open, opened } = gate()
    const order: string[] = []
    const transaction = db.transaction().execute(async (trx) => {
      await add(trx, 1)
      await opened
      await add(trx, 2)
      order.push('transaction')
    })
    const waiting = ['first', 'second', 'third'].map((name) => ids().then((seen) => order.push(`${name} saw ${seen}`)))
    open()
    await Promise.all([transaction, ...waiting])
    expect(order).toEqual(['transaction', 'first saw 1,2', 'second saw 1,2', 'third saw 1,2'])
  })

  it('refuses a request that waited too long for a transaction to end, and serves the next one', async () => {
    const impatient = new Kysely<Tables>({ dialect: pgliteDialect(link, 1) })
    await impatient.transaction().execute(async () => {
      await expect(add(impatient, 1)).rejects.toBeInstanceOf(DatabaseTimeoutError)
    })
    await add(impatient, 2)
    expect(await ids()).toEqual([2])
  })

  it('does not go on with a transaction on an engine that was opened anew in between', async () => {
    const transaction = db.transaction().execute(async (trx) => {
      await add(trx, 1)
      await sql`rollback`.execute(trx)
      link.session += 1
      await add(trx, 2)
    })
    await expect(transaction).rejects.toBeInstanceOf(DatabaseLostError)
    expect(await ids()).toEqual([])
  })
})
