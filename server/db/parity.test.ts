import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql, type RawBuilder } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { startPostgres, type RunningPostgres } from '../../tests/drivers/postgres'
import type { QueryFault } from './link'
import { migrate } from './migrate'
import { pgliteDialect } from './pgliteDialect'
import { pgliteLink } from './pgliteEngine'
import { PortableDialect } from './portableDialect'
import type { Schema } from './schema'

type Database = Kysely<Record<string, never>>

const companies = JSON.stringify([
  { id: 'a', name: '𠅤华机床"厂\\', revenue: '12345678901234567890.12', staff: 7, tags: ['甲', '乙,丙'] },
  { id: 'b', name: null, revenue: null, staff: null, tags: null },
])
const company = sql`json_populate_recordset(null::company, ${companies}::json)`

const questions: Record<string, RawBuilder<unknown>> = {
  'whole numbers': sql`select 1::int2 a, 2::int4 b, 9007199254740993::int8 c, count(*) d, sum(1) e`,
  'decimal and floating numbers': sql`select 1.50::numeric a, avg(2) b, 0.1::float8 c, 'NaN'::float8 d`,
  'truth, text and nothing': sql`select true a, false b, null::bool c, '𠅤'::text d, 'x'::varchar(3) e`,
  arrays: sql`select array['甲', null, 'a,b', 'c"\\'] a, array[1, 2] b, array[1::int8] c, array[1.5] d, '{}'::text[] e`,
  documents: sql`select '{"a":[1,null,"𠅤"]}'::json a, '{"b":1.5}'::jsonb b, json_agg(n) c from (values (1), (2)) t(n)`,
  dates: sql`select date '2024-02-29' a, timestamp '2024-01-02 03:04:05.678' b, timestamptz '2024-01-02 03:04:05+08' c`,
  'a parameter of every kind': sql`select ${null}::text a, ${true}::bool b, ${3}::int c, ${1.25}::numeric d, ${'𠅤'}::text e`,
  'text arrays as parameters': sql`select unnest(${['甲', 'a,"b\\', '', 'NULL']}::text[]) a`,
  'number arrays as parameters': sql`select unnest(${['1.10', '12345678901234567890']}::numeric[]) a, unnest(${[1, 2]}::int[]) b`,
  'arrays with gaps': sql`select ${['a', null]}::text[] a, ${[]}::text[] b, 'a' = any(${['a', 'b']}::text[]) c`,
  'records out of one document': sql`select id, name, revenue, staff, tags from ${company} order by id`,
  'a long document': sql`select length(${JSON.stringify('企'.repeat(2_000_000))}::json #>> '{}') a`,
  'twice the same column name': sql`select 1 a, 2 a`,
  'no rows': sql`select 1 a where false`,
}

const faults: Record<string, RawBuilder<unknown>> = {
  'a duplicate key': sql`insert into company (id) values ('z'), ('z')`,
  'a missing table': sql`select * from nowhere`,
  'a bad number': sql`select ${'x'}::int`,
}

describe('the embedded engine and a PostgreSQL server', { timeout: 120_000 }, () => {
  let server: RunningPostgres | undefined
  let missing = ''
  let databases: [embedded: Database, server: Database] | undefined

  beforeAll(async () => {
    const started = await startPostgres()
    if ('missing' in started) return void (missing = started.missing)
    server = started
    databases = [
      new Kysely({ dialect: pgliteDialect(pgliteLink(await PGlite.create())) }),
      new Kysely({ dialect: new PortableDialect({ pool: new pg.Pool({ connectionString: server.url, max: 2 }) }) }),
    ]
    for (const db of databases)
      await sql`create table company (id text primary key, name text, revenue numeric, staff int, tags text[])`.execute(
        db,
      )
  }, 120_000)

  afterAll(async () => {
    for (const db of databases ?? []) await db.destroy()
    await server?.stop()
  })

  const both = (context: TestContext) => databases ?? context.skip(missing)

  it.for(Object.entries(questions))('answer %s alike, type by type', async ([, question], context) => {
    const [embedded, server] = both(context)
    expect((await question.execute(embedded)).rows).toStrictEqual((await question.execute(server)).rows)
  })

  it.for(Object.entries(faults))('refuse %s with the same code and constraint', async ([, question], context) => {
    const [embedded, server] = both(context)
    expect(await faultOf(question, embedded)).toEqual(await faultOf(question, server))
  })

  it('count changed rows alike', async (context) => {
    for (const db of both(context)) {
      await sql`insert into company (id) values ('1'), ('2'), ('3')`.execute(db)
      const { numAffectedRows } = await sql`update company set name = 'x' where id > ${'1'}`.execute(db)
      expect(numAffectedRows).toBe(2n)
    }
  })

  it('migrate once when several processes start at the same moment', async (context) => {
    both(context)
    const dialect = () => new PortableDialect({ pool: new pg.Pool({ connectionString: server?.url, max: 2 }) })
    const starting = Array.from({ length: 4 }, () => new Kysely<Schema>({ dialect: dialect() }))
    await Promise.all(starting.map((db) => migrate(db)))
    const { rows } = await sql`select name from kysely_migration where name = '0001-start'`.execute(starting[0]!)
    expect(rows).toHaveLength(1)
    for (const db of starting) await db.destroy()
  })
})

async function faultOf(question: RawBuilder<unknown>, db: Database): Promise<QueryFault | null> {
  try {
    await question.execute(db)
    return null
  } catch (error) {
    const { code, constraint, message } = error as QueryFault
    return { code, constraint, message }
  }
}
