import { beforeAll, describe, expect, it } from 'vitest'
import type { KnockOut, KnockOutAssumptions, KnockOutHit, KnockOutRequest } from '@contract/knockOut'
import { CNC, LIAONING, apiOf } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { COUNTY_CODES, makersCsv, tradesCsv, type Maker, type TradeRow } from '../fixtures/supplyNetworks'

/** 73 of 365 days: a fifth of a year, so that the numbers come out even. */
const FIFTH: KnockOutAssumptions = { days: 73, cutPercent: 100, passUp: 1, passDown: 1, spare: 0, tiers: 4 }

/** On no chain. */
const RICE = '大米、杂粮'
const OUTSIDE = '某某虚构外地汽车厂'

const MAKERS: Maker[] = [
  // A chain: 3 → 2 → 1 → 4.
  { serial: 1, county: 'jinzhou', makes: RICE, revenue: '5000' },
  { serial: 2, county: 'heping', makes: RICE, revenue: '2000' },
  { serial: 3, county: 'tiexi', makes: RICE, revenue: '800' },
  { serial: 4, county: 'haicheng', makes: RICE, revenue: '10000' },
  // A diamond: 11 → 12, 13 → 14.
  { serial: 11, county: 'tiexi', makes: RICE, revenue: '2000' },
  { serial: 12, county: 'tiexi', makes: RICE, revenue: '1200' },
  { serial: 13, county: 'tiexi', makes: RICE, revenue: '1600' },
  { serial: 14, county: 'tiexi', makes: RICE, revenue: '5000' },
  // A cycle: 21 → 22 → 23 → 21.
  { serial: 21, county: 'tiexi', makes: RICE, revenue: '' },
  { serial: 22, county: 'tiexi', makes: RICE, revenue: '' },
  { serial: 23, county: 'tiexi', makes: RICE, revenue: '' },
  // A firm that sells into two chains: 31 → 32 (lathes), 33 (robots); 41, 42 and 43 make lathes, too.
  { serial: 31, county: 'heping', makes: RICE, revenue: '1000' },
  { serial: 32, county: 'tiexi', makes: '数控车床', revenue: '3000' },
  { serial: 33, county: 'tiexi', makes: '工业机器人', revenue: '2000' },
  { serial: 41, county: 'tiexi', makes: '数控车床', revenue: '4000' },
  { serial: 42, county: 'heping', makes: '数控车床', revenue: '' },
  { serial: 43, county: 'jinzhou', makes: '数控车床', revenue: '3000' },
  { serial: 51, county: 'tiexi', makes: RICE, revenue: '100' },
]

const TRADES: TradeRow[] = [
  { supplier: 3, buyer: 2, product: '毛坯', amount: '400' },
  { supplier: 2, buyer: 1, product: '床身', amount: '1000' },
  { supplier: 1, buyer: 4, product: '成套设备', amount: '3000', ttr: '60', tts: '20' },
  { supplier: 11, buyer: 12, product: '钢材', amount: '600' },
  { supplier: 11, buyer: 13, product: '钢材', amount: '400' },
  { supplier: 12, buyer: 14, product: '主轴', amount: '1200', ttr: '30' },
  { supplier: 13, buyer: 14, product: '导轨', amount: '800', tts: '10' },
  { supplier: 21, buyer: 22, product: '料', amount: '100' },
  { supplier: 22, buyer: 23, product: '件', amount: '100' },
  { supplier: 23, buyer: 21, product: '废料', amount: '100' },
  { supplier: 31, buyer: 32, product: '丝杠', amount: '300' },
  { supplier: 31, buyer: 33, product: '丝杠', amount: '200' },
  { supplier: 51, buyer: OUTSIDE, product: '冲压件', amount: '' },
]

const firmStop = (serial: number) => ({ kind: 'firm' as const, firm: fictionalCode(serial) })

type Stops = KnockOutRequest['stops']

