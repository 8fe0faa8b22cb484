import { describe, expect, it } from 'vitest'
import { changeChoices, differenceWords, filteredEdges, sideWords, type Edge } from './changeRows'

const side = { amountWan: '1200', sharePercent: null, evidence: 'contract' as const }
const edge = (part: Partial<Edge>): Edge => ({
  change: 'changed',
  supplier: '91210100MA0000066Y',
  supplierName: '𠅤轴承厂',
  buyer: '91210100MA0000067X',
  buyerName: '东方机床',
  product: '主轴',
  before: side,
  after: side,
  ...part,
})

describe('what changed between two snapshots', () => {
  it.each([
    [edge({ change: 'new', before: null }), '新增'],
    [edge({ change: 'gone', after: null }), '消失'],
    [edge({ after: { ...side, amountWan: '1300' } }), '金额改变'],
    [edge({ after: { ...side, sharePercent: '30', evidence: 'declared' } }), '份额、证据改变'],
    [edge({}), '改变'],
  ])('is said in words', (changed, words) => {
    expect(differenceWords(changed)).toBe(words)
  })

  it('keeps nothing reported apart from no relation', () => {
    expect(sideWords(null)).toBe('没有')
    expect(sideWords({ ...side, amountWan: null })).toBe('金额未报 · 合同')
    expect(sideWords({ ...side, sharePercent: '30.50' })).toBe('1,200 万元 · 份额 30.5% · 合同')
  })

  it('is found by kind, name and product', () => {
    const edges = [edge({}), edge({ change: 'new', product: null, supplierName: '海城镁砂' })]
    expect(filteredEdges(edges, 'new', '')).toHaveLength(1)
    expect(filteredEdges(edges, 'all', '𠅤')).toHaveLength(1)
    expect(filteredEdges(edges, 'all', ' 东方 ')).toHaveLength(2)
    expect(filteredEdges(edges, 'gone', '东方')).toEqual([])
    expect(changeChoices({ counts: { new: 1, gone: 0, changed: 4 } }).map(({ label }) => label)).toEqual([
      '全部 5',
      '新增 1',
      '消失 0',
      '改变 4',
    ])
  })
})
