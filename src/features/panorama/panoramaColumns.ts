import type { Panorama, PanoramaEdge, PanoramaNode, Strength } from '@contract/panorama'
import type { TableColumn, TableSort } from '@/components/tableColumn'
import { countText, decimalText, yiText } from '@/lib/format'
import { STRENGTH_NAMES } from './panoramaTheme'

/** A node with the names around it: one row of the table view. */
export interface NodeRow extends PanoramaNode {
  order: number
  stageName: string
  groupName: string
}

export interface EdgeRow extends PanoramaEdge {
  id: string
  fromName: string
  toName: string
}

interface Column<Row> extends TableColumn<Row> {
  /** What the rows are ordered by; numbers may be missing, and missing ones come last either way. */
  rank: (row: Row) => number | string | null
}

const STRENGTH_RANK: Record<Strength, number> = { missing: 0, weak: 1, fair: 2, strong: 3 }
const unreported = '未报送'
const numeric = (text: string | null) => (text === null ? null : Number(text))
const counted = (count: number | null, missing = unreported) => (count === null ? missing : countText(count))

export const NODE_COLUMNS: Column<NodeRow>[] = [
  { id: 'stage', label: '阶段', text: (row) => row.stageName, rank: (row) => row.order, sortable: true },
  { id: 'group', label: '分组', text: (row) => row.groupName, rank: (row) => row.groupName, sortable: true },
  { id: 'name', label: '环节', text: (row) => row.name, rank: (row) => row.name, sortable: true, rowHeader: true },
  {
    id: 'strength',
    label: '强弱',
    text: (row) => STRENGTH_NAMES[row.strength],
    rank: (row) => STRENGTH_RANK[row.strength],
    sortable: true,
  },
  number(
    'enterprises',
    '企业（家）',
    (row) => countText(row.figures.enterprises),
    (row) => row.figures.enterprises,
  ),
  number(
    'revenue',
    '营业收入（亿元）',
    (row) => yiOr(row.figures.revenueWan),
    (row) => numeric(row.figures.revenueWan),
  ),
  number(
    'reporting',
    '报送营收（家）',
    (row) => countText(row.figures.revenueReporting),
    (row) => row.figures.revenueReporting,
  ),
  number(
    'aboveScale',
    '规上企业（家）',
    (row) => counted(row.figures.aboveScale),
    (row) => row.figures.aboveScale,
  ),
  number(
    'honoured',
    '优质企业（家）',
    (row) => counted(row.figures.honoured, '未导入'),
    (row) => row.figures.honoured,
  ),
  number(
    'lq',
    '区位商',
    (row) => decimalText(row.locationQuotient, 2, '未测算'),
    (row) => numeric(row.locationQuotient),
  ),
  {
    id: 'leaders',
    label: '链主',
    text: (row) => row.leaders.map(({ name }) => name).join('、') || '—',
    rank: (row) => row.leaders.length,
  },
  { id: 'why', label: '判定依据', text: (row) => row.strengthText, rank: (row) => row.decidedBy },
]

export const EDGE_COLUMNS: Column<EdgeRow>[] = [
  {
    id: 'from',
    label: '供给环节',
    text: (row) => row.fromName,
    rank: (row) => row.fromName,
    sortable: true,
    rowHeader: true,
  },
  { id: 'product', label: '产品', text: (row) => row.product, rank: (row) => row.product, sortable: true },
  { id: 'to', label: '需求环节', text: (row) => row.toName, rank: (row) => row.toName, sortable: true },
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
export function nodeRows({ stages, groups, nodes }: Panorama): NodeRow[] {
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]))
  const places = new Map(groups.map((group, index) => [group.id, { group, index }]))
  const stageOrder = new Map(stages.map(({ id }, index) => [id, index]))
  return nodes
    .map((node) => {
      const place = places.get(node.group)
      const stage = place?.group.stage
      const order = ((stage && stageOrder.get(stage)) ?? stages.length) * 1000 + (place?.index ?? groups.length)
      return { ...node, order, stageName: (stage && stageNames.get(stage)) ?? '', groupName: place?.group.name ?? '' }
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

/** Stable; rows whose value is missing stay at the end in both directions. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const column = sort && columns.find(({ id }) => id === sort.column)
  if (!column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...rows].sort((left, right) => {
    const [a, b] = [column.rank(left), column.rank(right)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}

const collator = new Intl.Collator('zh-CN')
const yiOr = (wan: string | null) => (wan === null ? unreported : yiText(wan))

function number(
  id: string,
  label: string,
  text: (row: NodeRow) => string,
  rank: (row: NodeRow) => number | null,
): Column<NodeRow> {
  return { id, label, text, rank, numeric: true, sortable: true }
}
