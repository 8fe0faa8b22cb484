import { describe, expect, it } from 'vitest'
import { firm, group, link, network } from './network.fixture'
import { groupNames, headingsOf } from './networkGroups'
import { linkWidth, networkScene, shortName, sideOf } from './networkScene'

const RINGS = { layout: 'rings', aspect: 1.6 } as const
const EGO = network().nodes

describe('a node', () => {
  it.each([
    ['a 链主', firm('a', -1, { leader: true }), { mark: 'star', tone: 'ring-county' }],
    ['a firm of another province', firm('a', -1, { kind: 'outside', ring: 'outside' }), { mark: 'outside' }],
    ['a name without a code', firm('name:甲', 1, { kind: 'unlisted', ring: 'unknown' }), { tone: 'ring-unknown' }],
    ['a group', group('g', -1), { mark: 'group', count: 10, tone: 'ring-province' }],
    ['a group of many places', group('g', -1, { by: 'node', ring: null }), { tone: 'ring-mixed' }],
    ['any other', firm('a', -1), { tone: 'ring-county', label: 'a' }],
  ])('looks like what it is: %s', (_what, node, look) => {
    const { nodes } = networkScene(network({ nodes: [...EGO, node] }), RINGS)
    expect(nodes[1]).toMatchObject(look)
  })

  it('grows with what is known of its trade, and none is larger than the firm looked at', () => {
    const nodes = [...EGO, firm('small', -1), firm('large', -1), firm('unknown', -1), group('g', -1)]
    const links = [
      link('small', 'ego'),
      link('large', 'ego', { amountWan: '10000' }),
      link('unknown', 'ego', { amountWan: null }),
    ]
    const sizes = new Map(networkScene(network({ nodes, links }), RINGS).nodes.map(({ id, radius }) => [id, radius]))
    const of = (id: string) => sizes.get(id) ?? NaN
    expect(of('unknown')).toBeLessThan(of('small'))
    expect(of('small')).toBeLessThan(of('large'))
    expect(Math.max(...nodes.slice(1).map(({ id }) => of(id)))).toBeLessThanOrEqual(30)
  })
})

describe('a link', () => {
  it.each([
    ['upstream', -1, 0, 'up'],
    ['between suppliers of both tiers', -2, -1, 'up'],
    ['downstream', 0, 1, 'down'],
    ['from a supplier straight to a buyer', -1, 1, 'across'],
  ] as const)('has the colour of its side: %s', (_what, from, to, tone) => {
    expect(sideOf(from, to)).toBe(tone)
  })

  it('is dashed where it is inferred, and marked where reports disagree', () => {
    const nodes = [...EGO, firm('a', -1), firm('b', -1)]
    const links = [link('a', 'ego', { isInferred: true }), link('b', 'ego', { marks: ['amount-conflict'] })]
    const { edges } = networkScene(network({ nodes, links }), RINGS)
    expect(edges.map(({ dashed, tone }) => [dashed, tone])).toEqual([
      [true, 'up'],
      [false, 'marked'],
    ])
  })

  it.each([
    ['100', 0.8 + 5.7],
    ['25', 0.8 + 5.7 / 2],
    ['0', 0.8],
    [null, 0.8],
  ])('of %s 万元 beside 100 is %d wide', (amount, width) => {
    expect(linkWidth(amount, 100)).toBeCloseTo(width)
  })
})

describe('headings', () => {
  const titlesOf = (nodes: Parameters<typeof network>[0]) => {
    const shown = headingsOf(network(nodes))
    return [...shown].sort((a, b) => a[1].order - b[1].order).map(([id, { text }]) => `${id} ${text}`)
  }

  it('name counties, the nearest first, and what lies outside at the end', () => {
    const nodes = [
      firm('far', -1, { kind: 'outside', ring: 'outside', county: null }),
      firm('lost', -1, { kind: 'unlisted', ring: 'unknown', county: null }),
      firm('province', -1, { ring: 'province', county: '210213', placeName: '大连市 · 金州区' }),
      firm('city', -1, { ring: 'city', county: '210102', placeName: '沈阳市 · 和平区' }),
      firm('own', -1),
      group('group', -1),
    ]
    expect(titlesOf({ nodes })).toEqual([
      'own 铁西区',
      'city 和平区',
      'province 金州区',
      'group 金州区',
      'far 省外',
      'lost 地点不明',
    ])
  })

  it('name cities where counties are too many', () => {
    const counties = Array.from({ length: 16 }, (_, i) =>
      firm(`f${i}`, -1, { ring: 'province', county: String(210201 + i), placeName: `大连市 · 第${i}区` }),
    )
    expect(new Set(titlesOf({ nodes: counties }).map((text) => text.split(' ')[1]))).toEqual(new Set(['大连市']))
  })

  it('name nodes of chains where the answer is grouped by them, the fullest first', () => {
    const vmc = 'node:cnc-machine-tools/vmc'
    const nodes = [
      firm('a', -1, { group: `${vmc}:-1` }),
      firm('b', -1, { seats: [], group: 'node:_:-1' }),
      group('node:cnc-machine-tools/bearing:-1', -1, { by: 'node', name: '数控机床 · 轴承', ring: null, county: null }),
      group(`${vmc}:-2`, -2, { by: 'node', name: '数控机床 · 加工中心', ring: null, county: null, firms: 3 }),
    ]
    expect(titlesOf({ nodes }).map((text) => text.split(' ')[1])).toEqual(['轴承', '加工中心', '加工中心', '未挂链'])
    expect([...groupNames(network({ nodes })).values()]).toEqual([
      '加工中心 上游一级',
      '未挂链 上游一级',
      '数控机床 · 轴承 上游一级',
      '数控机床 · 加工中心 上游二级',
    ])
  })
})

it('titles of tiers count all their firms, folded ones too', () => {
  const totals = { firms: 11, outside: 0, links: 2, byTier: [{ tier: -1, firms: 11 }] }
  const { guides } = networkScene(network({ nodes: [...EGO, group('g', -1)], totals }), RINGS)
  expect(guides.find(({ kind }) => kind === 'ring')?.label).toBe('上游一级 11 家')
})

it.each([
  ['沈阳机床股份有限公司', '沈阳机床'],
  ['某某𠅤业集团有限公司', '某某𠅤业集团'],
  ['大连有限公司', '大连有限公司'],
  ['鞍山钢铁厂', '鞍山钢铁厂'],
])('%s is written %s on the picture', (name, short) => {
  expect(shortName(name)).toBe(short)
})
