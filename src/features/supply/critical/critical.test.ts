import { describe, expect, it } from 'vitest'
import type { Criticality } from '@contract/criticality'
import { rankWords } from '@domain/supply/criticalityWords'
import { firmRows, nodeRows, slopeLines } from './criticalRows'
import { DEFAULT_WEIGHTS, readWeights, weightsText } from './weightFields'

type Entry = Criticality['nodes'][number]

const entry = (node: string, part: Partial<Entry> = {}): Entry => ({
  node,
  nodeName: node,
  suppliers: 2,
  gap: 'none',
  supplyShare: '0.25',
  substitutes: 1,
  difficulty: '0.5',
  betweenness: '0.1',
  before: '0.4',
  after: '0.4',
  rankBefore: 1,
  rankAfter: 1,
  isDemoted: false,
  reason: '',
  ...part,
})

describe('the weights', () => {
  it('leave the address alone while they are the defaults, and come back from it otherwise', () => {
    expect(weightsText(DEFAULT_WEIGHTS)).toBeNull()
    const changed = { w1: 0.5, w2: 0, w3: 1, tau: 0.35 }
    expect(readWeights(weightsText(changed))).toEqual(changed)
  })

  it.each(['w1:1.1', 'w9:0.5', 'w1:', 'tau:x'])('%s takes the default', (text) => {
    expect(readWeights(text)).toEqual(DEFAULT_WEIGHTS)
  })
})

describe('key nodes', () => {
  const rows = nodeRows([
    entry('big', { rankBefore: 1, rankAfter: 12, isDemoted: true, before: '0.8', after: '0.1' }),
    entry('lone', { rankBefore: 3, rankAfter: 1, gap: 'single' }),
    entry('unknown', { rankBefore: 2, rankAfter: 2, supplyShare: null }),
    entry('far', { rankBefore: 20, rankAfter: 21 }),
  ])

  it('stand by their rank after the correction', () => {
    expect(rows.map(({ id }) => id)).toEqual(['lone', 'unknown', 'big', 'far'])
    expect(rows.map(rankWords)).toEqual(['3 → 1（升 2）', '2 → 2', '1 → 12（降 11）', '20 → 21（降 1）'])
  })

  it('say that a share is not known instead of zero', () => {
    expect(rows[1]?.supplyShare).toMatchObject({ look: 'missing', text: '没有金额' })
  })

  it('fall below the slope when they leave the first ones, and stay off it when never among them', () => {
    expect(slopeLines(rows, 2).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['lone', 3, 1],
      ['unknown', 2, 2],
      ['big', 1, 3],
    ])
  })

  it('that share a rank stand one below the other, and keep their rank', () => {
    const even = nodeRows([entry('b', { rankBefore: 1 }), entry('a', { rankBefore: 1 })])
    expect(slopeLines(even, 2).map(({ id, from, rankBefore }) => [id, from, rankBefore])).toEqual([
      ['a', 1, 1],
      ['b', 2, 1],
    ])
  })
})

it('firms carry their place and are no gaps', () => {
  const { node: _node, nodeName: _name, suppliers: _suppliers, gap: _gap, ...judged } = entry('x')
  const party = {
    id: '91210100MA0000066Y',
    name: '𠅤厂',
    kind: 'enterprise' as const,
    county: null,
    placeName: '未定位',
    seats: [],
    leader: false,
    honour: null,
    revenueWan: null,
    suppliers: 0,
    buyers: 0,
  }
  expect(firmRows([{ ...judged, party }])[0]).toMatchObject({ name: '𠅤厂', place: '未定位', gap: 'none', node: null })
})
