import fs from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import { apiOf, type Api } from '../drivers/api'
import { newDataFolder } from '../drivers/hosts'
import { running, startServer, type ServerProcess } from '../drivers/serverProcess'
import { firms, registerCsv } from '../fixtures/registers'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 6)
const ROWS = 2000

const apiAt = (server: ServerProcess): Api =>
  apiOf({ request: async (route, init) => server.request(String(route), init) })

describe('a server killed with SIGKILL while it publishes', () => {
  const folder = newDataFolder()
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  /** Which batches are in, and that every number of the product says so. */
  async function inspect(api: Api, ids: readonly string[]) {
    const states = await Promise.all(ids.map((id) => api.get<Batch>(`/batches/${id}`)))
    const published = states.filter(({ status }) => status === 'published').length
    expect(states.map(({ status }) => status)).toEqual(
      states.map(({ status }) => (status === 'published' ? status : 'staged')),
    )
    const panorama = await api.panorama()
    expect(panorama.linkRate.enterprises).toBe(published * ROWS)
    expect((await api.enterprises({ chain: undefined, limit: 1 })).total).toBe(published * ROWS)
    expect((await api.enterprises({ limit: 1 })).total).toBe(panorama.figures.enterprises)
    return published
  }

  it('has the batch whole or not at all', { timeout: 60_000 * (ROUNDS + 1) }, async () => {
    let server = running(await startServer(folder))
    let api = apiAt(server)
    const ids: string[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      ids.push((await api.stage(registerCsv(firms(ROWS, 1 + round * ROWS)))).id)
    }
    const begun = performance.now()
    await api.publish(ids[0] ?? '')
    const whole = performance.now() - begun
    const outcomes: number[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      const publishing = api.publish(ids[round] ?? '').catch(() => undefined)
      // Nothing outside tells how far a transaction is: the strokes are spread over the time that one takes.
      await after((whole * round) / (ROUNDS - 0.5))
      await server.end('SIGKILL')
      await publishing
      server = running(await startServer(folder))
      api = apiAt(server)
      outcomes.push(await inspect(api, ids))
    }
    expect(outcomes).toEqual([...outcomes].sort((a, b) => a - b))
    expect(await server.end('SIGTERM')).toBe(0)
  })
})

describe('two servers', () => {
  const folder = newDataFolder()
  let first: ServerProcess
  beforeAll(async () => {
    first = running(await startServer(folder))
  })
  afterAll(async () => {
    await first?.end('SIGKILL')
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('cannot work on one folder: the second is told who is there and where', async () => {
    const second = await startServer(folder)
    expect(second).toMatchObject({ code: 1 })
    expect('stderr' in second && second.stderr).toContain(first.url)
    expect((await first.request('/api/v1/health')).status).toBe(200)
  })

  it('follow each other: SIGTERM ends the first in order and frees the folder', async () => {
    await apiAt(first).importFile(registerCsv(firms(3)))
    expect(await first.end('SIGTERM')).toBe(0)
    first = running(await startServer(folder))
    expect((await apiAt(first).panorama()).linkRate.enterprises).toBe(3)
  })
})
