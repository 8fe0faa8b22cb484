import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type Listening } from '@server/node/listen'
import { apiOf } from '../drivers/api'
import { openTestHost, silent, type TestHost } from '../drivers/hosts'
import { firms, registerCsv } from '../fixtures/registers'
import { runConformance, type Verdict } from './runConformance'

const violationsOf = (verdicts: readonly Verdict[]) => verdicts.flatMap(({ violation }) => violation ?? [])

describe('the conformance run', () => {
  let host: TestHost
  let server: Listening
  beforeAll(async () => {
    host = await openTestHost('embedded')
    await apiOf(host.app).importFile(registerCsv(firms(70)))
    server = await listen(host.app, { host: '127.0.0.1', port: 0 }, silent)
  })
  afterAll(async () => {
    await server.close()
    await host.close()
  })

  it('finds nothing against our own server', async () => {
    const verdicts = await runConformance(server.address, () => undefined)
    expect(violationsOf(verdicts)).toEqual([])
    expect(verdicts.length).toBeGreaterThan(25)
  })

  describe('names what a server does wrong', () => {
    let wrong: ServerType
    let address = ''
    /** Our own answers, spoilt on the way. */
    const stub = new Hono().all('*', async (c) => {
      const url = new URL(c.req.url)
      if (url.searchParams.has('colour')) url.searchParams.delete('colour')
      const answer = await host.app.request(`${url.pathname}${url.search}`)
      const type = answer.headers.get('content-type') ?? ''
      if (!type.includes('json')) return answer
      const text = await answer.text()
      const spoilt = url.searchParams.has('node')
        ? text.replace(/"total":\d+/u, '"total":1')
        : url.searchParams.has('scope')
          ? text.replaceAll('"revenueWan":null', '"revenueWan":0')
          : text
      return c.body(spoilt, url.pathname.endsWith('/version') ? 418 : (answer.status as 200), {
        'content-type': type.replace('problem+json', 'json'),
      })
    })
    beforeAll(async () => {
      address = await new Promise<string>((resolve) => {
        wrong = serve({ fetch: stub.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
          resolve(`http://127.0.0.1:${port}/`),
        )
      })
    })
    afterAll(() => new Promise((resolve) => void wrong.close(resolve)))

    it('answer by answer', async () => {
      const violations = violationsOf(await runConformance(address, () => undefined)).join('\n')
      expect(violations).toMatch(/\/panorama.*revenueWan must be/u)
      expect(violations).toContain('状态应为 200，实为 418')
      expect(violations).toContain('colour=red：状态应为 400，实为 200')
      expect(violations).toContain('内容类型应为 application/problem+json')
      expect(violations).toMatch(/node [a-z-]+：图谱 \d+ 家，清单 1 家/u)
      expect(violations).toContain('没有 ETag')
    })

    it('and says so when there is nobody at the address', async () => {
      const verdicts = await runConformance('http://127.0.0.1:9/', () => undefined)
      expect(violationsOf(verdicts).join()).toContain('没有回答')
    })
  })
})
