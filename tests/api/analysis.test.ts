import { beforeAll, describe, expect, it } from 'vitest'
import type { Quadrant, Ranking } from '@contract/analysis'
import type { Concentration, ShiftShare, ShiftShareRow } from '@contract/analysisParts'
import type { Clusters } from '@contract/clusters'
import { CNC, LIAONING } from '../drivers/api'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs, HOST_KINDS } from '../drivers/hosts'
import { jilinFirms, registerOfYear, shandongFirms, shiftShareFirms } from '../fixtures/analysisRegisters'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv } from '../fixtures/registers'

const SHENYANG = '210100'
const SHANDONG = '370000'
const JINAN = '370100'
const JILIN = '220000'
const CHANGCHUN = '220100'
const NANGUAN = '220102'

const partsOf = ({ growth, mix, competitive, change }: ShiftShareRow) =>
  [growth, mix, competitive, change].map((part) => (part === null ? null : Number(part)))

const suite = (product: Product) => {
  beforeAll(async () => {
    const { api } = product
    await api.importFile(registerOfYear(shiftShareFirms('before'), '2024'), { period: '2024', fileName: '2024.csv' })
    await api.importFile(registerOfYear(shiftShareFirms('now'), '2025'), { fileName: '2025.csv' })
    await api.importFile(registerOfYear(shandongFirms(), '2025'), { province: SHANDONG, fileName: '山东.csv' })
    await api.importFile(registerOfYear(jilinFirms(), '2025'), { province: JILIN, fileName: '吉林.csv' })
  })

  describe('偏离—份额', () => {
    const shiftShare = (region: string, query = {}) =>
      product.api.get<ShiftShare>('/indicators/shift-share', { region, chain: CNC, ...query })

    it('gives the textbook answer: A = 6 + 14 + 10 = 30, B = 12 − 7 − 15 = −10, together 20', async () => {
      const { own, estimated, sentence } = await shiftShare(SHENYANG)
      expect(own?.referenceName).toBe('辽宁省')
      expect(own && partsOf(own.subject)).toEqual([6, 14, 10, 30])
      expect(own && partsOf(own.rest)).toEqual([12, -7, -15, -10])
      expect(own && partsOf(own.total)).toEqual([18, 7, -5, 20])
      expect(own?.rates).toEqual({ whole: '0.0600', industry: '0.2000' })
      expect(estimated).toContain('非统计口径')
      expect(sentence).toContain('增量 30.00 万元：大势 6.00 万元，结构 14.00 万元，自身 10.00 万元')
    })

    it('sees the cities of a province in the province, whose own parts cancel out', async () => {
      const { own, ownMissing, below } = await shiftShare(LIAONING)
      expect([own, ownMissing !== null]).toEqual([null, true])
      const known = below?.rows.filter(({ change }) => change !== null) ?? []
      expect(known.map(({ name, ...row }) => [name, ...partsOf(row as ShiftShareRow)])).toEqual([
        ['沈阳市', 6, 14, 10, 30],
        ['大连市', 54, 126, -10, 170],
      ])
      for (const { missing } of below?.rows.filter(({ change }) => change === null) ?? [])
        expect(missing).toBe('没有企业')
    })

    it('says why there is nothing without a year before', async () => {
      const { below } = await shiftShare(SHANDONG)
      const jinan = below?.rows.find(({ id }) => id === JINAN)
      expect(jinan).toMatchObject({ change: null, growth: null, missing: '没有上年同期的营业收入' })
    })
  })

  describe('排名', () => {
    const ranking = (region: string, query = {}) =>
      product.api.get<Ranking>('/indicators/ranking', { region, chain: CNC, ...query })

    it('shares ranks among equals, and tells 60 from 59.99', async () => {
      const { rows, ranked, amongName } = await ranking(JINAN)
      expect(rows.slice(0, 4).map(({ name, rank }) => [name, rank])).toEqual([
        ['历下区', 1],
        ['市中区', 2],
        ['槐荫区', 2],
        ['天桥区', 4],
      ])
      expect([ranked, amongName]).toEqual([4, '济南市'])
      expect(rows.slice(4).every(({ rank, missing }) => rank === null && missing === '没有企业')).toBe(true)
    })

    it.each(['revenue', 'enterprises', 'aboveScale', 'honoured', 'concentration', 'quotient', 'growth'])(
      'says of %s what the map says',
      async (indicator) => {
        const map = await product.api.get<Clusters>('/clusters', { region: LIAONING, chain: CNC, level: 'city' })
        const { rows } = await ranking(LIAONING, { indicator })
        const said = (code: string) => {
          const region = map.regions.find((own) => own.code === code)
          if (!region) return undefined
          const { figures, concentration, quotient, growth } = region
          const { enterprises, aboveScale, honoured, revenueWan } = figures
          const values = { enterprises, aboveScale, honoured, revenue: revenueWan, concentration, quotient, growth }
          const own = values[indicator as 'revenue']
          return own === null ? null : String(own)
        }
        for (const { code, value } of rows) expect([code, value]).toEqual([code, said(code)])
      },
    )

    it('puts what may not be told last, without value and rank', async () => {
      const { rows } = await ranking(CHANGCHUN)
      const alone = rows.find(({ code }) => code === NANGUAN)
      expect(alone).toMatchObject({ rank: null, value: null, missing: null, enterprises: 1 })
      const hidden = rows.map(({ suppressed }) => suppressed !== null)
      expect(hidden.indexOf(true)).toBeGreaterThan(hidden.lastIndexOf(false))
      expect(JSON.stringify(rows)).not.toContain('555.5')
    })

    it('compares with the rank of the year before, and draws the course of both', async () => {
      const { rows, before, periods } = await ranking(LIAONING)
      expect([before?.period, periods]).toEqual(['2024', ['2024', '2025']])
      expect(rows[1]).toMatchObject({ name: '沈阳市', rank: 2, rankBefore: 2, rankChange: 0 })
      expect(rows[1]?.trend.map(({ value }) => Number(value))).toEqual([100, 130])
    })
  })

  describe('四象限', () => {
    it('places the regions by the median or the whole, and lists beside those it cannot place', async () => {
      const query = { region: LIAONING, chain: CNC }
      const { items, lines } = await product.api.get<Quadrant>('/indicators/quadrant', query)
      const placed = items.filter(({ quadrant }) => quadrant !== null)
      expect(lines.y).toEqual({ value: '0.2000', text: '辽宁省该链增速' })
      expect(placed.map(({ name, quadrant, height }) => [name, quadrant, height])).toEqual([
        ['沈阳市', 'leading', '0.3000'],
        ['大连市', 'nascent', '0.1889'],
      ])
      for (const { quadrant, missing } of items.slice(placed.length)) if (!quadrant) expect(missing).not.toEqual([])
    })

    it('places the nodes of a city against its province', async () => {
      const query = { region: SHENYANG, chain: CNC, points: 'nodes', height: 'share' }
      const { items, reference } = await product.api.get<Quadrant>('/indicators/quadrant', query)
      expect(reference).toBe('辽宁省')
      expect(items.find(({ id }) => id === 'cnc-lathe')).toMatchObject({ height: '1.0000' })
    })
  })

  describe('集中度', () => {
    const concentration = (region: string, query = {}) =>
      product.api.get<Concentration>('/indicators/concentration', { region, chain: CNC, ...query })

    it('of 30/30/20/20 is 2600, gives bounds with who is silent, and hides one and two enterprises', async () => {
      const answer = await concentration('370202')
      expect([answer.enterprises, answer.reporting]).toEqual([5, 4])
      const { hhi, withUnreported, shares } = answer.byEnterprise
      expect(hhi).toMatchObject({ bounds: { lower: '2600.0', upper: '2600.0' }, band: 'high', suppressed: null })
      // One more of at most the mean of 25: (2600 + 625) ÷ 125² = 2064.0.
      expect(withUnreported).toEqual({ lower: '2064.0', upper: '2600.0' })
      expect(shares.map(({ n, share, suppressed }) => [n, share, suppressed])).toEqual([
        [1, null, 'few'],
        [3, null, 'complementary'],
        [5, '1.0000', null],
        [10, '1.0000', null],
      ])
    })

    it('is not public where the sum is not', async () => {
      const { byEnterprise, density } = await concentration(NANGUAN)
      expect(byEnterprise.hhi).toMatchObject({ bounds: null, band: null })
      expect(byEnterprise.hhi.suppressed).not.toBeNull()
      expect([byEnterprise.withUnreported, density.revenueWan, density.suppressed !== null]).toEqual([null, null, true])
      for (const { share } of byEnterprise.shares) expect(share).toBeNull()
    })

    it('counts valid titles once, per 规上企业 and per 亿元', async () => {
      const { api } = product
      const firms = shandongFirms()
      const rows = [
        ['企业名称', '统一社会信用代码', '荣誉名称', '级别', '批次', '有效期起', '有效期止'],
        ...[0, 0, 1, 2].map((at, title) => {
          const { name, code } = firms[at] ?? { name: '', code: '' }
          const ended = at === 2
          const what = title === 0 ? '专精特新“小巨人”企业' : '专精特新中小企业'
          return [name, code, what, '省', '', '2020-01-01', ended ? '2022-12-31' : '2126-12-31']
        }),
      ]
      await api.importFile(csv(rows), { kind: 'honours', province: SHANDONG })
      const { density } = await concentration(JINAN)
      expect(density).toMatchObject({ specialised: 2, aboveScale: 12, perAboveScale: '0.1667' })
    })

    it('gives 本地配套率 by number, and none by amount where a ring is the purchase of a single 链主', async () => {
      const { api } = product
      const firms = shandongFirms()
      const of = (at: number) => firms[at] ?? { name: '', code: '' }
      const leaders = [0, 3, 6].map((at) => [of(at).name, of(at).code, '数控机床', '', '2025'])
      await api.importFile(csv([['企业名称', '统一社会信用代码', '产业链', '环节', '年份'], ...leaders]), {
        kind: 'leaders',
        province: SHANDONG,
      })
      const outside = shiftShareFirms('now')[0] ?? of(0)
      const bought: [number, { name: string; code: string }, string][] = [
        [0, of(1), '30'],
        [3, of(6), '20'],
        [6, of(12), '20'],
        [0, outside, '30'],
      ]
      const links = bought.map(([buyer, seller, amount]) => [
        seller.name,
        seller.code,
        of(buyer).name,
        of(buyer).code,
        '铸件',
        '2025',
        amount,
      ])
      const headings = ['供应商名称', '供应商信用代码', '采购商名称', '采购商信用代码', '产品', '年份', '金额（万元）']
      await api.importFile(csv([headings, ...links]), { kind: 'links', province: SHANDONG })
      const { supply } = await concentration(SHANDONG)
      expect(supply).toMatchObject({ leaders: 3, leadersAll: 3, missing: null, withoutAmount: 0 })
      expect(supply.suppliers).toEqual({ county: 1, city: 1, province: 1, outside: 1, unknown: 0 })
      expect([supply.amounts, supply.amountSuppressed]).toEqual([null, 'complementary'])
      expect(supply.rates).toEqual([
        { zone: 'county', byCount: '0.2500', byAmount: null },
        { zone: 'city', byCount: '0.5000', byAmount: null },
        { zone: 'province', byCount: '0.7500', byAmount: null },
      ])
      const city = await concentration(LIAONING)
      expect(city.supply.missing).toBe('没有导入本链的链主名单')
    })
  })

  it.each(['ranking', 'quadrant', 'shift-share', 'concentration'])(
    'sends %s as a workbook with its 口径',
    async (name) => {
      const { api } = product
      const path = `/indicators/${name}/export.xlsx?${api.queryOf({ region: CHANGCHUN, chain: CNC })}`
      const sheets = await readWorkbook(await (await api.send('GET', path)).blob())
      const text = JSON.stringify(sheets)
      expect(text).toContain('口径与来源')
      expect(text).toContain('不公布')
    },
  )

  it('refuses a region out of sight, and answers 304 to who has the answer', async () => {
    const { api, host } = product
    const other = appAs(host, { region: SHANDONG })
    for (const name of ['ranking', 'quadrant', 'shift-share', 'concentration']) {
      const path = `/indicators/${name}?${api.queryOf({ region: SHENYANG, chain: CNC })}`
      expect((await other.request(`/api/v1${path}`)).status).toBe(403)
      const first = await api.send('GET', path)
      const tag = first.headers.get('etag') ?? ''
      expect((await api.send('GET', path, undefined, { 'if-none-match': tag })).status).toBe(304)
    }
  })
}

describeApi('the analysis of indicators', suite, HOST_KINDS, { disclosure: DEFAULT_RULE })
