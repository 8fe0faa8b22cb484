import { describe, expect, it } from 'vitest'
import { atRiskByRegion } from './atRiskByRegion'
import { knockOut } from './knockOut'
import { town, townRevenue, townRun, TOWN_ASSUMPTIONS } from './machineTown.fixture'
import { propagation } from './propagation'
import { sourcesLost } from './sourcesLost'

const byName = (values: ArrayLike<number>) => Object.fromEntries(town.names.map((name, firm) => [name, values[firm]]))
const nameOf = (firm: number) => town.names[firm]
const tradeOf = (trade: number) => `${nameOf(town.supplier[trade] ?? 0)}→${nameOf(town.buyer[trade] ?? 0)}`

describe('a town of twelve firms whose 机床厂 stops', () => {
  it('has these amounts at risk', () => {
    expect(byName(townRun.atRisk)).toEqual({
      生铁: 3.5,
      铸造一: 12,
      铸造二: 8,
      轴承厂: 16,
      机器人: 0,
      芯片: 5,
      数控: 20,
      机床厂: 0,
      整车: 150,
      模具厂: 30,
      机床二厂: 0,
      经销: Number.NaN,
    })
    expect(townRun.stopped).toEqual([{ firm: town.at('机床厂'), share: 1, yuan: 60 }])
  })

  it('is hit in two steps, each over these trades', () => {
    const steps = propagation(town, townRun).map(({ hits, ...totals }) => ({
      ...totals,
      hits: hits.map(({ firm, wave, cut, trades }) => [nameOf(firm), wave, cut, trades.map(tradeOf).join()]),
    }))
    expect(steps).toEqual([
      { tier: 0, firms: 1, yuan: 0, unknown: 0, shortages: 0, lostOrders: 0, hits: [] },
      {
        tier: 1,
        firms: 6,
        yuan: 236,
        unknown: 0,
        shortages: 2,
        lostOrders: 4,
        hits: [
          ['整车', 'shortage', 0.75, '机床厂→整车'],
          ['模具厂', 'shortage', 0.375, '机床厂→模具厂'],
          ['数控', 'lostOrders', 1, '数控→机床厂'],
          ['轴承厂', 'lostOrders', 0.4, '轴承厂→机床厂'],
          ['铸造一', 'lostOrders', 0.5, '铸造一→机床厂'],
          ['铸造二', 'lostOrders', 1, '铸造二→机床厂'],
        ],
      },
      {
        tier: 2,
        firms: 3,
        yuan: 8.5,
        unknown: 1,
        shortages: 1,
        lostOrders: 2,
        hits: [
          ['芯片', 'lostOrders', 0.05, '芯片→数控'],
          ['生铁', 'lostOrders', 0.35, '生铁→铸造一,生铁→铸造二'],
          ['经销', 'shortage', 0.375, '整车→经销'],
        ],
      },
    ])
  })

  it('lists the largest of a step and counts them all', () => {
    const [, first] = propagation(town, townRun, 2)
    expect(first?.hits.map(({ firm }) => nameOf(firm))).toEqual(['整车', '模具厂'])
    expect([first?.firms, first?.lostOrders, first?.yuan]).toEqual([6, 4, 236])
  })

  it('leaves 整车 without 机床 and 模具厂 with a single source', () => {
    const product = town.products.indexOf('机床')
    expect(sourcesLost(town, townRun)).toEqual({
      baskets: [
        { buyer: town.at('整车'), product, before: 1, after: 0, left: 'none' },
        { buyer: town.at('模具厂'), product, before: 2, after: 1, left: 'single' },
      ],
      products: [{ product, before: 2, after: 1, buyers: 2, buyersWithNone: 1, buyersWithOne: 1 }],
      unnamed: 0,
    })
  })

  it('puts the amounts where the firms are', () => {
    const county = (firm: number) => (['整车', '经销', '模具厂'].includes(nameOf(firm) ?? '') ? '210283' : '210211')
    expect(atRiskByRegion(townRun.atRisk, county)).toEqual([
      { region: '210283', yuan: 180, firms: 3, unknown: 1 },
      { region: '210211', yuan: 64.5, firms: 6, unknown: 0 },
    ])
  })

  it('loses no source when 机床厂 only halves', () => {
    const half = knockOut(town, townRevenue, [{ firm: town.at('机床厂'), share: 0.5 }], TOWN_ASSUMPTIONS)
    expect(sourcesLost(town, half)).toEqual({ baskets: [], products: [], unnamed: 0 })
    // 150 of 机床 are missing, 75 are made up for.
    expect(byName(half.shortage)).toMatchObject({ 整车: 0.25, 模具厂: 0.125 })
  })

  it('counts a source that is stopped by its own shortage as lost', () => {
    const stop = [{ firm: town.at('机床厂'), share: 1 }]
    const all = knockOut(town, townRevenue, stop, { ...TOWN_ASSUMPTIONS, passDown: 1, spare: 0 })
    const { baskets } = sourcesLost(town, all)
    expect(baskets.map(({ buyer, left }) => [nameOf(buyer), left])).toEqual([
      ['整车', 'none'],
      ['经销', 'none'],
      ['模具厂', 'single'],
    ])
  })

  it('feels nothing upstream of a leaf that buys nothing, and nothing downstream of one that sells nothing', () => {
    const leaf = (name: string) => knockOut(town, townRevenue, [{ firm: town.at(name), share: 1 }], TOWN_ASSUMPTIONS)
    expect(leaf('生铁').lostOrders.every((cut) => cut === 0)).toBe(true)
    expect(leaf('经销').shortage.every((cut) => cut === 0)).toBe(true)
  })
})
