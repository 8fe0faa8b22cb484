import { beforeAll, describe, expect, it } from 'vitest'
import type { ClusterRegion, Clusters, ClusterStory } from '@contract/clusters'
import type { Comparison, Peers } from '@contract/compare'
import type { Panorama } from '@contract/panorama'
import { CNC, LIAONING, type Query, VIEW } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { apiOf } from '../drivers/api'
import { csv, firm, firms, registerCsv, registerTable } from '../fixtures/registers'
import { readWorkbook } from '../fixtures/readWorkbook'

const TIEXI = '210106'
const HEPING = '210102'
const YUHONG = '210114'
const JINZHOU = '210213'
const GANJINGZI = '210211'
const HAICHENG = '210381'
const LIXIA = '370102'
/** A county in force where the register has nobody. */
const EMPTY = '211481'

const compare = ({ api }: Product, regions: readonly string[], query: Query = {}) =>
  api.get<Comparison>('/clusters/compare', { chain: CNC, regions: regions.join(','), ...query })

/** The same register with the revenue of another year. */
const registerOf = (year: string) =>
  csv(registerTable(firms(56)).map((row) => row.map((cell) => cell.replace('2025年', `${year}年`))))

describeApi('a comparison of regions', (product) => {
  beforeAll(async () => {
    const { api } = product
    await api.importFile(registerOf('2023'), { period: '2023', fileName: '2023.csv' })
    await api.importFile(registerOf('2024'), { period: '2024', fileName: '2024.csv' })
    await api.importFile(registerCsv(firms(56)), { fileName: '2025.csv' })
    const jinan = [71, 72, 73].map((serial) => firm(serial, { city: '济南市', county: '历下区', products: '数控车床' }))
    const rows = registerTable(jinan).map((row) => row.map((cell) => cell.replace('2025年', '2022年')))
    await api.importFile(csv(rows), { province: '370000', period: '2022', fileName: '山东.csv' })
  })

  describe.each([
    ['the whole chain', {}],
    ['one node', { node: 'bearing' }],
    ['规上工业', { scope: 'above' }],
    ['当期区划', { mode: 'asof' }],
    ['an earlier period', { period: '2024' }],
  ])('%s', (_what, filters: Query) => {
    it.each(['city', 'county'])('says of every %s what the map says, indicator by indicator', async (level) => {
      const map = await product.api.get<Clusters>('/clusters', { ...VIEW, ...filters, level })
      const shown = map.regions.filter(({ unlocated }) => !unlocated)
      const byCode = new Map<string, ClusterRegion | null>()
      for (let i = 0; i < shown.length; i += 10) {
        const some = shown.slice(Math.min(i, shown.length - 2), i + 10).map(({ code }) => code)
        for (const { code, indicators } of (await compare(product, some, filters)).regions) byCode.set(code, indicators)
      }
      expect([...byCode.keys()].sort()).toEqual(shown.map(({ code }) => code).sort())
      for (const region of shown) expect(byCode.get(region.code)).toEqual(region)
    })
  })

  it('keeps the order asked for and names city and province of each', async () => {
    const { regions } = await compare(product, [JINZHOU, TIEXI, HAICHENG])
    expect(regions.map(({ code, cityName, provinceName }) => [code, cityName, provinceName])).toEqual([
      [JINZHOU, '大连市', '辽宁省'],
      [TIEXI, '沈阳市', '辽宁省'],
      [HAICHENG, '鞍山市', '辽宁省'],
    ])
  })

  it('gives the rank and the share that the story of a region gives', async () => {
    const { regions } = await compare(product, [JINZHOU, TIEXI, '210200'])
    for (const { code, ranks, shares } of regions) {
      const story = await product.api.get<ClusterStory>('/clusters/story', { ...VIEW, region: code })
      expect({ rank: ranks?.enterprises, peers: ranks?.peers, shareRatio: shares?.enterprises }).toEqual({
        rank: story.rank,
        peers: story.peers,
        shareRatio: story.shareRatio,
      })
    }
  })

  it('shows the structure that the panorama of a region shows', async () => {
    const { regions, groups } = await compare(product, [TIEXI, EMPTY])
    const { groups: there, figures } = await product.api.get<Panorama>('/panorama', { ...VIEW, region: TIEXI })
    expect(groups.map(({ id }) => id)).toEqual(there.map(({ id }) => id))
    expect(regions[0]?.structure?.map(({ enterprises }) => enterprises)).toEqual(
      there.map((group) => group.figures.enterprises),
    )
    for (const { enterprises, ratio } of regions[0]?.structure ?? [])
      expect(Number(ratio)).toBeCloseTo(enterprises / figures.enterprises, 4)
    expect(regions[1]?.structure?.every(({ enterprises, ratio }) => enterprises === 0 && ratio === null)).toBe(true)
  })

  it('follows revenue over the periods, each equal to the map of that period', async () => {
    const { regions, trendPeriods } = await compare(product, [TIEXI, JINZHOU])
    expect(trendPeriods).toEqual(['2023', '2024', '2025'])
    for (const period of trendPeriods) {
      const map = await product.api.get<Clusters>('/clusters', { ...VIEW, period })
      for (const { code, trend } of regions) {
        const figures = map.regions.find((region) => region.code === code)?.figures
        expect(trend.find((point) => point.period === period)).toEqual({
          period,
          enterprises: figures?.enterprises,
          revenueWan: figures?.revenueWan,
          revenueSuppressed: null,
          revenueReporting: figures?.revenueReporting,
        })
      }
    }
  })

  it('leaves gaps where a province imported nothing', async () => {
    const { regions, trendPeriods } = await compare(product, [TIEXI, LIXIA], { period: '2025' })
    expect(trendPeriods).toEqual(['2022', '2023', '2024', '2025'])
    const [tiexi, lixia] = regions.map(({ trend }) => trend.map(({ revenueReporting }) => revenueReporting !== null))
    expect([tiexi, lixia]).toEqual([
      [false, true, true, true],
      [true, false, false, false],
    ])
  })

  it('shows a region of a province without that period as 未导入 and never as zero', async () => {
    const { regions, footnotes } = await compare(product, [TIEXI, LIXIA], { period: '2025' })
    expect(regions[1]).toMatchObject({
      status: 'not-imported',
      statusText: '山东省2025年未导入',
      indicators: null,
      ranks: null,
      shares: null,
      structure: null,
    })
    expect(footnotes.some((text) => text.includes('各以本省为参照'))).toBe(true)
  })

  it('measures each region by its own province', async () => {
    const { regions } = await compare(product, [TIEXI, LIXIA], { period: '2022' })
    expect(regions[1]).toMatchObject({ status: 'reported', provinceName: '山东省', indicators: { quotient: '1.00' } })
    expect(regions[0]?.status).toBe('not-imported')
  })

  it('says that a city contains the county beside it', async () => {
    const { footnotes } = await compare(product, ['210100', TIEXI])
    expect(footnotes.some((text) => text.includes('既有市又有县'))).toBe(true)
    expect(footnotes.some((text) => text.includes('铁西区在沈阳市辖区内'))).toBe(true)
  })

  it('says of a division that is no more that it is no more', async () => {
    const { regions } = await compare(product, [TIEXI, '210282'])
    expect(regions[1]).toMatchObject({ status: 'unlisted', indicators: null, statusText: '现行区划中已没有这个地区' })
  })

  it.each([
    ['one region', TIEXI, 400, `只有 ${TIEXI}`],
    ['eleven regions', Array.from({ length: 11 }, (_, i) => String(210101 + i)).join(','), 400, '从 210111 起超出'],
    ['one region twice', `${TIEXI},${HEPING},${TIEXI}`, 400, `地区 ${TIEXI} 重复`],
    ['a code that is none', `${TIEXI},21010`, 400, '“21010”'],
    ['an unknown code', `${TIEXI},999999`, 404, '999999'],
    ['a province', `${TIEXI},${LIAONING}`, 400, '辽宁省（210000）'],
  ])('refuses %s and names it', async (_what, regions, status, words) => {
    const refused = await product.api.refusal('GET', `/clusters/compare?chain=${CNC}&regions=${regions}`)
    expect(refused).toMatchObject({ status, problem: { field: 'regions' } })
    expect(refused.problem.detail).toContain(words)
  })

  it('refuses an unknown chain, an unknown node and an unknown parameter', async () => {
    const { api } = product
    const regions = `${TIEXI},${HEPING}`
    const refusal = (query: Query) => api.refusal('GET', `/clusters/compare?${api.queryOf({ regions, ...query })}`)
    expect(await refusal({ chain: 'nothing' })).toMatchObject({ status: 404, problem: { field: 'chain' } })
    expect(await refusal({ chain: CNC, node: 'nothing' })).toMatchObject({ status: 404, problem: { field: 'node' } })
    expect(await refusal({ chain: CNC, level: 'city' })).toMatchObject({ status: 400, problem: { field: 'level' } })
  })

  it('shows an office no region outside its own, and measures its own by the province all the same', async () => {
    const dalian = apiOf(appAs(product.host, { id: 'd', name: '大连', region: '210200' }))
    const route = (regions: string) => `/clusters/compare?chain=${CNC}&regions=${regions}`
    const refused = await dalian.refusal('GET', route(`${JINZHOU},${TIEXI}`))
    expect(refused).toMatchObject({ status: 403, problem: { field: 'regions' } })
    expect(refused.problem.detail).toContain(`铁西区（${TIEXI}）`)
    const own = await dalian.get<Comparison>('/clusters/compare', { chain: CNC, regions: `${JINZHOU},${GANJINGZI}` })
    const all = await compare(product, [JINZHOU, GANJINGZI])
    expect(own).toEqual(all)
    const peers = await dalian.get<Peers>('/clusters/peers', { chain: CNC, region: JINZHOU, rule: 'size' })
    expect(peers.peers.map(({ code }) => code)).toEqual([GANJINGZI])
  })

  it('leaves as a workbook with every region, period and group, and the footnotes', async () => {
    const { api } = product
    const query = { chain: CNC, regions: [TIEXI, LIXIA].join(','), period: '2025' }
    const response = await api.send('GET', `/clusters/compare/export.xlsx?${api.queryOf(query)}`)
    const sheets = await readWorkbook(await response.blob())
    const comparison = await compare(product, [TIEXI, LIXIA], { period: '2025' })
    const indicators = comparison.regions[0]?.indicators
    expect(sheets['地区对比']?.flat()).toEqual(
      expect.arrayContaining(['沈阳市铁西区', '济南市历下区', '山东省2025年未导入']),
    )
    expect(sheets['地区对比']?.flat().map(String)).toContain(String(indicators?.figures.enterprises))
    expect(sheets['走势']?.flat()).toEqual(expect.arrayContaining([...comparison.trendPeriods, '未导入']))
    for (const { name } of comparison.groups) expect(sheets['结构']?.flat().join()).toContain(name)
    for (const text of comparison.footnotes) expect(sheets['口径与来源']?.flat()).toContain(text)
  })

  it('answers 304 to who has this version', async () => {
    const { api } = product
    const route = `/clusters/compare?chain=${CNC}&regions=${TIEXI},${HEPING}`
    const tag = (await api.send('GET', route)).headers.get('etag') ?? ''
    expect((await api.send('GET', route, undefined, { 'if-none-match': tag })).status).toBe(304)
  })
})

