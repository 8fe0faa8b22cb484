import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { TableColumn, TableSort } from '@/components/tableColumn'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'
import type { ClassedMap } from './clusterMap'
import { legendRows } from './legendRows'

/** A line of the table: a region, what is placed no lower than a city or province, or the sum of all. */
export interface ClusterRow {
  id: string
  code: string | null
  kind: 'region' | 'unlocated' | 'total'
  name: string
  cells: ClusterRegion['figures']
  concentration: string | null
  quotient: string | null
  quotientBasis: ClusterRegion['quotientBasis']
  growth: string | null
  className: string
}

interface Column extends TableColumn<ClusterRow> {
  /** What it is sorted by; null sorts last. */
  key?: (row: ClusterRow) => number | string | null
}

const counted = (value: number | null, missing = '未报送') => (value === null ? missing : countText(value))
const numberOf = (value: string | null) => (value === null ? null : Number(value))
const isTotal = ({ kind }: ClusterRow) => kind === 'total'
const BASIS = { revenue: '按营收', enterprises: '按企业数' } as const
const NUMERIC = { numeric: true, sortable: true } as const

export const CLUSTER_COLUMNS: readonly Column[] = [
  {
    id: 'name',
    label: '地区',
    rowHeader: true,
    sortable: true,
    text: ({ name }) => name,
    key: ({ code }) => code ?? '',
  },
  { id: 'code', label: '代码', short: true, text: ({ code, kind }) => (kind === 'region' ? (code ?? '') : '') },
  {
    ...NUMERIC,
    id: 'enterprises',
    label: '企业数（家）',
    text: ({ cells }) => countText(cells.enterprises),
    key: ({ cells }) => cells.enterprises,
  },
  {
    ...NUMERIC,
    id: 'aboveScale',
    label: '规上企业（家）',
    text: ({ cells }) => counted(cells.aboveScale),
    key: ({ cells }) => cells.aboveScale,
  },
  {
    ...NUMERIC,
    id: 'revenue',
    label: '营业收入',
    text: ({ cells }) => (cells.revenueWan === null ? '未报送' : revenueText(cells.revenueWan)),
    key: ({ cells }) => numberOf(cells.revenueWan),
  },
  {
    ...NUMERIC,
    id: 'reporting',
    label: '报送营收（家）',
    text: ({ cells }) => countText(cells.revenueReporting),
    key: ({ cells }) => cells.revenueReporting,
  },
  {
    ...NUMERIC,
    id: 'honoured',
    label: '优质企业（家）',
    text: ({ cells }) => counted(cells.honoured, '未导入'),
    key: ({ cells }) => cells.honoured,
  },
  {
    ...NUMERIC,
    id: 'leaders',
    label: '链主（家）',
    text: ({ cells }) => counted(cells.leaders, '未导入'),
    key: ({ cells }) => cells.leaders,
  },
  {
    ...NUMERIC,
    id: 'concentration',
    label: '产业集聚度',
    text: (row) => (isTotal(row) ? '—' : shareText(row.concentration)),
    key: ({ concentration }) => numberOf(concentration),
  },
  {
    ...NUMERIC,
    id: 'quotient',
    label: '区位商',
    text: (row) => (isTotal(row) ? '—' : quotientText(row)),
    key: ({ quotient }) => numberOf(quotient),
  },
  {
    ...NUMERIC,
    id: 'growth',
    label: '收入增速',
    text: (row) => (isTotal(row) ? '—' : row.growth === null ? '缺上年同期' : shareText(row.growth)),
    key: ({ growth }) => numberOf(growth),
  },
  { id: 'class', label: '图上分级', short: true, text: ({ className }) => className },
]

function quotientText({ quotient, quotientBasis }: ClusterRow): string {
  const text = decimalText(quotient, 2, '未测算')
  return quotientBasis === null ? text : `${text}（${BASIS[quotientBasis]}）`
}

/** Regions in the order asked for; then 未定位; then the sum, which equals all of them together. */
export function clusterRows(clusters: Clusters, map: ClassedMap, sort: TableSort | null): ClusterRow[] {
  const names = new Map(legendRows(map).map(({ id, text }) => [id, text]))
  const rows = clusters.regions.map((region): ClusterRow => {
    const index = map.classOf(region)
    return {
      id: `${region.code}${region.unlocated ? '-unlocated' : ''}`,
      code: region.code,
      kind: region.unlocated ? 'unlocated' : 'region',
      name: region.name,
      cells: region.figures,
      concentration: region.concentration,
      quotient: region.quotient,
      quotientBasis: region.quotientBasis,
      growth: region.growth,
      className: region.unlocated ? '不上图' : (names.get(typeof index === 'number' ? `class-${index}` : index) ?? ''),
    }
  })
  const of = (kind: ClusterRow['kind']) => rows.filter((row) => row.kind === kind)
  return [...sortRows(of('region'), sort), ...of('unlocated'), totalRow(clusters)]
}

const totalRow = (clusters: Clusters): ClusterRow => ({
  id: 'total',
  code: null,
  kind: 'total',
  name: clusters.level === 'province' ? '以上各省合计' : `${clusters.regionName}合计（含未定位）`,
  cells: clusters.total,
  concentration: null,
  quotient: null,
  quotientBasis: null,
  growth: null,
  className: '',
})

/** What is not known stands last in either direction. */
function sortRows(rows: ClusterRow[], sort: TableSort | null): ClusterRow[] {
  const key = CLUSTER_COLUMNS.find(({ id }) => id === sort?.column)?.key
  if (!sort || !key) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return left === right ? 0 : left < right ? -sign : sign
  })
}
