import { describe, expect, it } from 'vitest'
import type { SupplyRing } from '../indicator/localSupply'
import { community } from './community'
import { egoFigures } from './egoFigures'
import { network } from './networks.fixture'

const WAN = 10_000
const graph = network([
  ['本县', '链主', '铸件', 30 * WAN],
  ['本县', '链主', '床身', null],
  ['本市', '链主', '铸件', 20 * WAN],
  ['本市未报', '链主', '电机', null],
  ['省内', '链主', '轴承', 10 * WAN],
  ['省外', '链主', '芯片', 40 * WAN],
  ['未定位', '链主', null, null],
  ['链主', '链主', '自用件', 500 * WAN],
  ['矿', '本县', '生铁', 5 * WAN],
  ['链主', '客户', '机床', 60 * WAN],
  ['链主', '本市', '机床', 20 * WAN],
  ['链主', '客户未报', '机床', null],
  ['客户', '远方', '整机', 1 * WAN],
])
const RINGS: Record<string, SupplyRing> = {
  本县: 'county',
  本市: 'city',
  本市未报: 'city',
  省内: 'province',
  省外: 'outside',
  客户: 'province',
  远方: 'province',
  矿: 'outside',
}
const CHAINS: Record<string, string[]> = { 本县: ['机床', '机器人', '机床'], 本市: ['机床'], 省外: ['a', 'b', 'c'] }
const nameOf = (firm: number) => graph.names[firm] ?? ''
const figures = (revenue = Number.NaN) =>
  egoFigures(graph, {
    firm: graph.at('链主'),
    ringOf: (firm) => RINGS[nameOf(firm)] ?? 'unknown',
    chainsOf: (firm) => CHAINS[nameOf(firm)] ?? [],
    revenue,
  })

describe('链主的数', () => {
  const own = figures()

  it('nests 本地配套率, by suppliers and by amount', () => {
    expect(own.localRates).toEqual([
      {
        zone: 'county',
        byCount: { local: 1, whole: 6, rate: '0.1667' },
        byAmount: { local: '30', whole: '100', rate: '0.3000' },
      },
      {
        zone: 'city',
        byCount: { local: 3, whole: 6, rate: '0.5000' },
        byAmount: { local: '50', whole: '100', rate: '0.5000' },
      },
      {
        zone: 'province',
        byCount: { local: 4, whole: 6, rate: '0.6667' },
        byAmount: { local: '60', whole: '100', rate: '0.6000' },
      },
    ])
  })

  it('counts partners, those in the city, and those without an amount', () => {
    const { suppliers, buyers, citySuppliers, suppliersWithoutAmount, buyersWithoutAmount } = own
    expect([suppliers, buyers, citySuppliers, suppliersWithoutAmount, buyersWithoutAmount]).toEqual([6, 3, 3, 2, 1])
  })

  it('has a depth either way', () => {
    expect(own.depth).toEqual({ up: 2, down: 2 })
  })

  it('names who is bought from and sold to most', () => {
    expect(own.topSupplier).toEqual({ firm: graph.at('省外'), yuan: 40 * WAN, whole: 100 * WAN, part: 0.4 })
    expect(own.topBuyer).toEqual({ firm: graph.at('客户'), yuan: 60 * WAN, whole: 80 * WAN, part: 0.75 })
    expect(figures(240 * WAN).topBuyer?.part).toBe(0.25)
    expect(figures(1).topBuyer?.part).toBe(0.75)
  })

  it('lists products of a single source, not those without a name', () => {
    expect(
      own.singleSource.map(({ product, supplier, yuan }) => [graph.products[product], nameOf(supplier), yuan]),
    ).toEqual([
      ['床身', '本县', Number.NaN],
      ['电机', '本市未报', Number.NaN],
      ['轴承', '省内', 10 * WAN],
      ['芯片', '省外', 40 * WAN],
    ])
  })

  it('lists suppliers of two chains or more', () => {
    expect(own.multiChain.map(({ firm, chains }) => [nameOf(firm), chains.join()])).toEqual([
      ['省外', 'a,b,c'],
      ['本县', '机器人,机床'],
    ])
  })

  it('has none of it without trades', () => {
    const alone = egoFigures(network([], ['甲']), { firm: 0, ringOf: () => 'unknown', chainsOf: () => [], revenue: 5 })
    expect(alone).toMatchObject({ suppliers: 0, topSupplier: null, topBuyer: null, depth: { up: 0, down: 0 } })
    expect([alone.purchases, alone.localRates[0]?.byAmount, alone.localRates[0]?.byCount.rate]).toEqual([
      Number.NaN,
      null,
      null,
    ])
  })
})

describe('整零共同体', () => {
  it('is the 链主 and who supplies it or buys from it, over the tiers, in the scope', () => {
    const members = community(graph, graph.at('链主'), {
      tiers: 2,
      isInScope: (firm) => ['county', 'city', 'province'].includes(RINGS[nameOf(firm)] ?? ''),
    })
    expect(members.map(({ firm, role, tierUp, tierDown }) => [nameOf(firm), role, tierUp, tierDown])).toEqual([
      ['链主', 'leader', 0, 0],
      ['本县', 'supplier', 1, null],
      ['本市', 'both', 1, 1],
      ['本市未报', 'supplier', 1, null],
      ['省内', 'supplier', 1, null],
      ['客户', 'buyer', null, 1],
      ['远方', 'buyer', null, 2],
    ])
  })
})
