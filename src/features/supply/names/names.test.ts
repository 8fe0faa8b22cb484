import { describe, expect, it } from 'vitest'
import { nameAction } from './nameKeys'
import { decisionWords, matchedSums, progressOf, relationWords } from './nameWords'

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
})

describe('the keys of the queue', () => {
  it.each([
    ['j', { kind: 'move', by: 1 }],
    ['ArrowUp', { kind: 'move', by: -1 }],
    ['1', { kind: 'choose', index: 0 }],
    ['3', null],
    ['0', { kind: 'none' }],
    ['s', { kind: 'skip' }],
    ['6', null],
    ['a', null],
  ] as const)('%s with two candidates means %o', (key, action) => {
    expect(nameAction(press(key), 2)).toEqual(action)
  })

  it('leave the browser its own', () => {
    expect(nameAction(press('1', { ctrlKey: true }), 2)).toBeNull()
  })

  it('walk on while they are held down, but decide only once', () => {
    expect(nameAction(press('j', { repeat: true }), 2)).toEqual({ kind: 'move', by: 1 })
    expect(['0', '1'].map((key) => nameAction(press(key, { repeat: true }), 2))).toEqual([null, null])
  })
})

describe('the words of matching', () => {
  const row = { asSupplier: 1, asBuyer: 0, amountWan: null }

  it('sum up what is matched, asked and outside', () => {
    const rows = [
      { ...row, matchedBy: 'code' as const, status: 'matched' as const, parties: 6 },
      { ...row, matchedBy: 'legal-name' as const, status: 'matched' as const, parties: 1 },
      { ...row, matchedBy: 'none' as const, status: 'asked' as const, parties: 1 },
    ]
    expect(matchedSums({ rows }).map(({ status, parties, percent }) => [status, parties, percent])).toEqual([
      ['matched', 7, '87.5%'],
      ['asked', 1, '12.5%'],
      ['outside', 0, '0.0%'],
    ])
    expect(matchedSums({ rows: [] })[0]?.percent).toBe('—')
  })

  it('say relations and decisions', () => {
    expect(relationWords({ asSupplier: 1200, asBuyer: 1 })).toBe('供方 1,200 条 · 需方 1 条')
    const decision = { creditCode: null, name: null, decidedAt: '', decidedBy: '' }
    expect(decisionWords({ decision })).toBe('都不在库内')
    expect(decisionWords({ decision: { ...decision, creditCode: '91210100MA0000066Y', name: '𠅤厂' } })).toBe('是 𠅤厂')
  })

  it('know no progress before both numbers are there', () => {
    expect(progressOf(null, 3)).toBeNull()
    expect(progressOf(0, 0)).toBeNull()
    expect(progressOf(1, 3)).toEqual({ ratio: 0.25, words: '已决定 1 个，还有 3 个待确认' })
  })
})
