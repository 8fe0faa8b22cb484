import { describe, expect, it } from 'vitest'
import { knockOut, type Assumptions, type Stop } from './knockOut'
import { network, type Network, type Trade } from './networks.fixture'

const YEAR: Assumptions = { days: 365, passUp: 1, passDown: 1, tiers: 4, spare: 0 }

interface Run {
  revenue?: Record<string, number>
  stops: Record<string, number>
  assumptions?: Partial<Assumptions>
}

function run(graph: Network, { revenue = {}, stops, assumptions = {} }: Run) {
  const known = Float64Array.from(graph.names, (name) => revenue[name] ?? Number.NaN)
  const stopped = Object.entries(stops).map(([name, share]): Stop => ({ firm: graph.at(name), share }))
  const result = knockOut(graph, known, stopped, { ...YEAR, ...assumptions })
  const { atRisk, shortage, lostOrders, shortageTier, lostOrdersTier } = result
  const byName = (values: ArrayLike<number>) =>
    Object.fromEntries(graph.names.map((name, firm) => [name, values[firm] ?? 0]))
  return {
    atRisk: byName(atRisk),
    shortage: byName(shortage),
    lostOrders: byName(lostOrders),
    shortageTier: byName(shortageTier),
    lostOrdersTier: byName(lostOrdersTier),
    hit: [...result.hit].map((firm) => graph.names[firm]),
    uncounted: graph.names.filter((_, firm) => result.lostOrdersUncounted[firm] === 1),
  }
}

/** 铸件 → 床身 → 机床 → 整车. */
const LINE: Trade[] = [
  ['铸件', '床身', '毛坯', 100],
  ['床身', '机床', '床身', 200],
  ['机床', '整车', '机床', 400],
]
const LINE_REVENUE = { 铸件: 100, 床身: 400, 机床: 800, 整车: 1000 }

describe('a chain', () => {
  it('loses orders upstream and inputs downstream, tier by tier', () => {
    const { atRisk, lostOrders, lostOrdersTier, shortageTier } = run(network(LINE), {
      revenue: LINE_REVENUE,
      stops: { 机床: 1 },
    })
    // 床身 loses 200 of 400, so it orders half as much of 铸件: 50 of 100.
    expect(atRisk).toEqual({ 铸件: 50, 床身: 200, 机床: 0, 整车: 1000 })
    expect(lostOrders).toMatchObject({ 床身: 0.5, 铸件: 0.5, 整车: 0 })
    expect(lostOrdersTier).toMatchObject({ 机床: 0, 床身: 1, 铸件: 2, 整车: -1 })
    expect(shortageTier).toMatchObject({ 机床: 0, 整车: 1, 床身: -1 })
  })

  it('takes 30 days as 30 of 365', () => {
    const { atRisk } = run(network(LINE), { revenue: LINE_REVENUE, stops: { 机床: 1 }, assumptions: { days: 30 } })
    expect(atRisk['床身']).toBeCloseTo((200 * 30) / 365, 9)
    expect(atRisk['整车']).toBeCloseTo((1000 * 30) / 365, 9)
  })

  it('passes a percentage stop on in proportion', () => {
    const { atRisk } = run(network(LINE), { revenue: LINE_REVENUE, stops: { 机床: 0.4 } })
    expect(atRisk).toEqual({ 铸件: 20, 床身: 80, 机床: 0, 整车: 400 })
  })

  it('reaches only the first tier when nothing is passed on', () => {
    const { atRisk } = run(network(LINE), {
      revenue: LINE_REVENUE,
      stops: { 整车: 1 },
      assumptions: { passUp: 0, passDown: 0 },
    })
    expect(atRisk).toEqual({ 铸件: 0, 床身: 0, 机床: 400, 整车: 0 })
  })

  it('stops at the last tier', () => {
    const { lostOrdersTier } = run(network(LINE), {
      revenue: LINE_REVENUE,
      stops: { 整车: 1 },
      assumptions: { tiers: 2 },
    })
    expect(lostOrdersTier).toMatchObject({ 机床: 1, 床身: 2, 铸件: -1 })
  })

  it('changes nothing upstream of a supplier that buys from nobody', () => {
    const { lostOrders, lostOrdersTier } = run(network(LINE), { revenue: LINE_REVENUE, stops: { 铸件: 1 } })
    expect(Object.values(lostOrders)).toEqual([0, 0, 0, 0])
    expect(lostOrdersTier).toMatchObject({ 床身: -1, 机床: -1, 整车: -1 })
  })
})

