import { describe, expect, it } from 'vitest'
import { largest, nearestBySize, nearestByStructure, sizeRatio, structureDistance } from './peers'

const region = (code: string, enterprises: number, shares: number[] = []) => ({ code, enterprises, shares })
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)

describe('measures of likeness', () => {
  it.each([
    [10, 10, 1],
    [10, 25, 2.5],
    [25, 10, 2.5],
    [0, 25, null],
    [25, 0, null],
  ])('sizes %d and %d differ by %s', (a, b, ratio) => {
    expect(sizeRatio(a, b)).toBe(ratio)
  })

  it.each([
    [[1, 0], [1, 0], 0],
    [[1, 0], [0, 1], Math.SQRT2],
    [[0.3, 0.4], [0, 0], 0.5],
    [[], [], 0],
  ])('structures %j and %j are %d apart', (a, b, distance) => {
    expect(structureDistance(a, b)).toBeCloseTo(distance, 12)
  })

  it('structures of different chains are not compared', () => {
    expect(() => structureDistance([1], [1, 0])).toThrow()
  })
})

describe('peers', () => {
  const own = region('210102', 20, [0.5, 0.5])

  it('of like size: the nearest ratio first, ties by code, never itself', () => {
    const others = [own, region('210105', 40), region('210104', 10), region('210103', 22)]
    const peers = nearestBySize(own, others)
    expect(codes(peers)).toEqual(['210103', '210104', '210105'])
    expect(peers.map(({ measure }) => measure)).toEqual([1.1, 2, 2])
  })

  it('of like structure: the nearest shares first, ties by code', () => {
    const others = [region('210106', 9, [1, 0]), region('210105', 9, [0, 1]), region('210104', 9, [0.4, 0.6])]
    expect(codes(nearestByStructure(own, others))).toEqual(['210104', '210105', '210106'])
  })

  it('of a set: the largest first', () => {
    expect(codes(largest(own, [region('210104', 9), region('210103', 9), region('210105', 30)]))).toEqual([
      '210105',
      '210103',
      '210104',
    ])
  })

  it.each([nearestBySize, nearestByStructure, largest])(
    'leave out regions with fewer than five enterprises: %o',
    (rule) => {
      expect(codes(rule(own, [region('210103', 4, [1, 0]), region('210104', 5, [1, 0])]))).toEqual(['210104'])
    },
  )

  it('are nine at most', () => {
    const many = Array.from({ length: 30 }, (_, i) => region(String(210110 + i), 20, [0.5, 0.5]))
    expect(codes(nearestBySize(own, many))).toEqual(many.slice(0, 9).map(({ code }) => code))
  })

  it('do not exist for a region without enterprises, by size or by structure', () => {
    const empty = region('210102', 0, [0, 0])
    const others = [region('210103', 9, [0, 1])]
    expect([nearestBySize(empty, others), nearestByStructure(empty, others)]).toEqual([[], []])
  })
})
