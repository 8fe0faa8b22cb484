import { beforeAll, expect, it } from 'vitest'
import type { Clusters, ClusterStory } from '@contract/clusters'
import type { Panorama } from '@contract/panorama'
import { apiOf, CNC, LIAONING, VIEW } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { firm, firms, registerCsv } from '../fixtures/registers'
import { readWorkbook } from '../fixtures/readWorkbook'

const sum = (clusters: Clusters) => clusters.regions.reduce((total, region) => total + region.figures.enterprises, 0)

describeApi('the cluster map', (product) => {
  beforeAll(async () => {
    // Two enterprises whose county nobody states: one known to a city, one to the province only.
    const vague = [firm(61, { county: '', city: '沈阳市' }), firm(62, { county: '', city: '' })]
    await product.api.importFile(registerCsv([...firms(40), ...vague]))
  })

  it.each(['city', 'county'])('by %s adds up to the panorama, the unlocated included', async (level) => {
    const { api } = product
    const clusters = await api.get<Clusters>('/clusters', { ...VIEW, level })
    const { figures } = await api.get<Panorama>('/panorama', VIEW)
    expect(clusters.total).toEqual(figures)
    expect(sum(clusters)).toBe(figures.enterprises)
    expect(clusters.regions.filter(({ unlocated }) => !unlocated)).toHaveLength(level === 'city' ? 14 : 100)
  })

  it('says the same of a county as the enterprise list behind it', async () => {
    const { api } = product
    const clusters = await api.get<Clusters>('/clusters', VIEW)
    for (const region of clusters.regions.filter((item) => !item.unlocated && item.figures.enterprises > 0)) {
      expect((await api.enterprises({ county: region.code })).total).toBe(region.figures.enterprises)
    }
  })

  it('computes concentration and quotient from the figures that it shows', async () => {
    const { api } = product
    const { regions, total } = await api.get<Clusters>('/clusters', { ...VIEW, level: 'city' })
    const all = await api.allEnterprises({ chain: undefined, limit: 200 })
    const revenue = (city: string) =>
      all.rows
        .filter((row) => row.county?.startsWith(city.slice(0, 4)))
        .reduce((s, row) => s + Number(row.revenueWan ?? 0), 0)
    const everything = all.rows.reduce((s, row) => s + Number(row.revenueWan ?? 0), 0)
    const dalian = regions.find(({ code }) => code === '210200')
    const own = Number(dalian?.figures.revenueWan)
    expect(Number(dalian?.concentration)).toBeCloseTo(own / revenue('210200'), 3)
    expect(Number(dalian?.quotient)).toBeCloseTo(own / revenue('210200') / (Number(total.revenueWan) / everything), 1)
  })

  it('tells the story of a county with its rank among its sisters', async () => {
    const { api } = product
    const { regions } = await api.get<Clusters>('/clusters', VIEW)
    const counts = regions.filter(({ unlocated }) => !unlocated).map(({ figures }) => figures.enterprises)
    const story = await api.get<ClusterStory>('/clusters/story', { ...VIEW, region: '210213' })
    const own = regions.find(({ code }) => code === '210213')?.figures.enterprises ?? 0
    expect(story).toMatchObject({ name: '金州区', peers: 100, rank: counts.filter((count) => count > own).length + 1 })
    expect(story.topEnterprises.length).toBeGreaterThan(0)
    expect(story.own).toEqual(regions.find(({ code }) => code === '210213'))
    expect(story.reference).toBe('辽宁省')
  })

  it('leaves as a workbook with the same rows and the total', async () => {
    const { api } = product
    const clusters = await api.get<Clusters>('/clusters', VIEW)
    const response = await api.send('GET', `/clusters/export.xlsx?${api.queryOf(VIEW)}`)
    const { 各地区指标: rows = [] } = await readWorkbook(await response.blob())
    const shown = rows.flat()
    for (const region of clusters.regions) expect(shown).toContain(region.name)
    expect(shown).toContain('合计')
  })

  it('refuses a node of another chain and an unknown level', async () => {
    const { api } = product
    expect(await api.refusal('GET', `/clusters?${api.queryOf({ ...VIEW, node: 'no-such-node' })}`)).toMatchObject({
      status: 404,
      problem: { field: 'node' },
    })
    expect(await api.refusal('GET', `/clusters?${api.queryOf({ ...VIEW, level: 'town' })}`)).toMatchObject({
      status: 400,
      problem: { field: 'level' },
    })
  })
})

describeApi('the story of a county', (product) => {
  beforeAll(async () => {
    await product.api.importFile(
      registerCsv([firm(1, { city: '沈阳市', county: '于洪区', products: '数控车床', industry: '3421' })]),
    )
  })

  it('tells an office of that county its rank in the province, which it may not open', async () => {
    const office = apiOf(appAs(product.host, { id: 'u3', name: '于洪区工信局', region: '210114' }))
    const story = await office.get<ClusterStory>('/clusters/story', { region: '210114', chain: CNC })
    expect(story.rank).toBe(1)
    expect(await office.refusal('GET', `/clusters?region=${LIAONING}&chain=${CNC}`)).toMatchObject({ status: 403 })
  })
})
