import { describe, expect, it } from 'vitest'
import { chainOfTrades } from './chainOfTrades'
import { network } from './networks.fixture'
import { reach } from './reach'

const graph = network([
  ['钢厂', '主轴', '钢', 1],
  ['钢厂', '导轨', '钢', 1],
  ['主轴', '机床', '主轴', 1],
  ['导轨', '机床', '导轨', 1],
  ['机床', '整车', '机床', 1],
  ['整车', '钢厂', '废钢', 1],
])
const named = (firms: Int32Array) => Array.from(firms, (firm) => graph.names[firm])

describe('the tiers around a firm', () => {
  it('go up to suppliers of suppliers, each firm once at its nearest tier', () => {
    const { firms, tier } = reach(graph, { from: [graph.at('机床')], direction: 'up', tiers: 4 })
    expect(named(firms)).toEqual(['机床', '主轴', '导轨', '钢厂', '整车'])
    expect([...firms].map((firm) => tier[firm])).toEqual([0, 1, 1, 2, 3])
  })

  it('hold every trade on the way once, those that close a cycle too', () => {
    const { trades } = reach(graph, { from: [graph.at('机床')], direction: 'up', tiers: 4 })
    expect([...trades].sort()).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('end at the last tier', () => {
    const { firms, trades } = reach(graph, { from: [graph.at('机床')], direction: 'up', tiers: 1 })
    expect(named(firms)).toEqual(['机床', '主轴', '导轨'])
    expect(trades).toHaveLength(2)
  })

  it('keep to the trades that are asked for', () => {
    const { firms } = reach(graph, {
      from: [graph.at('机床')],
      direction: 'up',
      tiers: 4,
      allows: (trade) => trade !== 3,
    })
    expect(named(firms)).toEqual(['机床', '主轴', '钢厂', '整车'])
  })
})

describe('the way between two firms', () => {
  it('is the shortest, and says in which direction each trade is walked', () => {
    const hops = chainOfTrades(graph, graph.at('导轨'), graph.at('主轴'), 4)
    expect(hops).toEqual([
      { trade: 1, forward: false },
      { trade: 0, forward: true },
    ])
  })

  it('is none where it would be too long, and empty to the firm itself', () => {
    expect(chainOfTrades(graph, graph.at('主轴'), graph.at('整车'), 1)).toBeNull()
    expect(chainOfTrades(graph, 0, 0, 4)).toEqual([])
  })
})
