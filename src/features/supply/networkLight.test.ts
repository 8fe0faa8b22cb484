import { describe, expect, it } from 'vitest'
import type { SupplyPath } from '@contract/supply'
import { firm, group, link, network, party } from './network.fixture'
import { legendItems } from './networkLegend'
import { networkLight } from './networkLight'

const shown = network({
  nodes: [...network().nodes, firm('a', -1), firm('b', -2), group('g', 1)],
  links: [link('a', 'ego'), link('b', 'a', { isInferred: true }), link('ego', 'g', { marks: ['mutual'] })],
})
const { firm: ego, ...head } = shown
const path: SupplyPath = {
  ...head,
  from: party({ id: 'b' }),
  to: ego,
  hops: [
    { link: link('b', 'a'), isForward: true, party: party({ id: 'a' }) },
    { link: link('a', 'ego'), isForward: true, party: ego },
  ],
}

describe('what is looked at stays bright', () => {
  it.each([
    ['nothing', null, null, null],
    ['the firm in the middle', { kind: 'node', id: 'ego' }, 'ego', null],
    ['a firm with its partners', { kind: 'node', id: 'a' }, 'a', ['a', 'b', 'ego']],
    ['a firm that is no longer there', { kind: 'node', id: 'gone' }, null, null],
    ['a link with its ends', { kind: 'link', id: 'b>a' }, null, ['a', 'b']],
    ['a way', { kind: 'path' }, null, ['a', 'b', 'ego']],
  ] as const)('%s', (_what, picked, selected, focus) => {
    const light = networkLight(shown, picked, path)
    expect(light.selected).toBe(selected)
    expect(light.focus && [...light.focus].sort()).toEqual(focus)
  })

  it('lights the links of a way, and nothing while there is none', () => {
    const lit = networkLight(shown, { kind: 'path' }, path)
    expect([...(lit.edgeStates?.keys() ?? [])]).toEqual(['b>a', 'a>ego'])
    expect(networkLight(shown, { kind: 'path' }, { ...path, hops: null }).focus).toBeNull()
  })
})

it('the legend explains what is in the picture and nothing else', () => {
  const words = (part: Parameters<typeof network>[0]) => legendItems(network(part)).map(({ text }) => text)
  expect(words({})).toEqual(['同县', '链主', '往来金额', '上游供货', '向下游供货'])
  const { nodes, links } = shown
  expect(words({ nodes, links, grouped: 'county' })).toEqual([
    '同县',
    '同省',
    '链主',
    '一组企业，双击展开',
    '往来金额',
    '上游供货',
    '向下游供货',
    '推断',
    '⚠ 说法有矛盾',
  ])
})
