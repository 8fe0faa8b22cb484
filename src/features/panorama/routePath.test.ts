import { describe, expect, it } from 'vitest'
import { boundsOf, roundedLegs, sampleRoute, sCurve } from './routePath'

describe('routes', () => {
  it('are sampled at even distances', () => {
    const samples = sampleRoute(
      [
        ['M', 0, 0],
        ['L', 10, 0],
        ['L', 10, 10],
      ],
      4,
    )
    expect(samples.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [4, 0],
      [8, 0],
      [10, 2],
      [10, 6],
      [10, 10],
    ])
  })

  it('are sampled evenly along curves too', () => {
    const samples = sampleRoute([['M', 0, 0], sCurve({ x: 0, y: 0 }, { x: 100, y: 80 })], 5)
    const steps = samples.slice(1).map(({ x, y }, i) => Math.hypot(x - samples[i]!.x, y - samples[i]!.y))
    expect(Math.max(...steps)).toBeLessThan(5.1)
    expect(Math.min(...steps)).toBeGreaterThan(4.7)
  })

  it('keep their ends when corners are rounded', () => {
    const legs = roundedLegs(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 10 },
      ],
      3,
    )
    expect(legs).toEqual([
      ['L', 0, 0],
      ['L', 7, 0],
      ['Q', 10, 0, 10, 3],
      ['L', 10, 10],
    ])
  })

  it('lie inside their bounds', () => {
    expect(
      boundsOf(
        [
          ['M', 5, 5],
          ['L', 20, 8],
        ],
        2,
      ),
    ).toEqual({ x: 3, y: 3, width: 19, height: 7 })
  })
})
