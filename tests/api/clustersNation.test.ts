import { expect, it } from 'vitest'
import type { Clusters, ClusterStory } from '@contract/clusters'
import type { Coverage, RegionDetail } from '@contract/regions'
import { apiOf, CNC } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { firm, firms, registerCsv } from '../fixtures/registers'

const COUNTRY = '100000'
const NATION = { region: COUNTRY, chain: CNC }
const SHANDONG = '370000'
const JILIN = '220000'

describeApi('the national map', (product) => {
  const nation = (query: object = {}) => product.api.get<Clusters>('/clusters', { ...NATION, ...query })
  const codes = ({ regions }: Clusters) => regions.map(({ code }) => code)

  it('shows nothing, and no zeros, before anything is imported', async () => {
    const empty = await nation()
    expect(empty.regions).toEqual([])
    expect(empty.absent).toHaveLength(34)
    expect(empty.total.enterprises).toBe(0)
  })

  it('is reached without data, too', async () => {
    const region = await product.api.get<RegionDetail>(`/regions/${COUNTRY}`)
    expect(region).toMatchObject({ name: '全国', level: 'country', path: [{ code: COUNTRY }] })
    expect(region.children).toHaveLength(34)
  })

  it('adds up the provinces that have data of the newest period; the others are missing, not zero', async () => {
    const { api } = product
    await api.importFile(registerCsv(firms(30)), { period: '2025' })
    const shandong = firms(20, 100).map((one) => ({ ...one, city: '济南市', county: '历下区' }))
    await api.importFile(registerCsv(shandong), { province: SHANDONG, period: '2025' })
    const [lathe] = [firm(200, { city: '长春市', county: '南关区', products: '数控车床', industry: '3421' })]
    await api.importFile(registerCsv([lathe], ['name', 'code', 'city', 'county', 'products', 'industry']), {
      province: JILIN,
      period: '2023',
    })
    const shown = await nation()
    expect(shown).toMatchObject({ level: 'province', period: '2025', regionName: '全国' })
    expect(codes(shown)).toEqual(['210000', SHANDONG])
    expect(shown.absent).toHaveLength(32)
    expect(shown.absent.find(({ code }) => code === JILIN)?.reason).toContain('2023')
    expect(shown.absent.find(({ code }) => code === '710000')?.reason).toBe('暂无数据')
    expect(shown.method[0]).toContain('辽宁省、山东省')
  })

  it('has the figures of each province and their sum', async () => {
    const shown = await nation()
    for (const region of shown.regions) {
      const own = await product.api.get<Clusters>('/clusters', { ...NATION, region: region.code, period: '2025' })
      expect(region.figures).toEqual(own.total)
    }
    const sum = (pick: (region: Clusters['regions'][number]) => number) =>
      shown.regions.reduce((total, region) => total + pick(region), 0)
    expect(sum(({ figures }) => figures.enterprises)).toBe(shown.total.enterprises)
    expect(sum(({ figures }) => Number(figures.revenueWan))).toBeCloseTo(Number(shown.total.revenueWan), 4)
    // Nobody published a list: unknown, not zero.
    expect(shown.total.honoured).toBeNull()
  })

  it('measures 区位商 against the sum of those provinces', async () => {
    const { regions, total, method } = await nation()
    const whole = (concentration: string | null, revenue: string | null) => Number(revenue) / Number(concentration)
    const everything = regions.reduce((sum, one) => sum + whole(one.concentration, one.figures.revenueWan), 0)
    for (const { concentration, quotient } of regions)
      expect(Number(quotient)).toBeCloseTo(Number(concentration) / (Number(total.revenueWan) / everything), 1)
    expect(method.join()).toContain('以已导入省份之和为参照')
  })

  it('goes back to an earlier period, where other provinces are missing', async () => {
    const shown = await nation({ period: '2023' })
    expect(codes(shown)).toEqual([JILIN])
    expect(shown.absent.find(({ code }) => code === '210000')?.reason).toContain('2025')
  })

  it('tells what is there to choose', async () => {
    const coverage = await product.api.get<Coverage>(`/regions/${COUNTRY}/coverage`)
    expect(coverage.datasets).toMatchObject([
      { dataset: 'real', enterprises: 51, periods: ['2025', '2023'], batches: 3 },
    ])
  })

  it('tells the story of the country, with the largest enterprises of all provinces', async () => {
    const { api } = product
    const story = await api.get<ClusterStory>('/clusters/story', NATION)
    expect(story).toMatchObject({ code: COUNTRY, name: '全国', rank: null, own: null })
    const revenues = story.topEnterprises.map(({ revenueWan }) => Number(revenueWan))
    expect(revenues).toHaveLength(5)
    expect(revenues).toEqual([...revenues].sort((a, b) => b - a))
    const nodes = await Promise.all(
      ['210000', SHANDONG].map((region) =>
        api.get<ClusterStory>('/clusters/story', { ...NATION, region, period: '2025' }),
      ),
    )
    const [first] = story.topNodes
    const parts = nodes.flatMap(({ topNodes }) => topNodes.filter(({ id }) => id === first?.id))
    expect(parts.reduce((sum, { figures }) => sum + figures.enterprises, 0)).toBe(first?.figures.enterprises)
  })

  it('goes by province only, and provinces only by city or county', async () => {
    const { api } = product
    const refused = (query: object) => api.refusal('GET', `/clusters?${api.queryOf({ ...NATION, ...query })}`)
    expect(await refused({ level: 'county' })).toMatchObject({ status: 400, problem: { field: 'level' } })
    expect(await refused({ region: '210000', level: 'province' })).toMatchObject({ status: 400 })
  })

  it('belongs to those who may see the whole country', async () => {
    const clerk = apiOf(appAs(product.host, { id: 'c', name: '辽宁', region: '210000' }))
    expect(await clerk.refusal('GET', `/clusters?${clerk.queryOf(NATION)}`)).toMatchObject({ status: 403 })
  })
})
