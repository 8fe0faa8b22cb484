import { describe, expect, it } from 'vitest'
import { cardFixture } from './clusterCard.fixture'
import { portfolioOf, quadrantOf } from './portfolio'

describe('the portfolio of clusters', () => {
  it.each([
    [1, 0, 'leading'],
    [0.99, 0, 'rising'],
    [1, -0.0001, 'strained'],
    [0.2, -0.3, 'nascent'],
  ] as const)('takes a quotient of %s and a growth of %s for %s: the lines count as above', (quotient, growth, id) => {
    expect(quadrantOf(quotient, growth)).toBe(id)
  })

  it('gives no place to a cluster that lacks an input, and says which', () => {
    const { points, unplaced } = portfolioOf([
      cardFixture('全', { quotient: '2.00', growth: '0.1', revenueWan: '100' }),
      cardFixture('缺增速', { quotient: '2.00', growth: null, revenueWan: '100' }),
      cardFixture('都缺', { quotient: null, growth: null, revenueWan: null }),
      cardFixture('零', { quotient: '0.00', growth: '0.1', revenueWan: '100' }),
    ])
    expect(points.map(({ card }) => card.cluster.name)).toEqual(['全'])
    expect(unplaced.map(({ card, reasons }) => [card.cluster.name, reasons.length])).toEqual([
      ['缺增速', 1],
      ['都缺', 3],
      ['零', 1],
    ])
    expect(unplaced[0]?.reasons[0]).toContain('缺增速')
    expect(unplaced[2]?.reasons[0]).toBe('区位商为 0')
  })

  it('keeps the place of a cluster whose revenue is not public, and gives it no size', () => {
    const card = cardFixture('锁', { quotient: '2.00', growth: '0.1', revenueWan: null })
    const figures = { ...card.figures, revenueSuppressed: 'few' as const }
    expect(portfolioOf([{ ...card, figures }]).points).toMatchObject([{ revenueWan: null }])
    const hidden = { ...card, figures, growth: { ...card.growth, value: null, suppressed: 'few' as const } }
    expect(portfolioOf([hidden]).unplaced[0]?.reasons).toEqual(['增速不公布'])
  })

  it('draws the largest first, so that small ones lie on top', () => {
    const cards = ['10', '1000', '200'].map((revenueWan) =>
      cardFixture(revenueWan, { quotient: '1.5', growth: '0.1', revenueWan }),
    )
    expect(portfolioOf(cards).points.map(({ card }) => card.cluster.name)).toEqual(['1000', '200', '10'])
  })

  it.each([
    [[], [0.5, 2], [-0.05, 0.05], 0.05],
    [[['1.50', '0.12']], [0.5, 2], [-0.05, 0.15], 0.05],
    [[['14.31', '0.0015']], [0.5, 16], [-0.05, 0.05], 0.05],
    [
      [
        ['0.10', '-0.32'],
        ['1.00', '0.2'],
      ],
      [0.0625, 2],
      [-0.4, 0.3],
      0.1,
    ],
    [[['1.00', '34.2']], [0.5, 2], [-10, 40], 10],
  ] as const)('has 1 and 0 inside its axes: %j', (list, quotients, growths, step) => {
    const cards = list.map(([quotient, growth]) => cardFixture('集群', { quotient, growth, revenueWan: '1' }))
    expect(portfolioOf(cards)).toMatchObject({ quotients, growths, step })
  })
})
