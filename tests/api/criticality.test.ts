import { beforeAll, expect, it } from 'vitest'
import type { Criticality } from '@contract/criticality'
import { CNC, LIAONING, apiOf, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { makersCsv, tradesCsv, type Maker } from '../fixtures/supplyNetworks'

const maker = (serial: number, makes: string, county: Maker['county'] = 'tiexi'): Maker => ({
  serial,
  county,
  makes,
  revenue: '1000',
})

/** A maker of lathes; one maker of spindles; five of ball screws, of which only one is known to sell. */
const MAKERS = [
  maker(1, '数控车床'),
  maker(2, '滚珠丝杠'),
  maker(3, '电主轴', 'heping'),
  ...[5, 6, 7].map((serial) => maker(serial, '滚珠丝杠')),
  maker(8, '滚珠丝杠', 'jinzhou'),
]

const TRADES = [
  { supplier: 2, buyer: 1, product: '滚珠丝杠', amount: '600' },
  { supplier: 3, buyer: 1, product: '电主轴', amount: '400' },
  // The product says which node it is, though nobody knows the seller.
  { supplier: '某某虚构外地数控厂', buyer: 1, product: '数控系统', amount: '100' },
]

/** Without 中介中心度, which goes by the whole chain, the numbers can be reckoned by hand. */
const HALVES = { w1: 0.5, w2: 0.5, w3: 0, tau: 0.25 }

describeApi('key links of a chain', (product) => {
  beforeAll(async () => {
    await product.api.importFile(makersCsv(MAKERS))
    await product.api.importFile(tradesCsv(TRADES), { kind: 'links', fileName: '供应关系.csv' })
  })
  const ask = (query: Query = {}) =>
    product.api.get<Criticality>('/supply/criticality', { region: LIAONING, chain: CNC, ...HALVES, ...query })

  it('are ranked before and after substitutability, and the easily replaced one is demoted', async () => {
    const { nodes } = await ask()
    const rows = nodes.map((row) => [
      row.node,
      Number(row.supplyShare),
      row.substitutes,
      Number(row.before),
      Number(row.after),
      row.rankBefore,
      row.rankAfter,
      row.isDemoted,
    ])
    expect(rows).toEqual([
      ['electric-spindle', 0.4, 0, 0.7, 0.7, 2, 1, false],
      ['cnc-lathe', 0, 0, 0.5, 0.5, 3, 2, false],
      ['cnc-standard', 0, 0, 0.5, 0.5, 3, 2, false],
      // Difficulty 1 / (1 + 4) = 0.2 is below τ: (0.5 × 0.6 + 0.5 × 0.2) × 0.2 ÷ 0.25.
      ['ball-screw', 0.6, 4, 0.8, 0.32, 1, 4, true],
    ])
    expect(nodes.find(({ node }) => node === 'ball-screw')?.reason).toMatch(/60%.*4 家可替代.*降/u)
  })

  it('name gaps: what is bought and nobody here supplies, and what one firm alone supplies', async () => {
    const { nodes } = await ask()
    expect(Object.fromEntries(nodes.map(({ node, gap, suppliers }) => [node, [gap, suppliers]]))).toEqual({
      'electric-spindle': ['single', 1],
      'cnc-lathe': ['single', 1],
      'cnc-standard': ['empty', 0],
      'ball-screw': ['none', 5],
    })
  })

  it('rank the firms that are known to sell, by the same rule', async () => {
    const { firms } = await ask()
    expect(firms.map(({ party, before, after }) => [party.id, Number(before), Number(after)])).toEqual([
      [fictionalCode(3), 1, 1],
      [fictionalCode(2), 1, 0.48],
    ])
  })

  it('change with weights and threshold, which stand beside them, and with the region', async () => {
    const lenient = await ask({ tau: 0.2 })
    expect(lenient.weights).toEqual({ ...HALVES, tau: 0.2 })
    expect(lenient.nodes.find(({ node }) => node === 'ball-screw')).toMatchObject({ isDemoted: false, after: '0.4' })
    const { nodes } = await ask({ region: '210200' })
    // Dalian has one maker of ball screws, for whom four of the province could stand in.
    expect(nodes).toMatchObject([{ node: 'ball-screw', suppliers: 1, substitutes: 4, gap: 'single' }])
    expect((await ask()).method.join()).toContain('已知采购')
  })

  it('are a workbook with the same ranks', async () => {
    const { api } = product
    const { nodes } = await ask()
    const query = api.queryOf({ region: LIAONING, chain: CNC, ...HALVES })
    const file = await api.send('GET', `/supply/criticality/export.xlsx?${query}`)
    const sheets = await readWorkbook(await file.blob())
    const rows = recordsUnder(sheets['关键环节'] ?? [], '环节')
    expect(rows.map((row) => [row['环节'], Number(row['纠偏后位次'])])).toEqual(
      nodes.map(({ nodeName, rankAfter }) => [nodeName, rankAfter]),
    )
    expect(recordsUnder(sheets['断点'] ?? [], '环节')).toHaveLength(3)
  })

  it('are refused for an unknown chain, without any weight and out of reach', async () => {
    const { api, host } = product
    const refused = async (query: Query, app = api) =>
      (await app.refusal('GET', `/supply/criticality?${api.queryOf({ region: LIAONING, chain: CNC, ...query })}`))
        .status
    expect(await refused({ chain: 'nothing' })).toBe(404)
    expect(await refused({ w1: 0, w2: 0, w3: 0 })).toBe(400)
    expect(await refused({ tau: 1.5 })).toBe(400)
    expect(await refused({}, apiOf(appAs(host, { region: '210100' })))).toBe(403)
  })
})
