import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Clusters, ClusterStory } from '@contract/clusters'
import type { EnterpriseDetail, EnterprisePage } from '@contract/enterprises'
import type { FigureCard } from '@contract/figures'
import type { IndustryCluster, IndustryClusterProfile } from '@contract/industryClusters'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { asVisitor, LOCAL_PRINCIPAL } from '@server/source/principal'
import { apiOf, CNC, LIAONING, VIEW, type Api } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs, HOST_KINDS } from '../drivers/hosts'
import { clusterDraft } from '../fixtures/industryClusters'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv, firms, registerCsv } from '../fixtures/registers'
import { visitorQuestions } from '../fixtures/visitorRoutes'

/** Some trades have one or two enterprises in a county, whose sums must not give them away. */
const COUNT = 160
const revenueOf = (serial: number) => `${87_000 + serial * 13}.${String(3200 + serial)}`
const FIRMS = firms(COUNT).map((firm, index) => ({ ...firm, inScope: '是', revenue: revenueOf(index + 1) }))
const [FIRST, SECOND] = [FIRMS[0]!, FIRMS[7]!]
const AMOUNT = '98765.4321'
const REASON = '该企业营收八亿七千万元，由我局认定'
/** Cut to two decimals, as screens and cards would print them. */
const SECRETS = [...FIRMS.map(({ revenue }) => revenue), AMOUNT, REASON].map((value) =>
  value.replace(/(\.\d\d)\d+$/u, '$1'),
)

async function textOf(response: Response): Promise<string> {
  const isWorkbook = response.headers.get('content-type')?.includes('spreadsheetml') && response.ok
  return isWorkbook ? JSON.stringify(await readWorkbook(await response.blob())) : response.text()
}

