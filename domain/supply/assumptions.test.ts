import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS, knockOut, type Assumptions } from './knockOut'
import { network, type Trade } from './networks.fixture'

describe('what cannot be assumed', () => {
  const graph = network([
    ['铸件', '床身', '毛坯', 100],
    ['床身', '机床', '床身', 200],
  ])
  const nothing = new Float64Array(graph.firms)

  it.each<[Partial<Assumptions>, string]>([
    [{ days: 0 }, 'days'],
    [{ days: 30.5 }, 'days'],
    [{ days: 366 }, 'days'],
    [{ tiers: 0 }, 'tiers'],
    [{ tiers: 5 }, 'tiers'],
    [{ passUp: 1.1 }, 'passUp'],
    [{ passDown: -0.1 }, 'passDown'],
    [{ spare: Number.NaN }, 'spare'],
  ])('%o is refused', (changed, named) => {
    expect(() => knockOut(graph, nothing, [], { ...DEFAULT_ASSUMPTIONS, ...changed })).toThrow(named)
  })

  it.each([
    { firm: 0, share: 1.01 },
    { firm: 0, share: -0.1 },
    { firm: 0, share: Number.NaN },
    { firm: 3, share: 1 },
    { firm: -1, share: 1 },
  ])('%o is no stop', (stop) => {
    expect(() => knockOut(graph, nothing, [stop], DEFAULT_ASSUMPTIONS)).toThrow('stop')
  })

  it.each<Trade>([
    ['甲', '乙', '件', -1],
    ['甲', '乙', '件', 1, 1.2],
    ['甲', '乙', '件', 1, -0.2],
  ])('nor is %s → %s, %s, %s, %s a trade', (...trade) => {
    expect(() => network([trade])).toThrow('trade 0')
  })

  it('takes a stop by nothing for none', () => {
    expect(knockOut(graph, nothing, [{ firm: 2, share: 0 }], DEFAULT_ASSUMPTIONS)).toMatchObject({
      stopped: [],
      hit: new Int32Array(0),
    })
  })
})
