import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { openHost } from '@server/node/host'
import { startPostgres } from './postgres'

/*
 * Before the tests of the api project: one PostgreSQL for all of them (each file takes a database of its own), and one
 * migrated data folder that embedded databases start as a copy of, since creating one takes seconds.
 */

export async function setup(): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  if ('missing' in postgres) process.stdout.write(`PostgreSQL 测试跳过：${postgres.missing}\n`)
  else process.env['TEST_DATABASE_URL'] = postgres.url
  const template = fs.mkdtempSync(path.join(os.tmpdir(), 'data-template-'))
  const host = await openHost({ dataDir: template, databaseUrl: undefined }, pino({ level: 'warn' }))
  await host.close()
  process.env['TEST_DATA_TEMPLATE'] = template
  return async () => {
    fs.rmSync(template, { recursive: true, force: true })
    if ('url' in postgres) await postgres.stop()
  }
}