describeApi('a knock-out', (product) => {
  beforeAll(async () => {
    await product.api.importFile(makersCsv(MAKERS))
    await product.api.importFile(tradesCsv(TRADES), { kind: 'links', fileName: '供应关系.csv' })
  })
  const requestOf = (stops: Stops, assumptions: Partial<KnockOutAssumptions> = {}) => ({
    region: LIAONING,
    year: '2025',
    stops,
    assumptions: { ...FIFTH, ...assumptions },
  })
  const run = (stops: Stops, assumptions?: Partial<KnockOutAssumptions>) =>
    product.api.post<KnockOut>('/supply/knock-out', requestOf(stops, assumptions))
  /** Serial number → 万元 at risk; of the firms hit, not those stopped. */
  const atRisk = ({ hits }: KnockOut) =>
    Object.fromEntries(
      hits.flatMap(({ party, isStopped, atRiskWan }) =>
        isStopped ? [] : [[serialOf(party.id), atRiskWan === null ? null : Number(atRiskWan)]],
      ),
    )
  const hitOf = (answer: KnockOut, serial: number) =>
    answer.hits.find(({ party }) => party.id === fictionalCode(serial)) as KnockOutHit

  describe('of a firm in a chain', () => {
    it('goes up and down tier by tier, with the exact amounts', async () => {
      const answer = await run([firmStop(1)])
      expect(atRisk(answer)).toEqual({ 4: 2000, 2: 200, 3: 40 })
      expect(answer).toMatchObject({ stopped: 1, hit: 3, unknownAmounts: 0, isCut: false })
      expect(Number(answer.atRiskWan)).toBe(2240)
      expect(hitOf(answer, 1)).toMatchObject({ isStopped: true })
      expect(hitOf(answer, 2)).toMatchObject({ lostOrders: 0.5, lostOrdersTier: 1, shortage: null, shortageTier: null })
      expect(hitOf(answer, 3)).toMatchObject({ lostOrders: 0.25, lostOrdersTier: 2 })
      expect(hitOf(answer, 4)).toMatchObject({ shortage: 1, shortageTier: 1, lostOrders: null })
      const tiers = answer.byTier.map((row) => [
        row.tier,
        row.suppliers,
        Number(row.suppliersWan),
        row.buyers,
        Number(row.buyersWan),
      ])
      expect(tiers).toEqual([
        [1, 1, 200, 1, 2000],
        [2, 1, 40, 0, 0],
      ])
      expect(answer.byRegion.map(({ code, firms, atRiskWan }) => [code, firms, Number(atRiskWan)])).toEqual([
        [COUNTY_CODES.haicheng, 1, 2000],
        [COUNTY_CODES.heping, 1, 200],
        [COUNTY_CODES.tiexi, 1, 40],
      ])
    })

    it('puts first who stops, then by what is at risk, and says every step and the links it took', async () => {
      const answer = await run([firmStop(1)])
      expect(answer.hits.map(({ party }) => serialOf(party.id))).toEqual([1, 4, 2, 3])
      const steps = answer.steps
        .filter(({ step }) => step > 0)
        .map(({ step, firms, links, newlyHit }) => ({
          step,
          newlyHit,
          firms: firms.map(({ id, wave, cut }) => [serialOf(id), wave, cut]).sort(),
          links: links.map((link) => link.split('>').map(serialOf).join('>')).sort(),
        }))
      expect(steps).toEqual([
        {
          step: 1,
          newlyHit: 2,
          firms: [
            [2, 'lostOrders', 0.5],
            [4, 'shortage', 1],
          ],
          links: ['1>4', '2>1'],
        },
        { step: 2, newlyHit: 1, firms: [[3, 'lostOrders', 0.25]], links: ['3>2'] },
      ])
      expect(answer.links.map(({ id }) => id.split('>').map(serialOf).join('>')).sort()).toEqual(['1>4', '2>1', '3>2'])
    })

    it('by a part of its output goes in proportion, and leaves the source of a product a source', async () => {
      const answer = await run([firmStop(1)], { cutPercent: 40 })
      expect(atRisk(answer)).toEqual({ 4: 800, 2: 80, 3: 16 })
      expect(answer.sources).toEqual([])
    })

    it('names the products that are left without a source', async () => {
      const { sources } = await run([firmStop(1)])
      expect(sources).toEqual([{ product: '成套设备', before: 1, after: 0, buyersWithNone: 1, buyersWithOne: 0 }])
    })

    it('compares TTS with TTR where both were reported, and says what is missing where not', async () => {
      expect(hitOf(await run([firmStop(1)]), 4)).toMatchObject({
        exposure: 'exposed',
        ttrDays: 60,
        ttsDays: 20,
        missing: null,
      })
      expect(hitOf(await run([firmStop(12)]), 14)).toMatchObject({
        exposure: 'unknown',
        ttsDays: null,
        missing: '缺 TTS',
      })
      expect(hitOf(await run([firmStop(13)]), 14)).toMatchObject({
        exposure: 'unknown',
        ttrDays: null,
        missing: '缺 TTR',
      })
      expect(hitOf(await run([firmStop(21)]), 22)).toMatchObject({ exposure: 'unknown', missing: '缺 TTR/TTS' })
    })
  })

  it('adds up what is lost over the two ways of a diamond', async () => {
    const answer = await run([firmStop(14)])
    expect(atRisk(answer)).toEqual({ 12: 240, 13: 160, 11: 160 })
    expect(hitOf(answer, 11)).toMatchObject({ lostOrders: 0.4, lostOrdersTier: 2 })
    expect(Number(answer.atRiskWan)).toBe(560)
  })

  it('dies out in a cycle, where nobody loses more than all', async () => {
    const answer = await run([firmStop(21)])
    expect(atRisk(answer)).toEqual({ 22: 20, 23: 20 })
    expect(hitOf(answer, 22)).toMatchObject({ shortage: 1, shortageTier: 1, lostOrders: 1, lostOrdersTier: 2 })
    expect(answer.hit).toBe(2)
  })

  it('does not depend on the order of what stops, and says the same twice', async () => {
    const forth = await run([firmStop(1), firmStop(14)])
    const back = await run([firmStop(14), firmStop(1), firmStop(1)])
    expect(back.hits).toEqual(forth.hits)
    expect(back.atRiskWan).toBe(forth.atRiskWan)
    expect(await run([firmStop(1), firmStop(14)])).toEqual(forth)
  })

  it('of a node stops its firms in the region only, and a supplier of two chains loses the orders of one', async () => {
    const node = { kind: 'node' as const, chain: CNC, node: 'cnc-lathe' }
    const answer = await run([node])
    expect(answer.targets).toMatchObject([{ target: node, firms: 1 }])
    expect(answer.targets[0]?.name).toMatch(/数控车床/u)
    expect(atRisk(answer)).toEqual({ 31: 60 })
    expect(hitOf(answer, 31)).toMatchObject({ lostOrders: 0.3 })
    const elsewhere = { ...requestOf([node]), region: '210200' }
    expect((await product.api.refusal('POST', '/supply/knock-out', elsewhere)).status).toBe(400)
  })

  it('of a county stops everyone in it', async () => {
    const answer = await run([{ kind: 'place', place: COUNTY_CODES.haicheng }])
    expect(answer.targets).toMatchObject([{ name: expect.stringContaining('海城市') as string, firms: 1 }])
    expect(atRisk(answer)).toEqual({ 1: 600, 2: 120, 3: 24 })
  })

  it('names substitutes at the same node by nearness, with what they could add', async () => {
    const { substitutes } = await run([firmStop(32)], { spare: 0.1 })
    expect(substitutes).toMatchObject([{ nodeName: '数控车床', replaces: 1, total: 3 }])
    expect(
      substitutes[0]?.rows.map(({ party, near, spareWan, sizeWan }) => [
        serialOf(party.id),
        near,
        spareWan === null ? null : Number(spareWan),
        sizeWan === null ? null : Number(sizeWan),
      ]),
    ).toEqual([
      [41, 'county', 80, 4000],
      [42, 'city', null, null],
      [43, 'province', 60, 3000],
    ])
  })

  it('keeps who is hit without a known amount apart, and outside buyers in one row of their own', async () => {
    const answer = await run([firmStop(51)])
    expect(answer).toMatchObject({ hit: 1, unknownAmounts: 1 })
    expect(Number(answer.atRiskWan)).toBe(0)
    expect(answer.hits[1]).toMatchObject({ atRiskWan: null, party: { name: OUTSIDE, kind: 'unlisted' } })
    expect(answer.byRegion).toMatchObject([{ code: null, firms: 1, unknown: 1 }])
  })

  it('states every assumption in words, and that it is no forecast', async () => {
    const { method } = await run([firmStop(1)], { spare: 0.25 })
    const text = method.join('\n')
    for (const said of ['推演，非预测', '73 天', '0.25', '365', '线性', '库存']) expect(text).toContain(said)
  })

  it('is a workbook whose every sheet says that it is no forecast', async () => {
    const { api } = product
    const answer = await run([firmStop(1)])
    const file = await api.send('POST', '/supply/knock-out/export.xlsx', requestOf([firmStop(1)]))
    const sheets = await readWorkbook(await file.blob())
    expect(Object.keys(sheets)).toEqual(['假设与说明', '汇总', '逐家', '分县', '断源', '替代'])
    for (const cells of Object.values(sheets)) expect(cells.flat().join()).toContain('推演，非预测')
    const rows = recordsUnder(sheets['逐家'] ?? [], '企业名称')
    expect(rows.map((row) => row['企业名称'])).toEqual(answer.hits.map(({ party }) => party.name))
    expect(Number(rows[1]?.['风险收入（万元，推演）'])).toBe(2000)
  })

  describe('is refused, in words,', () => {
    const refused = async (stops: unknown, more: object = {}) => {
      const { status, problem } = await product.api.refusal('POST', '/supply/knock-out', {
        ...requestOf([]),
        stops,
        ...more,
      })
      expect(problem.detail).toMatch(/[一-鿿]/u)
      return status
    }

    it('without a target, with too many, for one that nobody knows or that is empty', async () => {
      expect(await refused([])).toBe(400)
      expect(await refused(Array.from({ length: 21 }, (_none, at) => firmStop(at + 1)))).toBe(400)
      expect(await refused([firmStop(999)])).toBe(400)
      expect(await refused([{ kind: 'place', place: '210282' }])).toBe(400)
      expect(await refused([{ kind: 'node', chain: CNC, node: 'nothing' }])).toBe(404)
    })

    it('with assumptions out of range', async () => {
      for (const wrong of [
        { days: 0 },
        { days: 366 },
        { cutPercent: 0 },
        { cutPercent: 101 },
        { passUp: 1.1 },
        { tiers: 5 },
      ])
        expect(await refused([firmStop(1)], { assumptions: { ...FIFTH, ...wrong } })).toBe(400)
    })

    it('for a place or a firm outside what one may see, and for visitors', async () => {
      const shenyang = apiOf(appAs(product.host, { region: '210100' }))
      const inShenyang = (stops: Stops) => ({ ...requestOf(stops), region: '210100' })
      const refusal = (stops: Stops) => shenyang.refusal('POST', '/supply/knock-out', inShenyang(stops))
      expect((await refusal([{ kind: 'place', place: COUNTY_CODES.haicheng }])).status).toBe(403)
      expect((await refusal([firmStop(4)])).status).toBe(400)
      expect((await shenyang.refusal('POST', '/supply/knock-out', requestOf([firmStop(2)]))).status).toBe(403)
      const visit = { cookie: 'audience=visitor' }
      for (const route of ['/supply/knock-out', '/supply/knock-out/export.xlsx'])
        expect((await product.api.send('POST', route, requestOf([firmStop(1)]), visit)).status).toBe(403)
    })
  })
})

const serialOf = (id: string): number => {
  const found = MAKERS.find(({ serial }) => fictionalCode(serial) === id)
  return found?.serial ?? -1
}
