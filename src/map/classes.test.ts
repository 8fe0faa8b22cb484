import { describe, expect, it } from 'vitest'
import { classify, classOf, type ClassMethod, type ClassRule } from './classes'

const rule = (method: ClassMethod, part: Partial<ClassRule> = {}): ClassRule => ({
  method,
  breaks: [10, 20, 50, 100],
  diverging: false,
  ...part,
})
const counts = (values: (number | null)[], way: ClassRule) => classify(values, way).list.map(({ n }) => n)
const METHODS: ClassMethod[] = ['quantile', 'jenks', 'fixed']

/** A hundred counties as registers have them: many small, few large, some zero, some not reported. */
const COUNTIES = Array.from({ length: 100 }, (_, i) => (i % 20 === 0 ? null : i % 11 === 0 ? 0 : Math.round(1.06 ** i)))

describe('classes of a choropleth', () => {
  it.each(METHODS)('count every region once by %s', (method) => {
    const { list, zero, missing } = classify(COUNTIES, rule(method))
    expect(list.reduce((sum, { n }) => sum + n, 0) + zero + missing).toBe(COUNTIES.length)
    expect(missing).toBe(COUNTIES.filter((value) => value === null).length)
    expect(zero).toBe(COUNTIES.filter((value) => value === 0).length)
  })

  it.each(METHODS)('find for every value the class it was counted in by %s', (method) => {
    const values = [...COUNTIES, -0.2, -0.4, -0.4]
    const classes = classify(values, rule(method))
    const found = values.map((value) => classOf(classes, value))
    expect(classes.list.map((_, i) => found.filter((index) => index === i).length)).toEqual(
      classes.list.map(({ n }) => n),
    )
    expect(found.filter((index) => index === 'zero')).toHaveLength(classes.zero)
  })

  it('hold about as many regions each by quantile', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(counts(values, rule('quantile'))).toEqual([20, 20, 20, 20, 20])
  })

  it('keep equal values together, however many they are', () => {
    const values = [...Array.from({ length: 60 }, () => 1), 2, 3, 4, 5, 6, 7]
    const classes = classify(values, rule('quantile'))
    expect(classes.list[0]).toMatchObject({ low: 1, high: 1, n: 60 })
    expect(new Set(values.map((value) => classOf(classes, value))).size).toBe(classes.list.length)
  })

  it.each(['quantile', 'jenks'] as const)(
    'are as many as there are different values when those are few, by %s',
    (method) => {
      expect(classify([3, 3, 7], rule(method)).list).toEqual([
        { low: 3, high: 3, closed: true, n: 2, negative: false },
        { low: 7, high: 7, closed: true, n: 1, negative: false },
      ])
      expect(classify([null, 0, 0], rule(method))).toEqual({ list: [], zero: 2, missing: 1 })
    },
  )

  it('break where the gaps are by natural breaks', () => {
    const values = [1, 2, 3, 20, 21, 22, 50, 51, 90, 91, 200, 201]
    expect(classify(values, rule('jenks')).list.map(({ low, high }) => [low, high])).toEqual([
      [1, 3],
      [20, 22],
      [50, 51],
      [90, 91],
      [200, 201],
    ])
  })

  it('keep their limits whatever the data are by fixed breaks', () => {
    const classes = classify([5, 10, 19.99, 100], rule('fixed'))
    expect(classes.list.map(({ low, high, n }) => [low, high, n])).toEqual([
      [0, 10, 1],
      [10, 20, 2],
      [20, 50, 0],
      [50, 100, 0],
      [100, null, 1],
    ])
  })

  it('part growth and decline at zero', () => {
    const classes = classify([-0.3, -0.1, 0, 0.05, 0.2, 0.4], rule('quantile', { diverging: true }))
    expect(classes.list.map(({ low, negative }) => [low, negative])).toEqual([
      [-0.3, true],
      [-0.1, true],
      [0.05, false],
      [0.2, false],
      [0.4, false],
    ])
    expect(classes.zero).toBe(1)
  })
})