function suite(product: Product) {
  let visitor: Api
  let cluster = ''
  let batch = ''

  beforeAll(async () => {
    const { api, host } = product
    batch = (await api.importFile(registerCsv(FIRMS))).id
    const leader = [FIRST.name, FIRST.code, '数控机床']
    await api.importFile(csv([['企业名称', '统一社会信用代码', '产业链'], leader]), { kind: 'leaders' })
    const link = [SECOND.name, SECOND.code, FIRST.name, FIRST.code, '铸件', '2025', AMOUNT]
    const headings = ['供应商名称', '供应商信用代码', '采购商名称', '采购商信用代码', '产品', '年份', '金额（万元）']
    await api.importFile(csv([headings, link]), { kind: 'links' })
    await api.post('/memberships', {
      dataset: 'real',
      creditCode: FIRST.code,
      chain: CNC,
      node: 'cnc-lathe',
      action: 'include',
      reason: REASON,
    })
    await sql`update enterprise set lng = 123.4, lat = 41.8, crs = 'CGCS2000'`.execute(host.context.db)
    cluster = (await api.post<IndustryCluster>('/industry-clusters', clusterDraft())).id
    visitor = apiOf(appAs(host, asVisitor(LOCAL_PRINCIPAL)))
  })

  it('no route of the interface says what a single enterprise reported', async () => {
    const questions = visitorQuestions({ cluster, batch, enterprise: FIRST.code })
    for (const question of questions) {
      const answer = await visitor.send('GET', question)
      expect([200, 204, 403, 404], question).toContain(answer.status)
      const text = await textOf(answer)
      expect(
        SECRETS.filter((secret) => text.includes(secret)),
        question,
      ).toEqual([])
    }
  })

  it('while staff are told by the same questions', async () => {
    const { rows } = await product.api.enterprises({ limit: 200 })
    expect(rows.map(({ revenueWan }) => Number(revenueWan)).sort((a, b) => b - a)).toEqual(
      rows.map(({ revenueWan }) => Number(revenueWan)),
    )
    const book = await textOf(await product.api.send('GET', `/enterprises/export.xlsx?region=${LIAONING}`))
    expect(book).toContain(FIRST.revenue)
  })

  describe('the list of enterprises', () => {
    const names = (page: EnterprisePage) => page.rows.map(({ name }) => name)

    it('comes by name, and an order by revenue is refused, here and in the workbook', async () => {
      expect(names(await visitor.enterprises())).toEqual(names(await visitor.enterprises({ sort: 'name' })))
      for (const route of ['/enterprises', '/enterprises/export.xlsx'])
        expect(await visitor.refusal('GET', `${route}?region=${LIAONING}&sort=revenue`)).toMatchObject({
          status: 403,
          problem: { field: 'sort' },
        })
    })

    it('walks page by page, and takes no place in an order by revenue', async () => {
      const { total, rows } = await visitor.allEnterprises({ limit: 50, chain: undefined })
      expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(total)
      const { nextCursor } = await product.api.enterprises({ limit: 3 })
      const page = await visitor.enterprises({ limit: 3, cursor: nextCursor ?? '' })
      expect(page.rows.every(({ revenueWan }) => revenueWan === null)).toBe(true)
    })

    it('says 不公开 in the workbook', async () => {
      const answer = await visitor.send('GET', `/enterprises/export.xlsx?region=${LIAONING}`)
      expect(await textOf(answer)).toContain('不公开')
    })
  })

  it('an enterprise shows who and where it is, not what it reported or in which file', async () => {
    const { facts, history, name } = await visitor.get<EnterpriseDetail>(`/enterprises/${FIRST.code}`)
    expect({ facts, name }).toEqual({ facts: [], name: FIRST.name })
    expect(history).toMatchObject([{ provider: '虚构局', fileName: null, row: null }])
  })

  it('those named first are 链主 or come by name', async () => {
    const story = await visitor.get<ClusterStory>('/clusters/story', VIEW)
    expect(story.topEnterprises).toEqual([{ creditCode: FIRST.code, name: FIRST.name, revenueWan: null, leader: true }])
    const { topEnterprises } = await visitor.get<IndustryClusterProfile>(`/industry-clusters/${cluster}`)
    const [, ...others] = topEnterprises.map(({ name }) => name)
    const firstName = product.host.database.kind === 'embedded' ? [...others].sort() : others
    expect(others).toEqual(firstName)
    expect(topEnterprises.every(({ revenueWan }) => revenueWan === null)).toBe(true)
  })

  it('the card of a sum holds one line for all enterprises, and single enterprises have no card', async () => {
    const { regions } = await product.api.get<Clusters>('/clusters', { ...VIEW, level: 'county' })
    const open = regions.find(({ figures }) => figures.revenueWan !== null && figures.revenueSuppressed === null)
    const ref = `revenue.${open?.code}.${CNC}.chain._.all.2025.current.real._`
    const own = await product.api.get<FigureCard>('/figures/card', { ref })
    const card = await visitor.get<FigureCard>('/figures/card', { ref })
    expect(own.value).not.toBeNull()
    expect(card.value).toBe(own.value)
    expect(card.inputs).toMatchObject([{ value: null, ref: null, withheld: true }])
    expect(card.formula.numbers).toBeNull()
    expect(card.sources).toMatchObject([{ provider: '虚构局', fileName: null, publishedBy: null }])
    const single = `revenue.${LIAONING}._.enterprise.${FIRST.code}.all.2025.current.real._`
    expect(await visitor.refusal('GET', `/figures/card?ref=${single}`)).toMatchObject({
      status: 403,
      problem: { field: 'ref' },
    })
  })

  it('answers have tags of their own, and say that they depend on the cookie', async () => {
    for (const path of [`/panorama?region=${LIAONING}&chain=${CNC}`, `/points/summary?region=${LIAONING}`]) {
      const [staff, guest] = [await product.api.send('GET', path), await visitor.send('GET', path)]
      expect(guest.headers.get('etag')).not.toBe(staff.headers.get('etag'))
      expect(guest.headers.get('vary')).toContain('Cookie')
      const known = { 'if-none-match': staff.headers.get('etag') ?? '' }
      expect((await visitor.send('GET', path, undefined, known)).status).toBe(200)
      expect((await product.api.send('GET', path, undefined, known)).status).toBe(304)
    }
  })
}

// Sums are guarded by the rule of suppression, for everyone; without it a sum over one enterprise is that enterprise.
describeApi('to a visitor', suite, HOST_KINDS, { disclosure: DEFAULT_RULE })
