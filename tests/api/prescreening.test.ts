import { beforeAll, describe, expect, it } from 'vitest'
import type { HonourCandidates, HonourSummary, Prescreening } from '@contract/honours'
import { asVisitor, LOCAL_PRINCIPAL } from '@server/source/principal'
import { apiOf, CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const HEAD = [
  '企业名称',
  '统一社会信用代码',
  '2025年营业收入（万元）',
  '2024年营业收入（万元）',
  '2025年研发费用（万元）',
  '2024年研发费用（万元）',
  '主营业务收入占比（%）',
  '资产负债率（%）',
  '从事细分市场年限（年）',
  'Ⅰ类知识产权数（项）',
  '2025年新增股权融资额（万元）',
  '发展评价得分（分）',
]

const row = (serial: number, ...cells: string[]) => [firm(serial).name, fictionalCode(serial), ...cells]

const INPUTS = [
  HEAD,
  row(1, '1500.00', '1400', '100', '100', '85', '60', '5', '2', '', '66'),
  row(2, '10000', '10000', '300', '299', '95', '60', '5', '6', '', '66'),
  row(3, '8000', '7000', '800', '700', '95', '50', '6', '5', '', '72'),
  row(4, '', '', '', '', '', '', '4', '', '', ''),
  row(5, '900', '800', '150', '150', '90', '50', '6', '5', '2000', ''),
]

const GIANT = '专精特新“小巨人”企业'
const HONOURS = [
  ['企业名称', '统一社会信用代码', '荣誉名称', '批次', '认定日期', '有效期止', '状态'],
  [firm(6).name, fictionalCode(6), GIANT, '第七批', '2025-09-01', '2027-01-31', ''],
  [firm(6).name, fictionalCode(6), '专精特新中小企业', '2024年', '2024-09-01', '2027-08-31', ''],
  [firm(6).name, fictionalCode(6), '创新型中小企业', '2024年', '2024-01-01', '2026-12-31', ''],
  [firm(7).name, fictionalCode(7), '专精特新中小企业', '2022年', '2022-09-01', '2025-08-31', ''],
  [firm(8).name, fictionalCode(8), '专精特新中小企业', '2024年', '2024-09-01', '2027-08-31', '撤销'],
  [firm(9).name, fictionalCode(9), '瞪羚企业', '', '', '', ''],
  [firm(1).name, fictionalCode(1), '创新型中小企业', '2025年', '2025-01-01', '', ''],
  [firm(10).name, fictionalCode(10), '专精特新中小企业', '2025年', '2025-01-01', '2026-11-30', ''],
]

describeApi('the titles of a region', (product) => {
  const screening = (serial: number, on?: string) =>
    product.api.get<Prescreening>(`/enterprises/${fictionalCode(serial)}/prescreening`, { on })
  const conditionOf = async (serial: number, on: string, tier: string, id: string) => {
    const { programmes } = await screening(serial, on)
    const conditions = programmes.find((item) => item.tier === tier)?.conditions ?? []
    return [...conditions, ...conditions.flatMap(({ parts }) => parts)].find((item) => item.id === id)
  }

  beforeAll(async () => {
    product.host.context.now = () => new Date('2026-11-21T08:00:00Z')
    await product.api.importFile(registerCsv(firms(12)))
    expect((await product.api.get<HonourSummary>('/honours/summary', { region: LIAONING })).listed).toBe(false)
    await product.api.importFile(csv(INPUTS), { fileName: '预筛.csv' })
    await product.api.importFile(csv(HONOURS), { kind: 'honours' })
  }, 60_000)

  describe('counted', () => {
    it('are counted once per tier and once altogether, lapsed and revoked ones apart', async () => {
      const summary = await product.api.get<HonourSummary>('/honours/summary', { region: LIAONING })
      expect(summary).toMatchObject({ listed: true, day: '2025-12-31', today: '2026-11-21', total: 4, totalToday: 4 })
      const tiers = Object.fromEntries(summary.tiers.map(({ tier, name: _name, ...rest }) => [tier, rest]))
      expect(tiers).toEqual({
        innovative: { held: 2, heldToday: 2, expiring: 1, lapsed: 0, revoked: 0, open: 0 },
        specialised: { held: 2, heldToday: 2, expiring: 1, lapsed: 1, revoked: 1, open: 0 },
        'little-giant': { held: 1, heldToday: 1, expiring: 1, lapsed: 0, revoked: 0, open: 0 },
        champion: { held: 0, heldToday: 0, expiring: 0, lapsed: 0, revoked: 0, open: 0 },
        gazelle: { held: 1, heldToday: 1, expiring: 0, lapsed: 0, revoked: 0, open: 1 },
      })
      expect(summary.derivedEnds).toBe(1)
      expect(summary.expiring.map(({ validTo, daysLeft }) => [validTo, daysLeft])).toEqual([
        ['2026-11-30', 9],
        ['2026-12-31', 40],
        ['2027-01-31', 71],
      ])
    })

    it('agree with the number on the panorama, of a chain too', async () => {
      const { figures } = await product.api.panorama()
      const summary = await product.api.get<HonourSummary>('/honours/summary', { region: LIAONING, chain: CNC })
      expect(summary.total).toBe(figures.honoured)
    })
  })

  describe('screened', () => {
    it('follow the day of evaluation from one version to the other', async () => {
      expect(await screening(1, '2026-03-31')).toMatchObject({
        ruleVersion: 'V2022',
        document: '工信部企业〔2022〕63号',
      })
      expect(await screening(1, '2026-04-01')).toMatchObject({
        ruleVersion: 'V2026',
        document: '工信部企业〔2026〕2号',
      })
      expect((await screening(1)).on).toBe('2026-11-21')
    })

    it('take exactly 1500 万元 for enough', async () => {
      expect(await conditionOf(1, '2026-04-01', 'specialised', 'v26-s-revenue')).toMatchObject({
        outcome: 'met',
        detail: '2025年 1500.00 万元（要求 ≥ 1500 万元）',
      })
    })

    it('ask for 3 % in each of two years, and under the former rules in the last one', async () => {
      expect(await conditionOf(2, '2026-04-01', 'specialised', 'v26-s-research-share')).toMatchObject({
        outcome: 'unmet',
        detail: '2025年 3.00 %，2024年 2.99 %（要求近 2 年每年 ≥ 3 %）',
      })
      expect((await conditionOf(2, '2026-03-31', 'specialised', 'v22-s-research-share'))?.outcome).toBe('met')
    })

    it('never speak of a verdict', async () => {
      for (const on of ['2026-03-31', '2026-04-01']) {
        const result = await screening(3, on)
        expect(JSON.stringify(result)).not.toContain('符合认定')
        expect(result.statement).toContain('不是认定结论')
      }
      const giant = (await screening(3)).programmes.find(({ tier }) => tier === 'little-giant')
      expect(giant).toMatchObject({ outcome: 'met', outcomeText: '满足（待评审）', unknown: 0, holds: false })
    })

    it('refuse a day that does not exist', async () => {
      const route = `/enterprises/${fictionalCode(1)}/prescreening?on=2026-02-30`
      expect((await product.api.refusal('GET', route)).problem.field).toBe('on')
    })
  })

  describe('within reach of an enterprise', () => {
    const candidates = (query: Record<string, string | number>) =>
      product.api.get<HonourCandidates>('/honours/candidates', { region: LIAONING, ...query })

    it('are listed with what is still open, the fewest first, and without whoever fails a condition', async () => {
      const list = await candidates({ tier: 'little-giant' })
      expect(list).toMatchObject({ total: 1, met: 1, screened: 5, ruleVersion: 'V2026' })
      expect(list.rows.map(({ name }) => name)).toEqual([firm(3).name])
      const specialised = await candidates({ tier: 'specialised' })
      expect(specialised.rows.map(({ name, unknown }) => [name, unknown])).toEqual([[firm(1).name, 1]])
      const former = await candidates({ tier: 'specialised', on: '2026-03-31' })
      expect(former.rows.map(({ name, unknown }) => [name, unknown])).toEqual([
        [firm(2).name, 0],
        [firm(3).name, 0],
        [firm(1).name, 0],
        [firm(5).name, 1],
        [firm(4).name, 4],
      ])
    })

    it('come page by page in one order', async () => {
      const first = await candidates({ on: '2026-03-31', limit: 2 })
      const second = await candidates({ on: '2026-03-31', limit: 2, after: first.next ?? 0 })
      expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([2, 3, 1, 5].map((at) => firm(at).name))
    })

    it('go into a workbook with codes as text and where the rules come from', async () => {
      const response = await product.api.send(
        'GET',
        `/honours/candidates/export.xlsx?region=${LIAONING}&tier=specialised&on=2026-03-31`,
      )
      const book = await readWorkbook(await response.blob())
      const sheets = JSON.stringify(book)
      expect(sheets).toContain(fictionalCode(2))
      expect(sheets).toContain('口径与来源')
      expect(sheets).toContain('工信部企业〔2022〕63号')
      expect(sheets).not.toContain('符合认定')
    })

    it('are not shown to visitors', async () => {
      const visitor = apiOf(appAs(product.host, asVisitor(LOCAL_PRINCIPAL)))
      for (const route of [
        `/honours/candidates?region=${LIAONING}`,
        `/honours/candidates/export.xlsx?region=${LIAONING}`,
        `/enterprises/${fictionalCode(1)}/prescreening`,
      ])
        expect((await visitor.refusal('GET', route)).status).toBe(403)
      expect((await visitor.get<HonourSummary>('/honours/summary', { region: LIAONING })).total).toBe(4)
    })
  })
})
