import { describe, expect, it } from 'vitest'
import { parseRef } from '@domain/figure/figureRef'
import { chainOf, figures, panoramaEdge, panoramaNode } from './panorama.fixture'
import { sorted } from '@/components/figureColumn'
import { GROUP_COLUMNS, groupRows } from './groupColumns'
import { EDGE_COLUMNS, edgeRows, NODE_COLUMNS, nodeColumns, nodeRows } from './panoramaColumns'
import type { SupplyMark } from './supplyMarks'

const chain = chainOf({ up: [1], mid: [1], down: [1] }, [
  panoramaEdge('up0-0', 'mid0-0', { broken: true, cycle: true }),
])
chain.nodes = [
  panoramaNode({ id: 'down0-0', group: 'down0', name: '汽车制造', figures: figures({ revenueWan: '90000' }) }),
  panoramaNode({
    id: 'up0-0',
    group: 'up0',
    name: '数控系统',
    figures: figures({ revenueWan: null, aboveScale: null, honoured: null }),
  }),
  panoramaNode({
    id: 'mid0-0',
    group: 'mid0',
    name: '数控车床',
    figures: figures({ revenueWan: '100000' }),
    locationQuotient: '1.005',
  }),
]
const cell = (column: string, row: number) => NODE_COLUMNS.find(({ id }) => id === column)?.text(nodeRows(chain)[row]!)
const order = (column: string, direction: 'ascending' | 'descending') =>
  sorted(nodeRows(chain), NODE_COLUMNS, { column, direction }).map(({ name }) => name)

describe('the panorama as tables', () => {
  it('lists nodes in the order of the graph: stage, group, node', () => {
    expect(nodeRows(chain).map(({ stageName, name }) => `${stageName} ${name}`)).toEqual([
      '上游 数控系统',
      '中游 数控车床',
      '下游 汽车制造',
    ])
  })

  it.each([
    ['revenue', 0, '未报送'],
    ['aboveScale', 0, '未报送'],
    ['honoured', 0, '未导入'],
    ['lq', 0, '未测算'],
    ['revenue', 1, '10.0'],
    ['lq', 1, '1.01'],
    ['honoured', 1, '0'],
  ])('writes %s of row %i as %s', (column, row, text) => {
    expect(cell(column, row)).toBe(text)
  })

  it('orders money by size and keeps what was not reported at the end in both directions', () => {
    expect(order('revenue', 'ascending')).toEqual(['汽车制造', '数控车床', '数控系统'])
    expect(order('revenue', 'descending')).toEqual(['数控车床', '汽车制造', '数控系统'])
  })

  it('puts what is not public behind what is missing, in both directions', () => {
    const nodes = [
      panoramaNode({ id: 'a', group: 'up0', figures: figures({ revenueWan: null, revenueSuppressed: 'few' }) }),
      panoramaNode({ id: 'b', group: 'up0', figures: figures({ revenueWan: null }) }),
      panoramaNode({ id: 'c', group: 'up0', figures: figures({ revenueWan: '0' }) }),
    ]
    const rows = nodeRows({ ...chain, nodes })
    const [revenue] = NODE_COLUMNS.filter(({ id }) => id === 'revenue')
    expect(rows.map((row) => revenue?.shown?.(row).look)).toEqual(['suppressed', 'missing', 'zero'])
    for (const direction of ['ascending', 'descending'] as const)
      expect(sorted(rows, NODE_COLUMNS, { column: 'revenue', direction }).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('gives every figure of a node, a group and a stage a card of its own', () => {
    const { view } = { view: { ...chain.view, region: '210100' } }
    const refs = [
      ...nodeRows(chain).flatMap((row) => NODE_COLUMNS.flatMap(({ figure }) => figure?.(row, view) ?? [])),
      ...groupRows(chain).flatMap((row) => GROUP_COLUMNS.flatMap(({ figure }) => figure?.(row, view) ?? [])),
    ]
    expect(refs.filter((ref) => parseRef(ref) === null)).toEqual([])
    expect(new Set(refs).size).toBe(refs.length)
  })

  it('has 供应关键度 only where there are supply relations, ordered by rank with the unranked last', () => {
    expect(nodeColumns(false)).toBe(NODE_COLUMNS)
    const mark = { isCritical: false, isDemoted: false, gap: 'empty', rankBefore: 3, rankAfter: 2, reason: '' } as const
    const nodes = new Map<string, SupplyMark>([
      ['mid0-0', { ...mark, gap: 'none', isCritical: true, rankAfter: 1 }],
      ['up0-0', mark],
    ])
    const rows = nodeRows(chain, { year: '2025', nodes, criticalCount: 1, gapCount: 1 })
    const column = nodeColumns(true).find(({ id }) => id === 'supply')
    const order = sorted(rows, nodeColumns(true), { column: 'supply', direction: 'ascending' })
    expect(order.map((row) => column?.text(row))).toEqual(['第 1 位；供应关键', '第 2 位；断点：空缺', '未参评'])
  })

  it('lists each stage before its groups', () => {
    expect(groupRows(chain).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'stage 上游',
      'group 环节组0',
      'stage 中游',
      'group 环节组0',
      'stage 下游',
      'group 环节组0',
    ])
  })

  it('names both ends of a flow and what is wrong with it', () => {
    const [edge] = edgeRows(chain)
    expect(EDGE_COLUMNS.map(({ text }) => text(edge!))).toEqual([
      '数控系统',
      'up0-0产品',
      '数控车床',
      '断链影响：供给环节本地为缺；循环回用',
    ])
  })
})
