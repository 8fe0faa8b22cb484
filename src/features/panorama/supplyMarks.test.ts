import { describe, expect, it } from 'vitest'
import type { Criticality } from '@contract/criticality'
import { rankWords } from '@domain/supply/criticalityWords'
import { markGlyph, markWords, supplyMarks } from './supplyMarks'

type Entry = Criticality['nodes'][number]

const entry = (node: string, rankAfter: number, part: Partial<Entry> = {}): Entry => ({
  node,
  nodeName: node,
  suppliers: 2,
  gap: 'none',
  supplyShare: '0.1',
  substitutes: 1,
  difficulty: '0.5',
  betweenness: '0',
  before: '0.5',
  after: '0.5',
  rankBefore: 9,
  rankAfter,
  isDemoted: false,
  reason: '',
  ...part,
})

const criticalOf = (nodes: Entry[]) =>
  [...(supplyMarks({ year: '2025', nodes })?.nodes ?? [])].flatMap(([node, { isCritical }]) => (isCritical ? node : []))

describe('供应关键 on the panorama', () => {
  it('are the first five that supply something and are hard to replace', () => {
    const nodes = [
      entry('空缺', 1, { supplyShare: '0', gap: 'empty' }),
      entry('没有金额', 2, { supplyShare: null, gap: 'single' }),
      entry('可替代', 3, { isDemoted: true }),
      ...['甲', '乙', '丙', '丁', '戊', '己'].map((name, at) => entry(name, 4 + at)),
    ]
    expect(criticalOf(nodes)).toEqual(['甲', '乙', '丙', '丁', '戊'])
    expect(criticalOf([...nodes].reverse()).sort()).toEqual(criticalOf(nodes).sort())
    expect(supplyMarks({ year: '2025', nodes })).toMatchObject({ criticalCount: 5, gapCount: 2 })
  })

  it('take in all that share the last rank, and may be fewer', () => {
    expect(criticalOf([1, 2, 3, 4, 5, 5, 7].map((rank, at) => entry(`n${at}`, rank)))).toHaveLength(6)
    expect(criticalOf([entry('甲', 1), entry('乙', 2, { isDemoted: true })])).toEqual(['甲'])
  })

  it('are nothing where there are no supply relations', () => {
    expect(supplyMarks({ year: null, nodes: [entry('甲', 1)] })).toBeNull()
    expect(supplyMarks({ year: '2025', nodes: [] })).toBeNull()
  })

  it.each<[Partial<Entry>, string, string[]]>([
    [{}, '供1', ['供应关键']],
    [{ gap: 'single' }, '供1断', ['供应关键', '断点：单一来源']],
    [{ gap: 'empty', supplyShare: '0' }, '断', ['断点：空缺']],
    [{ isDemoted: true }, '', ['伪关键']],
  ])('say of %o “%s” and %o', (part, glyph, words) => {
    const mark = supplyMarks({ year: '2025', nodes: [entry('甲', 1, part)] })?.nodes.get('甲')
    expect(mark && [markGlyph(mark), markWords(mark), rankWords(mark)]).toEqual([glyph, words, '9 → 1（升 8）'])
  })
})