describe('a diamond', () => {
  const DIAMOND: Trade[] = [
    ['钢厂', '主轴', '钢材', 60],
    ['钢厂', '导轨', '钢材', 40],
    ['主轴', '机床', '主轴', 120],
    ['导轨', '机床', '导轨', 80],
  ]

  it('adds up the orders lost over both ways', () => {
    const { atRisk, lostOrdersTier } = run(network(DIAMOND), {
      revenue: { 钢厂: 200, 主轴: 120, 导轨: 160, 机床: 500 },
      stops: { 机床: 1 },
    })
    // 主轴 loses all, 导轨 half: 60 + 20 of 钢厂's 200.
    expect(atRisk).toEqual({ 钢厂: 80, 主轴: 120, 导轨: 80, 机床: 0 })
    expect(lostOrdersTier['钢厂']).toBe(2)
  })

  it('lets the scarcest input decide, not the sum of them', () => {
    const { shortage } = run(network(DIAMOND), { stops: { 主轴: 0.5, 导轨: 0.3 } })
    expect(shortage['机床']).toBe(0.5)
  })
})

describe('a cycle', () => {
  const CYCLE: Trade[] = [
    ['甲', '乙', '料', 100],
    ['乙', '丙', '件', 100],
    ['丙', '甲', '废料', 100],
  ]

  it('dies out at the last tier and gives nobody more than all', () => {
    const { atRisk, shortage } = run(network(CYCLE), { stops: { 甲: 1 } })
    expect(shortage).toMatchObject({ 乙: 1, 丙: 1 })
    expect(atRisk).toEqual({ 甲: 0, 乙: 100, 丙: 100 })
  })
})

describe('other suppliers of the same product', () => {
  const SHARED: Trade[] = [
    ['轴承一', '机床', '轴承', 60],
    ['轴承二', '机床', '轴承', 40],
    ['轴承二', '机器人', '轴承', 60],
  ]

  it('limit the shortage to the part that is lost', () => {
    expect(run(network(SHARED), { stops: { 轴承一: 1 } }).shortage).toMatchObject({ 机床: 0.6, 机器人: 0 })
  })

  it('fill a part of it when they can deliver more', () => {
    const { shortage } = run(network(SHARED), { stops: { 轴承一: 1 }, assumptions: { spare: 0.3 } })
    // 30 % of the other 100 is 30 of the missing 60.
    expect(shortage['机床']).toBeCloseTo(0.3, 12)
  })

  it('never stand in for a product without a name', () => {
    const nameless = SHARED.map(([supplier, buyer, , yuan]): Trade => [supplier, buyer, null, yuan])
    const { shortage } = run(network(nameless), { stops: { 轴承一: 1 }, assumptions: { spare: 1 } })
    expect(shortage['机床']).toBe(0.6)
  })
})

describe('what is not known', () => {
  it('counts suppliers alike where no amount of a product is known', () => {
    const { shortage, atRisk } = run(
      network([
        ['甲', '丙', '件', null],
        ['乙', '丙', '件', null],
      ]),
      { stops: { 甲: 1 } },
    )
    expect(shortage['丙']).toBe(0.5)
    expect(atRisk['丙']).toBeNaN()
  })

  it('takes the known sales for the revenue where they are more', () => {
    const { lostOrders } = run(network([['甲', '乙', '件', 300]]), { revenue: { 甲: 100 }, stops: { 乙: 1 } })
    expect(lostOrders['甲']).toBe(1)
  })
})

describe('shares', () => {
  const stopA: Record<string, number> = { 甲: 1 }

  it.each<[string, Trade[], Record<string, number>, number]>([
    [
      'weigh the suppliers where no amount is known',
      [
        ['甲', '丙', '件', null, 0.7],
        ['乙', '丙', '件', null, 0.3],
      ],
      stopA,
      0.7,
    ],
    [
      'are parts of all that is bought, also of what no supplier is named for',
      [['甲', '丙', '件', null, 0.4]],
      stopA,
      0.4,
    ],
    [
      'leave the rest to suppliers without one',
      [
        ['甲', '丙', '件', null, 0.4],
        ['乙', '丙', '件', null],
      ],
      { 乙: 1 },
      0.6,
    ],
    [
      'of more than 100 % count in proportion',
      [
        ['甲', '丙', '件', null, 0.9],
        ['乙', '丙', '件', null, 0.6],
      ],
      stopA,
      0.6,
    ],
    [
      'stand back behind amounts',
      [
        ['甲', '丙', '件', 30, 0.7],
        ['乙', '丙', '件', 70, 0.3],
      ],
      stopA,
      0.3,
    ],
    [
      'stand in where they say more than amounts',
      [
        ['甲', '丙', '件', 30, 0.7],
        ['乙', '丙', '件', null, 0.3],
      ],
      stopA,
      0.7,
    ],
    [
      'of all that stop make a whole',
      [
        ['甲', '丙', '件', null, 0.7],
        ['乙', '丙', '件', null, 0.1],
        ['丁', '丙', '件', null, 0.2],
      ],
      { 甲: 1, 乙: 1, 丁: 1 },
      1,
    ],
  ])('%s', (_, trades, stops, shortage) => {
    expect(run(network(trades), { stops }).shortage['丙']).toBe(shortage)
  })
})

