import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../tests/drivers/postgres'
import { FolderInUseError } from './folderLock'
import { openDatabase } from './open'

describe('opening the database', { timeout: 120_000 }, () => {
  let dataDir: string

  beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'open-'))))
  afterEach(() => fs.rmSync(dataDir, { recursive: true }))

  it('creates the embedded one, keeps its rows over a restart and lets nobody else in meanwhile', async () => {
    const first = await openDatabase({ dataDir })
    first.announce('http://127.0.0.1:8000')
    await sql`create table memo (text text)`.execute(first.db)
    await sql`insert into memo values ('𠅤')`.execute(first.db)
    await first.maintain()
    await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(FolderInUseError)
    await first.close()

    const second = await openDatabase({ dataDir })
    expect(second.kind).toBe('embedded')
    expect((await sql`select * from memo`.execute(second.db)).rows).toEqual([{ text: '𠅤' }])
    await second.close()
  })

  it('lets go of the folder when the database in it cannot be opened', async () => {
    fs.mkdirSync(path.join(dataDir, 'pg'))
    fs.writeFileSync(path.join(dataDir, 'pg', 'foreign.txt'), 'not a cluster')
    await expect(openDatabase({ dataDir })).rejects.toThrow('数据库无法打开')
    expect(fs.readdirSync(path.join(dataDir, 'running'))).toEqual([])
    expect(fs.readdirSync(path.join(dataDir, 'pg'))).toEqual(['foreign.txt'])
  })

  it('works on a PostgreSQL server when given its address', async (context) => {
    const server = await startPostgres()
    if ('missing' in server) return context.skip(server.missing)
    const { db, kind, maintain, close } = await openDatabase({ databaseUrl: server.url, dataDir })
    await maintain()
    const { rows } = await sql`select current_setting('statement_timeout') as deadline`.execute(db)
    expect({ kind, rows }).toEqual({ kind: 'postgresql', rows: [{ deadline: '1min' }] })
    await close()
    await server.stop()
    expect(fs.readdirSync(dataDir)).toEqual([])
  })
})
