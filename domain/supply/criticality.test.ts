import { describe, expect, it } from 'vitest'
import { betweenness, MOST_BETWEENNESS_NODES } from './betweenness'
import { firmCandidates, gapOf, nodeCandidates, type NodeSupply } from './criticalLinks'
import { criticality, DEFAULT_CRITICALITY, type Candidate } from './criticality'
import { criticalityWords } from './criticalityWords'

const candidate = (key: string, supplyShare: number, substitutes: number, between = 0): Candidate => ({
  key,
  supplyShare,
  substitutes,
  betweenness: between,
})

describe('伪关键纠偏', () => {
  const judged = criticality(
    [candidate('占比高', 0.62, 7, 0.5), candidate('无替代', 0.2, 0, 1), candidate('四家', 0.1, 3)],
    DEFAULT_CRITICALITY,
  )

  it('puts what can be replaced behind what cannot', () => {
    expect(
      judged.map(({ key, before, after, rankBefore, rankAfter, isDemoted }) => [
        key,
        before,
        after,
        rankBefore,
        rankAfter,
        isDemoted,
      ]),
    ).toEqual([
      ['无替代', 0.68, 0.68, 2, 1, false],
      // 0.4 × 0.62 + 0.4 × 1/8 + 0.2 × 0.5 = 0.398, and 1/8 is half of τ.
      ['占比高', 0.748, 0.199, 1, 2, true],
      // 替代难度 of 1/4 is not below τ; 0.4 × 0.1 + 0.4 × 1/4.
      ['四家', 0.44, 0.14, 3, 3, false],
    ])
  })

  it('says why', () => {
    expect(judged.map((own) => criticalityWords(own))).toEqual([
      '供给占比 20%，省内无可替代企业',
      '供给占比 62%，但省内有 7 家可替代，降为一般',
      '供给占比 10%，省内仅 3 家可替代，不降级',
    ])
    const [first] = criticality([candidate('甲', Number.NaN, 0, Number.NaN)], DEFAULT_CRITICALITY)
    expect(first && criticalityWords(first)).toBe('供给占比未知，省内无可替代企业（未计中介中心度）')
    expect(first && criticalityWords(first, 'single')).toBe('供给占比未知，只有一家供货，属断点')
  })

  it('lets the other parts stand for one that is not known', () => {
    const [own] = criticality([candidate('甲', Number.NaN, 1, 0.5)], DEFAULT_CRITICALITY)
    // (0.4 × 1/2 + 0.2 × 0.5) ÷ 0.6
    expect([own?.after, own?.missing]).toEqual([0.5, ['supplyShare']])
  })

  it('ranks equals alike, and in the order of their keys', () => {
    const equals = criticality(
      [candidate('b', 0.5, 1), candidate('a', 0.5, 1), candidate('c', 0.4, 1)],
      DEFAULT_CRITICALITY,
    )
    expect(equals.map(({ key, rankAfter }) => [key, rankAfter])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ])
  })

  it.each([
    [{ tau: 2 }, candidate('甲', 0.5, 1)],
    [{ w1: 0, w2: 0, w3: 0 }, candidate('甲', 0.5, 1)],
    [{}, candidate('甲', 1.5, 1)],
    [{}, candidate('甲', 0.5, -1)],
  ])('refuses %o for %o', (rule, own) => {
    expect(() => criticality([own], { ...DEFAULT_CRITICALITY, ...rule })).toThrow(RangeError)
  })
})

describe('环节 and their firms', () => {
  const node = (name: string, suppliers: [string, number][], isDemanded = true): NodeSupply => ({
    node: name,
    suppliers: suppliers.map(([firm, yuan]) => ({ firm, yuan })),
    isDemanded,
    betweenness: 0,
  })
  const nodes = [
    node('床身', [
      ['甲', 60],
      ['乙', 30],
      ['丙', Number.NaN],
    ]),
    node('导轨', [['丁', 10]]),
    node('轴承', []),
    node('刀库', [], false),
    node('电机', [['戊', Number.NaN]]),
  ]

  it('are 断点 where one supplies what is wanted, or nobody', () => {
    expect(nodes.map(gapOf)).toEqual(['none', 'single', 'empty', 'none', 'single'])
  })

  it('have their part of the chain, and all suppliers but one as substitutes', () => {
    expect(nodeCandidates(nodes).map(({ supplyShare, substitutes }) => [supplyShare, substitutes])).toEqual([
      [0.9, 2],
      [0.1, 0],
      [0, 0],
      [0, 0],
      [Number.NaN, 0],
    ])
  })

  it('are firms with their part of the node', () => {
    const [first] = nodes
    expect(first && firmCandidates(first, () => 0.5).map((own) => [own.key, own.supplyShare, own.substitutes])).toEqual(
      [
        ['甲', 60 / 90, 2],
        ['乙', 30 / 90, 2],
        ['丙', Number.NaN, 2],
      ],
    )
  })
})

describe('中介中心度', () => {
  it.each<[string, number, [number, number][], number[]]>([
    // 1 lies on 0→2, 0→3; 2 on 0→3, 1→3.
    [
      'of a line',
      4,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      [0, 1, 1, 0],
    ],
    // 1 and 2 share 0→3, 3 has all of 0→4, 1→4, 2→4.
    [
      'of a diamond with a tail',
      5,
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
        [3, 4],
      ],
      [0, 1 / 3, 1 / 3, 1, 0],
    ],
    // Each of three lies on one way of the other two.
    [
      'of a cycle',
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      [1, 1, 1],
    ],
    [
      'without the parallel and the own',
      3,
      [
        [0, 1],
        [0, 1],
        [1, 1],
        [1, 2],
      ],
      [0, 1, 0],
    ],
    [
      'of single edges is none',
      4,
      [
        [0, 1],
        [2, 3],
      ],
      [0, 0, 0, 0],
    ],
  ])('%s', (_, size, edges, expected) => {
    const found = betweenness({ size, edges })
    expected.forEach((value, at) => expect(found?.[at]).toBeCloseTo(value, 8))
  })

  it('is not estimated for what is too large', () => {
    expect(betweenness({ size: MOST_BETWEENNESS_NODES + 1, edges: [] })).toBeNull()
  })
})
