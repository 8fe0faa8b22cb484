import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { orderOf } from './orderOf'

const region = (name: string, value: string | null, isSuppressed = false) => ({
  name,
  exact: value === null ? null : new Decimal(value),
  isSuppressed,
})
const said = (items: readonly ReturnType<typeof region>[], isRanked = (_value: Decimal) => true) =>
  orderOf(items, isRanked).map(({ item, rank }) => `${rank ?? '-'} ${item.name}`)

describe('a ranking', () => {
  it('gives equal values one rank: 1, 2, 2, 4', () => {
    const items = [region('d', '1'), region('b', '3'), region('a', '9'), region('c', '3')]
    expect(said(items)).toEqual(['1 a', '2 b', '2 c', '4 d'])
  })

  it('tells values apart that print alike', () => {
    expect(said([region('a', '0.12341'), region('b', '0.12344')])).toEqual(['1 b', '2 a'])
  })

  it('puts what is missing after all values and what is suppressed last, both without a rank', () => {
    const items = [region('s', '99', true), region('m', null), region('a', '-5'), region('t', null, true)]
    expect(said(items)).toEqual(['1 a', '- m', '- s', '- t'])
  })

  it('leaves out of the ranks what the rule leaves out, before what is missing', () => {
    const items = [region('m', null), region('zero', '0'), region('a', '2')]
    expect(said(items, (value) => !value.isZero())).toEqual(['1 a', '- zero', '- m'])
  })
})
