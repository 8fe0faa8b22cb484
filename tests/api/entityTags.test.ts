import { sql, type KyselyPlugin } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { IndustryCluster } from '@contract/industryClusters'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { apiOf, CNC, LIAONING } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { clusterDraft, TIEXI, YUHONG } from '../fixtures/industryClusters'
import { firms, registerCsv } from '../fixtures/registers'

/** The product to which something happens just before its `at`-th statement. */
function interrupted({ host }: Product, at: number, change: () => Promise<unknown>) {
  const seen = { statements: 0, change: Promise.resolve() as Promise<unknown> }
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      seen.statements += 1
      if (seen.statements === at) seen.change = change()
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const context = { ...host.context, db: host.context.db.withPlugin(plugin) }
  return { api: apiOf(appAs({ ...host, context }, LOCAL_PRINCIPAL)), seen }
}

describeApi('the entity tag of an answer', (product) => {
  let cluster = ''
  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(20)))
    cluster = (await product.api.post<IndustryCluster>('/industry-clusters', clusterDraft())).id
  })

  const publication = () =>
    product.host.context.db.transaction().execute(async (trx) => {
      await sql`update aggregate set enterprises = enterprises + 1`.execute(trx)
      await sql`update data_version set version = version + 1`.execute(trx)
    })
  let edits = 0
  const edit = () => {
    edits += 1
    const name = `第${edits}次改名的集群`
    return sql`update industry_cluster set name = ${name}, revision = revision + 1`.execute(product.host.context.db)
  }

  const view = `region=${LIAONING}&chain=${CNC}`
  it.each([
    ['a publication', `/panorama?${view}`, publication],
    ['a publication', `/clusters?${view}`, publication],
    ['a publication', `/clusters?region=100000&chain=${CNC}`, publication],
    ['a publication', `/clusters/story?region=${TIEXI}&chain=${CNC}`, publication],
    ['a publication', `/clusters/compare?regions=${TIEXI},${YUHONG}&chain=${CNC}`, publication],
    ['a publication', `/clusters/peers?region=${TIEXI}&rule=same-city&chain=${CNC}`, publication],
    ['a publication', `/industry-clusters?region=${LIAONING}`, publication],
    ['an edit', `/industry-clusters?region=${LIAONING}`, edit],
    ['an edit', '/industry-clusters/{id}', edit],
  ])('never stands for what %s changed while it was read: %s', async (_what, path, change) => {
    const route = path.replace('{id}', cluster)
    const whole = interrupted(product, Infinity, change)
    await whole.api.send('GET', route)
    for (let at = 1; at <= whole.seen.statements; at += 1) {
      const reading = interrupted(product, at, change)
      const answer = await reading.api.send('GET', route)
      const read = await answer.text()
      await reading.seen.change
      const known = { 'if-none-match': answer.headers.get('etag') ?? '' }
      const { status } = await product.api.send('GET', route, undefined, known)
      const now = await (await product.api.send('GET', route)).text()
      if (status === 304) expect(read, `changed before statement ${at}`).toBe(now)
    }
  })

  it('holds for a day where titles may run out, for good once the period is over', async () => {
    const on = (day: string) => ({ ...product.host.context, now: () => new Date(`${day}T03:00:00Z`) })
    const tag = async (period: string, day: string) => {
      const api = apiOf(appAs({ ...product.host, context: on(day) }, LOCAL_PRINCIPAL))
      return (await api.send('GET', `/industry-clusters?region=${LIAONING}&period=${period}`)).headers.get('etag')
    }
    expect(await tag('2026', '2026-03-02')).not.toBe(await tag('2026', '2026-03-01'))
    expect(await tag('2025', '2026-03-02')).toBe(await tag('2025', '2026-03-01'))
  })
})
