import type { Figures, Panorama, PanoramaEdge, PanoramaNode, Strength } from '@contract/panorama'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { STRENGTH_NAMES } from './panoramaTheme'
import { markWords, type SupplyMark, type SupplyMarks } from './supplyMarks'
import {
  countRef,
  countShown,
  quotientRef,
  quotientShown,
  revenueRef,
  yiShown,
  type CountName,
  type FigureUnit,
} from './unitFigures'

/** A node with the names around it: one row of the table view. */
export interface NodeRow extends PanoramaNode {
  order: number
  stageName: string
  groupName: string
  /** By the supply relations; absent where they say nothing of it. */
  supply?: SupplyMark | undefined
}

export interface EdgeRow extends PanoramaEdge {
  id: string
  fromName: string
  toName: string
}

const STRENGTH_RANK: Record<Strength, number> = { missing: 0, weak: 1, fair: 2, strong: 3 }
const numeric = (text: string | null) => (text === null ? null : Number(text))
const unitOf = ({ id }: NodeRow): FigureUnit => ({ kind: 'node', unit: id })

/** The figures that every unit of a chain has, from enterprises to 优质企业. */
export function unitColumns<Row extends { figures: Figures }>(unit: (row: Row) => FigureUnit): FigureColumn<Row>[] {
  const count = (id: CountName, label: string) =>
    figureColumn<Row>({
      id,
      label,
      shown: (row) => countShown(row.figures, id),
      rank: (row) => row.figures[id],
      figure: (row, view) => countRef(view, unit(row), id),
    })
  return [
    count('enterprises', '企业（家）'),
    figureColumn<Row>({
      id: 'revenue',
      label: '营业收入（亿元）',
      shown: (row) => yiShown(row.figures),
      rank: (row) => numeric(row.figures.revenueWan),
      figure: (row, view) => revenueRef(view, unit(row)),
    }),
    count('revenueReporting', '报送营收（家）'),
    count('aboveScale', '规上企业（家）'),
    count('honoured', '优质企业（家）'),
  ]
}

/** 关键度位次与断点. */
const SUPPLY_COLUMN: FigureColumn<NodeRow> = {
  id: 'supply',
  label: '供应关键度（纠偏后位次、断点）',
  text: ({ supply }) => (supply ? [`第 ${supply.rankAfter} 位`, ...markWords(supply)].join('；') : '未参评'),
  rank: ({ supply }) => supply?.rankAfter ?? null,
  sortable: true,
  plain: 'criticality',
}

export const NODE_COLUMNS: FigureColumn<NodeRow>[] = [
  { id: 'stage', label: '阶段', text: (row) => row.stageName, rank: (row) => row.order, sortable: true },
  {
    id: 'group',
    label: '分组',
    text: (row) => row.groupName,
    rank: (row) => row.groupName,
    sortable: true,
    plain: 'name',
  },
  { id: 'name', label: '环节', text: (row) => row.name, rank: (row) => row.name, sortable: true, rowHeader: true },
  {
    id: 'strength',
    label: '强弱',
    text: (row) => STRENGTH_NAMES[row.strength],
    rank: (row) => STRENGTH_RANK[row.strength],
    sortable: true,
  },
  ...unitColumns(unitOf),
  figureColumn<NodeRow>({
    id: 'lq',
    label: '区位商',
    shown: quotientShown,
    rank: (row) => numeric(row.locationQuotient),
    figure: (row, view) => quotientRef(view, unitOf(row)),
  }),
  {
    id: 'leaders',
    label: '链主',
    text: (row) => row.leaders.map(({ name }) => name).join('、') || '—',
    rank: (row) => row.leaders.length,
    plain: 'name',
  },
  { id: 'why', label: '判定依据', text: (row) => row.strengthText, rank: (row) => row.decidedBy, plain: 'evidence' },
]

/** With 供应关键度 before 判定依据 where there are supply relations. */
export const nodeColumns = (hasSupply: boolean): FigureColumn<NodeRow>[] =>
  hasSupply ? [...NODE_COLUMNS.slice(0, -1), SUPPLY_COLUMN, ...NODE_COLUMNS.slice(-1)] : NODE_COLUMNS

export const EDGE_COLUMNS: FigureColumn<EdgeRow>[] = [
  {
    id: 'from',
    label: '供给环节',
    text: (row) => row.fromName,
    rank: (row) => row.fromName,
    sortable: true,
    rowHeader: true,
  },
  {
    id: 'product',
    label: '产品',
    text: (row) => row.product,
    rank: (row) => row.product,
    sortable: true,
    plain: 'name',
  },
  { id: 'to', label: '需求环节', text: (row) => row.toName, rank: (row) => row.toName, sortable: true, plain: 'name' },
  {
    id: 'state',
    label: '情况',
    sortable: true,
    rank: (row) => (row.broken ? 0 : 1),
    text: (row) =>
      [row.broken ? '断链影响：供给环节本地为缺' : '可配套', row.cycle ? '循环回用' : ''].filter(Boolean).join('；'),
  },
]

/** Rows in the order in which the graph reads: stage, group, node. */
export function nodeRows({ stages, groups, nodes }: Panorama, supply: SupplyMarks | null = null): NodeRow[] {
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]))
  const places = new Map(groups.map((group, index) => [group.id, { group, index }]))
  const stageOrder = new Map(stages.map(({ id }, index) => [id, index]))
  return nodes
    .map((node) => {
      const place = places.get(node.group)
      const stage = place?.group.stage
      const order = ((stage && stageOrder.get(stage)) ?? stages.length) * 1000 + (place?.index ?? groups.length)
      const stageName = (stage && stageNames.get(stage)) ?? ''
      return { ...node, order, stageName, groupName: place?.group.name ?? '', supply: supply?.nodes.get(node.id) }
    })
    .sort((left, right) => left.order - right.order)
}

export function edgeRows({ nodes, edges }: Panorama): EdgeRow[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  return edges.map((edge, index) => ({
    ...edge,
    id: String(index),
    fromName: names.get(edge.from) ?? edge.from,
    toName: names.get(edge.to) ?? edge.to,
  }))
}
