import { beforeAll, describe, expect, it } from 'vitest'
import type { EnterpriseRow } from '@contract/enterprises'
import type {
  ClusterCandidates,
  IndustryCluster,
  IndustryClusterList,
  IndustryClusterProfile,
} from '@contract/industryClusters'
import type { FigureCard } from '@contract/figures'
import { evaluate } from '@domain/figure/formulas'
import { CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { clusterFigures } from '../drivers/printedFigures'
import { clusterDraft, JINZHOU, registerOf2024, TIEXI, YUHONG } from '../fixtures/industryClusters'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const FIRMS = 112
const HERE = { region: LIAONING }
const revenueOf = (rows: readonly EnterpriseRow[]) => rows.reduce((sum, row) => sum + Number(row.revenueWan ?? 0), 0)

describeApi('the figures of an industry cluster', (product) => {
  let created: IndustryCluster
  const list = (query: Record<string, string> = {}) =>
    product.api.get<IndustryClusterList>('/industry-clusters', { ...HERE, ...query })
  const profile = (query: Record<string, string> = {}) =>
    product.api.get<IndustryClusterProfile>(`/industry-clusters/${created.id}`, query)
  const within = async (query: Record<string, string | undefined> = {}) => {
    const both = await Promise.all(
      [TIEXI, YUHONG].map((county) => product.api.allEnterprises({ county, limit: 200, ...query })),
    )
    return both.flatMap(({ rows }) => rows)
  }

  beforeAll(async () => {
    const { api } = product
    await api.importFile(registerOf2024(FIRMS), { period: '2024' })
    await api.importFile(registerCsv(firms(FIRMS)))
    created = await api.post<IndustryCluster>('/industry-clusters', clusterDraft())
  })

  it('are those of its enterprises: each counts once, and Σ of the counties is the cluster', async () => {
    const { card, counties } = await profile()
    const rows = await within()
    expect(card.figures.enterprises).toBe(rows.length)
    expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(rows.length)
    expect(Number(card.figures.revenueWan)).toBeCloseTo(revenueOf(rows), 2)
    expect(card.figures.revenueReporting).toBe(rows.filter(({ revenueWan }) => revenueWan !== null).length)
    expect(card.figures.aboveScale).toBe(rows.filter(({ inStatScope }) => inStatScope === true).length)
    expect(counties.map(({ code }) => code)).toEqual([TIEXI, YUHONG])
    expect(counties.reduce((sum, { figures }) => sum + figures.enterprises, 0)).toBe(rows.length)
    expect(counties.reduce((sum, { figures }) => sum + Number(figures.revenueWan ?? 0), 0)).toBeCloseTo(
      Number(card.figures.revenueWan),
      2,
    )
  })

  it('can be computed again from the inputs beside them', async () => {
    const { card } = await profile()
    const { concentration, quotient, growth, share } = card
    const all = await within({ chain: undefined })
    expect(Number(concentration.denominatorWan)).toBeCloseTo(revenueOf(all), 2)
    expect(Number(concentration.value)).toBeCloseTo(
      Number(concentration.numeratorWan) / Number(concentration.denominatorWan),
      4,
    )
    expect(concentration).toMatchObject({ denominatorScope: 'all', fault: null })
    const [part, whole, referencePart, referenceWhole] = [
      quotient.part,
      quotient.whole,
      quotient.referencePart,
      quotient.referenceWhole,
    ].map(Number) as [number, number, number, number]
    expect(Number(quotient.value)).toBeCloseTo(part / whole / (referencePart / referenceWhole), 1)
    expect(growth).toMatchObject({ value: '0.1111', beforePeriod: '2024', reason: null })
    expect(Number(share.revenue)).toBeCloseTo(Number(card.figures.revenueWan) / Number(share.provinceRevenueWan), 4)
    const province = await product.api.panorama()
    expect(share.provinceEnterprises).toBe(province.figures.enterprises)
  })

  it('open to cards whose inputs give them to the last digit, and open in turn', async () => {
    const { card } = await profile()
    const { chain, dataset } = card.cluster
    const look = { region: LIAONING, chain, scope: 'all', period: '2025', mode: 'current', dataset } as const
    for (const { ref, value } of await clusterFigures(product.api, look, created.id)) {
      const opened = await product.api.get<FigureCard>('/figures/card', { ref })
      const recomputed = evaluate(opened.formula.id, opened.inputs)
      expect({ ref, value: opened.value, recomputed }).toEqual({ ref, value, recomputed: value })
      for (const input of opened.inputs.filter((one) => one.ref !== null).slice(0, 2)) {
        const inner = await product.api.get<FigureCard>('/figures/card', { ref: input.ref ?? '' })
        expect({ input: input.ref, value: inner.value }).toEqual({ input: input.ref, value: input.value })
      }
    }
  })

  it('follow the scope asked for, the denominator too', async () => {
    const { card } = await profile({ scope: 'four' })
    const rows = await within({ scope: 'four' })
    expect(card.figures.enterprises).toBe(rows.length)
    expect(card.concentration.denominatorScope).toBe('four')
    expect(Number(card.concentration.denominatorWan)).toBeCloseTo(
      revenueOf(await within({ scope: 'four', chain: undefined })),
      2,
    )
  })

  it('give no growth where the year before is missing, and say why', async () => {
    const { card } = await profile({ period: '2024' })
    expect(card.growth).toMatchObject({ value: null, beforePeriod: '2023', reason: '缺上年同期营业收入' })
  })

  it('are those of one node when the cluster has one', async () => {
    const { api } = product
    const node = await api.post<IndustryCluster>(
      '/industry-clusters',
      clusterDraft({ name: '沈阳数控车床集群', node: 'cnc-lathe' }),
    )
    expect(node.nodeName).not.toBeNull()
    const { clusters } = await list()
    const card = clusters.find(({ cluster }) => cluster.id === node.id)
    expect(card?.figures.enterprises).toBe((await within({ node: 'cnc-lathe' })).length)
    await api.send('DELETE', `/industry-clusters/${node.id}`)
  })

  it('say 未报送 and 未导入 as null, and leave the stars that need them undecided', async () => {
    const { card, communities } = await profile({ period: '2020' })
    expect(card).toMatchObject({ honours: null, leaders: null, communities: null })
    expect(communities).toBeNull()
    expect(card.concentration).toMatchObject({ value: null, denominatorWan: null })
    expect(card.stars.map(({ verdict }) => verdict)).toEqual(['unknown', expect.any(String), 'unknown'])
  })

  it('list the cluster in every region that has one of its counties, and nowhere else', async () => {
    for (const region of [LIAONING, '210100', TIEXI, YUHONG])
      expect((await list({ region })).clusters.map(({ cluster }) => cluster.id)).toEqual([created.id])
    for (const region of ['210200', JINZHOU]) expect((await list({ region })).clusters).toEqual([])
    expect((await list({ region: TIEXI })).clusters[0]?.figures).toEqual((await list()).clusters[0]?.figures)
  })

  it('read today’s divisions whatever reading is asked for, and say so', async () => {
    const asOf = await list({ mode: 'asof' })
    expect(asOf.clusters).toEqual((await list()).clusters)
    expect(asOf.footnotes.join()).toContain('现区划还原')
  })

  it('leave as workbooks: the list without a total, the profile with its counties', async () => {
    const { api } = product
    const sheets = async (route: string) => readWorkbook(await (await api.send('GET', route)).blob())
    const { card } = await profile()
    const listed = await sheets(`/industry-clusters/export.xlsx?region=${LIAONING}`)
    expect(Object.keys(listed)).toEqual(['集群名单', '口径与来源'])
    const row = listed['集群名单']?.find(([name]) => name === created.name) ?? []
    expect(row).toContain(String(card.figures.enterprises))
    expect(row).toContain(`${TIEXI}、${YUHONG}`)
    expect(listed['集群名单']?.flat().join()).not.toContain('合计')
    const own = await sheets(`/industry-clusters/${created.id}/export.xlsx`)
    expect(Object.keys(own)).toEqual(['集群指标', '各区县', '重点企业', '整零共同体', '口径与来源'])
    expect(own['各区县']?.flat()).toEqual(expect.arrayContaining([TIEXI, '于洪区', '集群合计']))
    expect(own['重点企业']?.flat()).toContain(firm(105).code)
  })

  it('offer the counties by 区位商, the suggested ones marked by the stated rule', async () => {
    const { counties, rule } = await product.api.get<ClusterCandidates>('/industry-clusters/candidates', {
      ...HERE,
      chain: CNC,
    })
    expect(rule).toContain('1.2')
    expect(counties).toHaveLength(100)
    const quotients = counties.flatMap(({ quotient }) => (quotient === null ? [] : [Number(quotient)]))
    expect(quotients).toEqual([...quotients].sort((a, b) => b - a))
    const firstWithout = counties.findIndex(({ quotient }) => quotient === null)
    expect(counties.slice(firstWithout).every(({ quotient }) => quotient === null)).toBe(true)
    for (const { suggested, quotient, enterprises } of counties)
      if (suggested) expect([Number(quotient) >= 1.2, enterprises >= 10]).toEqual([true, true])
  })

  describe('with honours, 链主 and supply links', () => {
    // On the chain in 铁西 (0 of seven) or 于洪 (2 of seven); 3 of seven is 金州.
    const [leader, partner, outside, other] = [firm(21), firm(9), firm(3), firm(14)]

    beforeAll(async () => {
      const { api } = product
      const codes = ['企业名称', '统一社会信用代码', '荣誉名称']
      await api.importFile(
        csv([
          codes,
          [leader.name, leader.code, '专精特新“小巨人”企业'],
          [leader.name, leader.code, '瞪羚企业'],
          [partner.name, partner.code, '瞪羚企业'],
          [outside.name, outside.code, '瞪羚企业'],
        ]),
        { kind: 'honours' },
      )
      await api.importFile(
        csv([
          ['企业名称', '统一社会信用代码', '产业链'],
          [leader.name, leader.code, '数控机床'],
          [other.name, other.code, '数控机床'],
          [outside.name, outside.code, '数控机床'],
        ]),
        { kind: 'leaders' },
      )
    })

    it('count each honour tier once and the holders once', async () => {
      const { card } = await profile()
      const tiers = Object.fromEntries((card.honours?.tiers ?? []).map(({ tier, enterprises }) => [tier, enterprises]))
      expect(card.honours?.total).toBe(2)
      expect(card.figures.honoured).toBe(2)
      expect(tiers).toMatchObject({ 'little-giant': 1, gazelle: 2, champion: 0 })
    })

    it('name the 链主 of the cluster only, and know no community without supply links', async () => {
      const { card } = await profile()
      expect(card.leaders?.map(({ name }) => name).sort()).toEqual([leader.name, other.name].sort())
      expect(card.figures.leaders).toBe(2)
      expect(card.communities).toBeNull()
    })

    it('count as 整零共同体 the 链主 with a supply relation inside the cluster', async () => {
      const { api } = product
      const link = (supplier: typeof leader, buyer: typeof leader, goods: string) => [
        supplier.name,
        supplier.code,
        buyer.name,
        buyer.code,
        goods,
      ]
      await api.importFile(
        csv([
          ['供应商名称', '供应商统一社会信用代码', '采购方名称', '采购方统一社会信用代码', '产品'],
          link(partner, leader, '床身铸件'),
          link(partner, leader, '丝杠'),
          link(leader, partner, '整机'),
          link(outside, other, '轴承'),
        ]),
        { kind: 'links' },
      )
      const { card, communities } = await profile()
      expect(card.communities).toEqual({ communities: 1, enterprises: 2 })
      expect(communities).toMatchObject([
        {
          leader: { creditCode: leader.code },
          members: [{ creditCode: partner.code, role: 'both', products: expect.arrayContaining(['丝杠', '整机']) }],
        },
      ])
    })
  })
})
