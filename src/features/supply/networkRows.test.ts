import { describe, expect, it } from 'vitest'
import { networkArcs, type PlaceBook } from './networkArcs'
import { firmRows, linkRows, neighbourhood, partnersOf, sumOf } from './networkRows'
import { firm, group, link, network } from './network.fixture'

const [EGO] = network().nodes
const nodes = [...(EGO ? [EGO] : []), firm('a', -1), firm('b', -1), firm('c', 1), firm('d', -2), group('g', -2)]
const links = [
  link('a', 'ego', { amountWan: '0' }),
  link('b', 'ego', { amountWan: null, unknownAmounts: 2, trades: 2 }),
  link('ego', 'c', { amountWan: '0.1' }),
  link('d', 'a', { amountWan: '0.2' }),
  link('g', 'a', { marks: ['mutual'], amountWan: '50' }),
]
const shown = network({ nodes, links })

describe('rows of firms', () => {
  it('stand by tier, upstream first, then by money; unknown after zero', () => {
    expect(firmRows(shown).map(({ id, tier }) => `${id} ${tier}`)).toEqual(['a -1', 'b -1', 'c 1', 'g -2', 'd -2'])
  })

  it('keep 未报 apart from nothing, and add exactly', () => {
    const rows = new Map(firmRows(shown).map((row) => [row.id, row]))
    expect(rows.get('b')).toMatchObject({ amountWan: null, unknownAmounts: 2, links: 1 })
    expect(rows.get('a')).toMatchObject({ amountWan: '50.2', unknownAmounts: 0, links: 3, isMarked: true })
    expect(rows.get('g')).toMatchObject({ firms: 10 })
  })

  it.each([
    [[], null],
    [[{ amountWan: null }], null],
    [[{ amountWan: '0' }, { amountWan: null }], '0'],
    [[{ amountWan: '0.1' }, { amountWan: '0.2' }], '0.3'],
  ])('add up %j to %s', (given, sum) => {
    expect(sumOf(given)).toBe(sum)
  })
})

it('links stand by money with the names of both ends and their side', () => {
  expect(linkRows(shown).map(({ fromName, toName, side }) => `${fromName} ${toName} ${side}`)).toEqual([
    '大连市 · 金州区 a up',
    'd a up',
    '链主 c down',
    'a 链主 up',
    'b 链主 up',
  ])
})

it('a node is shown with whom it buys from and sells to', () => {
  const { suppliers, buyers } = partnersOf(shown, 'a')
  expect([suppliers.map(({ id }) => id), buyers.map(({ id }) => id)]).toEqual([['g>a', 'd>a'], ['a>ego']])
  expect([...neighbourhood(shown, 'a')].sort()).toEqual(['a', 'd', 'ego', 'g'])
})

describe('arcs', () => {
  const places: PlaceBook = new Map([
    ['210106', { name: '铁西区', at: [123, 41] }],
    ['210213', { name: '金州区', at: [121, 39] }],
    ['370000', { name: '山东省', at: [117, 36] }],
  ])
  const drawn = networkArcs(
    network({
      nodes: [
        ...nodes,
        firm('91370100MA0000066Y', -1, { kind: 'outside', ring: 'outside', county: null }),
        firm('name:某厂', -1, { kind: 'unlisted', ring: 'unknown', county: null, placeName: '未定位' }),
        firm('name:山东某厂', -1, { kind: 'unlisted', ring: 'outside', county: null, placeName: '山东省' }),
      ],
      links: [
        ...links,
        link('91370100MA0000066Y', 'ego', { isInferred: true }),
        link('name:某厂', 'ego'),
        link('ego', 'g', { amountWan: '1' }),
      ],
    }),
    places,
  )

  it('join places, not firms; each direction by itself, and inferred ones dashed', () => {
    expect(drawn.arcs.map(({ id, dashed }) => `${id} ${dashed}`).sort()).toEqual([
      '210106>210106>within false',
      '210106>210213>in false',
      '210213>210106>in false',
      '370000>210106>in true',
    ])
    expect(drawn.linksOf.get('210106>210106>within')?.length).toBe(4)
  })

  it('end in places with the number of firms there; whose place is unknown is counted', () => {
    expect(drawn.stops.map(({ id, count, tone }) => `${id} ${count} ${tone}`).sort()).toEqual([
      '210106 5 ego',
      '210213 10 local',
      '370000 2 far',
    ])
    expect(drawn.unplaced).toBe(1)
  })

  it('say 未报 where no amount is known', () => {
    const { arcs } = networkArcs(network({ nodes, links: [link('b', 'g', { amountWan: null })] }), places)
    expect(arcs[0]?.label).toBe('铁西区 → 金州区\n1 条关系，金额 未报')
  })
})
