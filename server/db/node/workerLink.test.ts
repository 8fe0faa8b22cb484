import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseTimeoutError } from '../link'
import { pgliteDialect } from '../pgliteDialect'
import { WorkerLink } from './workerLink'

interface Tables {
  note: { id: number }
}

const endless = sql`select count(*) from generate_series(1, 300000000)`

describe('the embedded database in its thread', { timeout: 120_000 }, () => {
  let folder: string
  let link: WorkerLink
  let db: Kysely<Tables>

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'db-'))
    link = new WorkerLink({ folder: path.join(folder, 'pg') })
    db = new Kysely<Tables>({ dialect: pgliteDialect(link) })
    await sql`create table note (id int primary key)`.execute(db)
  }, 120_000)

  beforeEach(async () => {
    await db.deleteFrom('note').execute()
    await db.insertInto('note').values({ id: 1 }).execute()
  })

  afterAll(async () => {
    await db.destroy()
    fs.rmSync(folder, { recursive: true })
  })

  const ids = async () => (await db.selectFrom('note').select('id').orderBy('id').execute()).map((row) => row.id)

  it('forces every commit to disk', async () => {
    const commits = 5
    const before = await link.fsyncCount()
    for (let id = 2; id < 2 + commits; id += 1) await db.insertInto('note').values({ id }).execute()
    expect((await link.fsyncCount()) - before).toBeGreaterThanOrEqual(commits)
  })

  it('stops a statement at its deadline, keeps what was committed and answers the next one', async () => {
    link.deadlineMs = 200
    await expect(endless.execute(db)).rejects.toBeInstanceOf(DatabaseTimeoutError)
    link.deadlineMs = 60_000
    expect(await ids()).toEqual([1])
  })

  it('refuses a statement that was waiting behind the stopped one', async () => {
    link.deadlineMs = 200
    const stopped = link.query('select count(*) from generate_series(1, 300000000)', [])
    const waiting = link.query('insert into note values (9)', [])
    await expect(stopped).rejects.toBeInstanceOf(DatabaseTimeoutError)
    await expect(waiting).rejects.toBeInstanceOf(DatabaseTimeoutError)
    link.deadlineMs = 60_000
    expect(await ids()).toEqual([1])
  })

  it('keeps nothing of a transaction whose statement was stopped, even if the caller carries on', async () => {
    const transaction = db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ id: 2 }).execute()
      link.deadlineMs = 200
      await endless.execute(trx).catch(() => undefined)
      link.deadlineMs = 60_000
      await trx.insertInto('note').values({ id: 3 }).execute()
    })
    await expect(transaction).rejects.toThrow('事务已撤销')
    expect(await ids()).toEqual([1])
  })

  it('repeats a creation that was cut short', async () => {
    const cutShort = path.join(folder, 'second')
    fs.mkdirSync(`${cutShort}.new/base`, { recursive: true })
    const second = new WorkerLink({ folder: cutShort })
    expect((await second.query('select 1 as one', [])).rows).toEqual([{ one: 1 }])
    await second.close()
    expect(fs.readdirSync(folder).sort()).toEqual(['pg', 'second'])
  })
})
