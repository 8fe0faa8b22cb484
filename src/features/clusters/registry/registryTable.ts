import { CLUSTER_LEVEL_NAMES, type IndustryClusterCard } from '@contract/industryClusters'
import type { TableColumn, TableSort } from '@/components/tableColumn'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'
import { QUADRANTS, quadrantOf } from './portfolio'
import { starCount, starSigns } from './starWords'

interface Column extends TableColumn<IndustryClusterCard> {
  /** What it is sorted by; null sorts last. */
  key?: (card: IndustryClusterCard) => number | string | null
}

const NUMERIC = { numeric: true, sortable: true } as const
const numberOf = (value: string | null) => (value === null ? null : Number(value))
const counted = (value: number | null, missing: string) => (value === null ? missing : countText(value))

export const REGISTRY_COLUMNS: readonly Column[] = [
  {
    id: 'name',
    label: '集群',
    rowHeader: true,
    sortable: true,
    text: ({ cluster }) => cluster.name,
    key: ({ cluster }) => cluster.name,
  },
  {
    id: 'level',
    label: '级别',
    sortable: true,
    text: ({ cluster }) => CLUSTER_LEVEL_NAMES[cluster.level],
    key: ({ cluster }) => Object.keys(CLUSTER_LEVEL_NAMES).indexOf(cluster.level),
  },
  { id: 'chain', label: '产业链（环节）', sortable: true, text: subjectName, key: subjectName },
  { id: 'counties', label: '区县', text: ({ cluster }) => countyNames(cluster.counties) },
  {
    ...NUMERIC,
    id: 'stars',
    label: '星级',
    text: ({ stars }) => starSigns(stars),
    key: ({ stars }) => starCount(stars),
  },
  {
    ...NUMERIC,
    id: 'revenue',
    label: '规模',
    text: ({ figures }) => (figures.revenueWan === null ? '未报送' : revenueText(figures.revenueWan)),
    key: ({ figures }) => numberOf(figures.revenueWan),
  },
  {
    ...NUMERIC,
    id: 'enterprises',
    label: '企业（家）',
    text: ({ figures }) => countText(figures.enterprises),
    key: ({ figures }) => figures.enterprises,
  },
  {
    ...NUMERIC,
    id: 'aboveScale',
    label: '规上（家）',
    text: ({ figures }) => counted(figures.aboveScale, '未报送'),
    key: ({ figures }) => figures.aboveScale,
  },
  {
    ...NUMERIC,
    id: 'concentration',
    label: '集聚度',
    text: ({ concentration }) => (concentration.fault === null ? shareText(concentration.value) : '数据错误'),
    key: ({ concentration }) => numberOf(concentration.value),
  },
  {
    ...NUMERIC,
    id: 'quotient',
    label: '区位商',
    text: ({ quotient }) => decimalText(quotient.value, 2, '未测算'),
    key: ({ quotient }) => numberOf(quotient.value),
  },
  {
    ...NUMERIC,
    id: 'growth',
    label: '收入增速',
    text: ({ growth }) => (growth.value === null ? '缺' : shareText(growth.value)),
    key: ({ growth }) => numberOf(growth.value),
  },
  {
    ...NUMERIC,
    id: 'honoured',
    label: '优质（家）',
    text: ({ honours }) => counted(honours?.total ?? null, '未导入'),
    key: ({ honours }) => honours?.total ?? null,
  },
  {
    ...NUMERIC,
    id: 'leaders',
    label: '链主（家）',
    text: ({ leaders }) => counted(leaders?.length ?? null, '未导入'),
    key: ({ leaders }) => leaders?.length ?? null,
  },
  { id: 'quadrant', label: '组合图', short: true, text: quadrantName },
]

export function subjectName({ cluster }: IndustryClusterCard): string {
  return cluster.nodeName === null ? cluster.chainName : `${cluster.chainName} · ${cluster.nodeName}`
}

/** 铁西区、浑南区等 5 个. */
export function countyNames(counties: readonly { name: string }[]): string {
  const names = counties.map(({ name }) => name)
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 2).join('、')}等 ${names.length} 个`
}

function quadrantName({ quotient, growth }: IndustryClusterCard): string {
  if (quotient.value === null || growth.value === null) return '不能落点'
  const id = quadrantOf(Number(quotient.value), Number(growth.value))
  return QUADRANTS.find((quadrant) => quadrant.id === id)?.name ?? ''
}

/** What is not known stands last in either direction; ties by name. */
export function sortCards(cards: readonly IndustryClusterCard[], sort: TableSort): IndustryClusterCard[] {
  const key = REGISTRY_COLUMNS.find(({ id }) => id === sort.column)?.key
  if (!key) return [...cards]
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...cards].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'string' && typeof right === 'string') return sign * left.localeCompare(right, 'zh-CN')
    return left === right ? 0 : left < right ? -sign : sign
  })
}
