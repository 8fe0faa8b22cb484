import { describe, expect, it } from 'vitest'
import { compareRuns } from './compareRuns'
import { compareTraversals, type TraversalEdge } from './compareTraversals'

it('two knock-outs differ by who is hit and by how much', () => {
  const hit = (firms: Record<string, number>) => Object.entries(firms).map(([firm, atRisk]) => ({ firm, atRisk }))
  const before = hit({ 甲: 10, 乙: 20, 丙: Number.NaN, 丁: 5, 戊: Number.NaN })
  const after = hit({ 甲: 10, 乙: 15, 丙: Number.NaN, 戊: 7, 己: Number.NaN, 庚: 3, 丁: 25 })
  expect(compareRuns(before, after)).toEqual({
    added: [
      { firm: '庚', atRisk: 3 },
      { firm: '己', atRisk: Number.NaN },
    ],
    gone: [],
    changed: [
      { firm: '丁', before: 5, after: 25, by: 20 },
      { firm: '乙', before: 20, after: 15, by: -5 },
      { firm: '戊', before: Number.NaN, after: 7, by: Number.NaN },
    ],
    same: 2,
  })
  expect(compareRuns(after, before).gone.map(({ firm }) => firm)).toEqual(['庚', '己'])
})

describe('two snapshots of a traversal', () => {
  const edge = (own: Partial<TraversalEdge>): TraversalEdge => ({
    supplier: '甲',
    buyer: '乙',
    product: '件',
    period: '2025',
    amount: '5',
    share: null,
    evidence: '申报',
    ...own,
  })

  it.each<[string, TraversalEdge[], TraversalEdge[], [added: number, gone: number, changed: string[], same: number]]>([
    ['the same amount written otherwise', [edge({})], [edge({ amount: '5.0000' })], [0, 0, [], 1]],
    ['another amount and another share', [edge({})], [edge({ amount: 6, share: 40 })], [0, 0, ['amount,share'], 0]],
    ['an amount that is known now', [edge({ amount: null })], [edge({})], [0, 0, ['amount'], 0]],
    ['better evidence', [edge({})], [edge({ evidence: '合同' })], [0, 0, ['evidence'], 0]],
    ['another year', [edge({})], [edge({ period: '2026' })], [1, 1, [], 0]],
    ['a product that is named now', [edge({ product: null })], [edge({})], [1, 1, [], 0]],
    ['one of two who say it', [edge({}), edge({ evidence: '合同' })], [edge({ evidence: '合同' })], [0, 1, [], 1]],
    ['another who says it', [edge({})], [edge({ amount: 7, evidence: '合同' }), edge({})], [1, 0, [], 1]],
  ])('tell %s', (_, before, after, [added, gone, changed, same]) => {
    const found = compareTraversals(before, after)
    expect([
      found.added.length,
      found.gone.length,
      found.changed.map(({ changes }) => changes.join()),
      found.same,
    ]).toEqual([added, gone, changed, same])
  })
})
