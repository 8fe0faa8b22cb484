import { describe, expect, it } from 'vitest'
import { rankAmong } from './ranking'

describe('a rank', () => {
  it.each([
    ['the largest is first', 9, [9, 5, 5, 1], 1],
    ['equal values share a rank', 5, [9, 5, 5, 1], 2],
    ['the next after a tie skips a place', 1, [9, 5, 5, 1], 4],
    ['who reports nothing is passed by nobody', 1, [null, 1, null], 1],
    ['money is compared exactly', '10000000000000000.01', ['10000000000000000.02', '10000000000000000.01'], 2],
    ['unknown has none', null, [9, null], null],
    ['zero has none', 0, [9, 0], null],
  ])('%s', (_what, value, all, rank) => {
    expect(rankAmong(value, all)).toBe(rank)
  })
})