describeApi('peers of a region', (product) => {
  const peers = (rule: string, region = TIEXI) =>
    product.api.get<Peers>('/clusters/peers', { chain: CNC, region, rule })

  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(120)))
  })

  it('by city are its sister counties', async () => {
    const { peers: list, ruleText, warnings } = await peers('same-city')
    expect(list.map(({ code }) => code).sort()).toEqual([HEPING, YUHONG])
    expect(list.every(({ cityName }) => cityName === '沈阳市')).toBe(true)
    expect(ruleText).toContain('沈阳市所辖的其他县')
    expect(warnings).toEqual([])
  })

  it('by size are the nearest numbers of the map', async () => {
    const map = await product.api.get<Clusters>('/clusters', VIEW)
    const answer = await peers('size')
    const near = (n: number) => Math.max(n / answer.enterprises, answer.enterprises / n)
    const expected = map.regions
      .filter(({ code, unlocated, figures }) => !unlocated && code !== TIEXI && figures.enterprises >= 5)
      .sort((a, b) => near(a.figures.enterprises) - near(b.figures.enterprises) || Number(a.code) - Number(b.code))
    expect(answer.peers.map(({ code }) => code)).toEqual(expected.slice(0, 9).map(({ code }) => code))
    expect(answer.candidates).toBe(expected.length)
    expect(answer.peers[0]?.measureText).toMatch(/^企业 \d+ 家，规模比 \d\.\d\d$/u)
  })

  it('by structure are the nearest shares of the comparison', async () => {
    const answer = await peers('structure')
    const codes = [TIEXI, ...answer.peers.map(({ code }) => code)]
    const { regions } = await compare(product, codes)
    const [own, ...others] = regions.map(({ structure }) => structure?.map(({ ratio }) => Number(ratio)) ?? [])
    const distances = others.map((shares) => Math.hypot(...shares.map((share, i) => share - (own?.[i] ?? 0))))
    answer.peers.forEach(({ measure }, i) => expect(Number(measure)).toBeCloseTo(distances[i] ?? NaN, 3))
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })

  it('come with a warning where the base is tiny or the set has fewer than two', async () => {
    const { warnings, enterprises } = await peers('size', EMPTY)
    expect(enterprises).toBe(0)
    expect(warnings.join()).toContain('只有 0 家企业')
    expect((await peers('same-city', JINZHOU)).warnings.join()).toContain('同类地区只有 1 个')
    expect((await peers('same-city', '210200')).warnings.join()).toContain('没有“同市”')
  })

  it('are refused for a province, an unknown place and an unknown rule', async () => {
    const refusal = (query: Query) => product.api.refusal('GET', `/clusters/peers?${product.api.queryOf(query)}`)
    const ask = { chain: CNC, rule: 'size' }
    expect(await refusal({ ...ask, region: LIAONING })).toMatchObject({ status: 400, problem: { field: 'region' } })
    expect(await refusal({ ...ask, region: '999999' })).toMatchObject({ status: 404, problem: { field: 'region' } })
    expect(await refusal({ ...ask, region: TIEXI, rule: 'luck' })).toMatchObject({
      status: 400,
      problem: { field: 'rule' },
    })
  })
})
