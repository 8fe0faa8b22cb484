import { describe, expect, it } from 'vitest'
import { growthOf } from './growth'

describe('growthOf', () => {
  it.each([
    ['100', '130', '0.3000'],
    ['200', '190', '-0.0500'],
    ['3', '4', '0.3333'],
    ['100', '100.004', '0.0000'],
    ['100', '0', '-1.0000'],
    ['0', '5', null],
    ['-10', '5', null],
    [null, '5', null],
    ['5', null, null],
  ])('from %s to %s is %s', (before, now, expected) => {
    expect(growthOf(before, now)).toBe(expected)
  })
})