describe('trades of unknown amount', () => {
  it('reach a supplier with an amount that is not known, and no further', () => {
    const trades: Trade[] = [
      ['丙', '甲', '料', 10],
      ['甲', '乙', '件', null],
    ]
    const { atRisk, lostOrders, lostOrdersTier, hit } = run(network(trades), { revenue: { 甲: 100 }, stops: { 乙: 1 } })
    expect(lostOrdersTier).toEqual({ 丙: -1, 甲: 1, 乙: 0 })
    expect([lostOrders['甲'], atRisk['甲'], atRisk['丙']]).toEqual([0, Number.NaN, 0])
    expect(hit).toEqual(['甲'])
  })

  it('make what is known a lower bound', () => {
    const trades: Trade[] = [
      ['甲', '乙', '件', null],
      ['甲', '乙', '轴', 30],
    ]
    const { atRisk, uncounted } = run(network(trades), { stops: { 乙: 1 } })
    expect([atRisk['甲'], uncounted]).toEqual([30, ['甲']])
  })

  it('cannot be weighed beside known ones', () => {
    const trades: Trade[] = [
      ['甲', '丙', '件', null],
      ['乙', '丙', '件', 70],
    ]
    const { shortage, shortageTier, atRisk } = run(network(trades), { revenue: { 丙: 100 }, stops: { 甲: 1 } })
    expect([shortage['丙'], shortageTier['丙'], atRisk['丙']]).toEqual([0, 1, Number.NaN])
  })
})

it('leaves 自供 out', () => {
  const { atRisk, lostOrdersTier } = run(
    network([
      ['甲', '甲', '件', 900],
      ['甲', '乙', '件', 100],
    ]),
    { stops: { 乙: 1 } },
  )
  // Of sales of 100, not 1 000.
  expect([atRisk['甲'], lostOrdersTier['甲']]).toEqual([100, 1])
})

it('weighs parallel trades of two products apart, and those of one together', () => {
  const trades: Trade[] = [
    ['甲', '丙', '件', 10],
    ['甲', '丙', '轴', 30],
    ['甲', '丙', '轴', 10],
    ['乙', '丙', '轴', 40],
    ['乙', '丙', '件', 30],
  ]
  expect(run(network(trades), { stops: { 甲: 1 } })).toMatchObject({ shortage: { 丙: 0.5 } })
  expect(run(network(trades), { stops: { 甲: 0.5, 乙: 1 } }).shortage['丙']).toBe(0.875)
})

it('stops all firms of a county at once, each counted once', () => {
  const { atRisk, lostOrders } = run(network(LINE), { revenue: LINE_REVENUE, stops: { 床身: 1, 机床: 0.5 } })
  // 铸件 loses what 床身 buys; 整车 lacks half of its 机床, or all of it for lack of 床身.
  expect(atRisk).toEqual({ 铸件: 100, 床身: 0, 机床: 0, 整车: 1000 })
  expect(lostOrders['床身']).toBe(0.25)
})

describe('a firm of two chains', () => {
  it('is hit through both and counted once', () => {
    const { atRisk } = run(
      network([
        ['轴承', '机床', '轴承', 70],
        ['轴承', '机器人', '轴承', 30],
      ]),
      { revenue: { 轴承: 200 }, stops: { 机床: 1, 机器人: 1 } },
    )
    expect(atRisk['轴承']).toBe(100)
  })
})

it('does not depend on the order of firms or trades', () => {
  const stops = { 机床: 0.7 }
  const revenue = LINE_REVENUE
  const straight = run(network(LINE), { revenue, stops })
  const turned = run(network([...LINE].reverse(), ['整车', '铸件', '机床', '床身']), { revenue, stops })
  expect(turned.atRisk).toEqual(straight.atRisk)
  expect(turned.shortageTier).toEqual(straight.shortageTier)
})
