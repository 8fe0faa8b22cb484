import { describe, expect, it } from 'vitest'
import { isSuggested } from './candidates'
import { concentrationOf } from './concentration'

describe('集聚度 of a set of counties', () => {
  it.each([
    ['864000', '2400000', '0.3600', false],
    ['0', '240', '0.0000', false],
    ['240', '240', '1.0000', false],
    [null, '240', null, false],
    ['10', null, null, false],
    ['10', '0', null, false],
    ['241', '240', null, true],
    ['-1', '240', null, true],
  ] as const)('%s of %s is %s', (part, whole, value, isFault) => {
    const verdict = concentrationOf(part, whole)
    expect([verdict.value, verdict.fault !== null]).toEqual([value, isFault])
  })
})

describe('a county suggested for a cluster', () => {
  it.each([
    [1.2, 10, true],
    [1.1999, 10, false],
    [3, 9, false],
    [null, 500, false],
  ] as const)('with a quotient of %s and %s enterprises: %s', (quotient, enterprises, expected) => {
    expect(isSuggested(quotient, enterprises)).toBe(expected)
  })
})
