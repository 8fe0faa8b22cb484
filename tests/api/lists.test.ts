import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Batch } from '@contract/batches'
import type { EnterpriseDetail } from '@contract/enterprises'
import type { Coverage } from '@contract/regions'
import { LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const honourRows = [
  ['企业名称', '统一社会信用代码', '荣誉名称', '级别', '批次', '有效期起', '有效期止'],
  [firm(1).name, fictionalCode(1), '专精特新“小巨人”企业', '国家', '第五批', '2023-07-01', '2126-06-30'],
  [firm(2).name, fictionalCode(2), '专精特新中小企业', '省', '', '2015-01-01', '2018-12-31'],
  [firm(9).name, fictionalCode(9), '瞪羚企业', '省', '', '', ''],
  [firm(3).name, '', '制造业单项冠军', '国家', '', '', ''],
]
const leaderRows = [
  ['企业名称', '统一社会信用代码', '产业链', '环节', '年份'],
  [firm(1).name, fictionalCode(1), '数控机床', '', '2025'],
  [firm(4).name, fictionalCode(4), '数控机床', '铸铁件', '2025'],
]
const linkRows = [
  ['供应商名称', '供应商信用代码', '采购商名称', '采购商信用代码', '产品', '年份', '金额（万元）', '依据'],
  [firm(4).name, fictionalCode(4), firm(1).name, fictionalCode(1), '床身铸件', '2025', '320.5', '购销合同'],
  [firm(1).name, fictionalCode(1), firm(1).name, fictionalCode(1), '车床', '2025', '', '自购'],
]

describeApi('a list beside the register', (product) => {
  let honours: Batch
  let leaders: Batch

  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(12)))
  })

  it('of honours is unknown until it is published, then counted where valid', async () => {
    const { api } = product
    expect((await api.panorama()).figures.honoured).toBeNull()
    honours = await api.stage(csv(honourRows), { kind: 'honours' })
    expect(honours.counts).toMatchObject({ rows: 4, accepted: 3, quarantined: 1 })
    await api.publish(honours.id)
    expect((await api.panorama()).figures.honoured).toBe(2)
    const held = async (honour: string) =>
      (await api.allEnterprises({ chain: undefined, honour })).rows.map(({ name }) => name)
    expect((await held('any')).sort()).toEqual([firm(1).name, firm(9).name].sort())
    expect(await held('little-giant')).toEqual([firm(1).name])
    expect(await held('specialised')).toEqual([])
    expect(await held('gazelle')).toEqual([firm(9).name])
    const { honours: shown } = await api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(2)}`)
    expect(shown).toMatchObject([{ programme: '专精特新中小企业', valid: false }])
  })

  it('of leaders names them at the node of the list, or at their own nodes', async () => {
    const { api } = product
    leaders = await api.importFile(csv(leaderRows), { kind: 'leaders' })
    const { nodes, figures } = await api.panorama()
    const at = (id: string) => nodes.find((node) => node.id === id)?.leaders.map(({ name }) => name) ?? []
    expect(at('iron-casting')).toEqual([firm(4).name])
    expect(at('cnc-lathe')).toEqual([firm(1).name])
    expect(figures.leaders).toBe(2)
    expect((await api.allEnterprises({ leader: 'yes' })).rows.map(({ name }) => name).sort()).toEqual(
      [firm(1).name, firm(4).name].sort(),
    )
  })

  it('of supply links keeps who delivers what to whom, and refuses a link to oneself', async () => {
    const { api, host } = product
    const links = await api.stage(csv(linkRows), { kind: 'links' })
    expect(links.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
    await api.publish(links.id)
    const { rows } = await sql<Record<string, string>>`
      select supplier, buyer, product, period, amount_wan from supply_link`.execute(host.context.db)
    expect(rows).toMatchObject([
      { supplier: fictionalCode(4), buyer: fictionalCode(1), product: '床身铸件', period: '2025' },
    ])
    expect(Number(rows[0]?.['amount_wan'])).toBe(320.5)
    await api.post<Batch>(`/batches/${links.id}/withdraw`)
    expect((await sql`select 1 from supply_link`.execute(host.context.db)).rows).toEqual([])
  })

  it('is gone with everything it said when it is withdrawn', async () => {
    const { api } = product
    await api.post<Batch>(`/batches/${honours.id}/withdraw`)
    await api.post<Batch>(`/batches/${leaders.id}/withdraw`)
    const { figures, nodes } = await api.panorama()
    expect(figures).toMatchObject({ honoured: null, leaders: null })
    expect(nodes.every((node) => node.leaders.length === 0)).toBe(true)
  })

  describe('with demonstration data beside it', () => {
    it('never mixes with them', async () => {
      const { api } = product
      const real = await api.panorama({ dataset: 'real' })
      await api.importFile(registerCsv([...firms(5), ...firms(7, 500)]), { dataClass: 'demo' })
      await api.importFile(csv(honourRows), { kind: 'honours', dataClass: 'demo' })
      expect(await api.panorama({ dataset: 'real' })).toEqual(real)
      expect(await api.panorama()).toEqual(real)
      const demo = await api.panorama({ dataset: 'demo' })
      expect(demo.linkRate.enterprises).toBe(12)
      expect(demo.figures.honoured).not.toBeNull()
      expect((await api.allEnterprises({ chain: undefined, dataset: 'demo' })).total).toBe(12)
      expect((await api.refusal('GET', `/enterprises/${fictionalCode(501)}?dataset=real`)).status).toBe(404)
      expect(await api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(501)}`, { dataset: 'demo' })).toMatchObject({
        dataset: 'demo',
      })
    })

    it('tells what each dataset covers, and prefers real data', async () => {
      const coverage = await product.api.get<Coverage>(`/regions/${LIAONING}/coverage`)
      expect(coverage.preferred).toBe('real')
      expect(coverage.datasets).toMatchObject([
        { dataset: 'real', enterprises: 12, periods: ['2025'] },
        { dataset: 'demo', enterprises: 12, periods: ['2025'] },
      ])
    })

    it('shows them where a province has no real data', async () => {
      const { api } = product
      expect(await api.get<Coverage>('/regions/500000/coverage')).toMatchObject({ preferred: null, datasets: [] })
      const file = registerCsv([firm(600, { city: '', county: '渝中区' })])
      await api.importFile(file, { province: '500000', dataClass: 'demo' })
      expect((await api.panorama({ region: '500000' })).view.dataset).toBe('demo')
      expect((await api.panorama()).view.dataset).toBe('real')
    })
  })
})
