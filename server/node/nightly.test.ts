import { describe, expect, it } from 'vitest'
import { untilNight } from './nightly'

const HOUR = 3_600_000

describe('untilNight', () => {
  it.each([
    ['2026-11-21T01:30:00', 1.5 * HOUR],
    ['2026-11-21T03:00:00', 24 * HOUR],
    ['2026-11-21T22:00:00', 5 * HOUR],
    ['2026-12-31T23:00:00', 4 * HOUR],
  ])('from %s', (at, expected) => {
    expect(untilNight(new Date(at))).toBe(expected)
  })
})
