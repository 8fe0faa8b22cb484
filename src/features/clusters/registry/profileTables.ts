import type { ClusterCounty, IndustryClusterProfile } from '@contract/industryClusters'
import type { TableColumn } from '@/components/tableColumn'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'

const NUMERIC = { numeric: true } as const
const revenue = (value: string | null) => (value === null ? '未报送' : revenueText(value))
const counted = (value: number | null, missing: string) => (value === null ? missing : countText(value))

/** Counties of a cluster; the last line is the cluster, their exact sum. */
export interface CountyRow {
  id: string
  code: string | null
  name: string
  cityName: string
  figures: ClusterCounty['figures']
  concentration: string | null
  quotient: string | null
  growth: string | null
}

export const COUNTY_COLUMNS: readonly TableColumn<CountyRow>[] = [
  { id: 'name', label: '区县', rowHeader: true, text: ({ name }) => name },
  { id: 'city', label: '所属市', short: true, text: ({ cityName }) => cityName },
  { ...NUMERIC, id: 'revenue', label: '营业收入', text: ({ figures }) => revenue(figures.revenueWan) },
  { ...NUMERIC, id: 'enterprises', label: '企业（家）', text: ({ figures }) => countText(figures.enterprises) },
  { ...NUMERIC, id: 'aboveScale', label: '规上（家）', text: ({ figures }) => counted(figures.aboveScale, '未报送') },
  { ...NUMERIC, id: 'honoured', label: '优质（家）', text: ({ figures }) => counted(figures.honoured, '未导入') },
  { ...NUMERIC, id: 'leaders', label: '链主（家）', text: ({ figures }) => counted(figures.leaders, '未导入') },
  { ...NUMERIC, id: 'concentration', label: '集聚度', text: ({ concentration }) => shareText(concentration) },
  { ...NUMERIC, id: 'quotient', label: '区位商', text: ({ quotient }) => decimalText(quotient, 2, '未测算') },
  { ...NUMERIC, id: 'growth', label: '收入增速', text: ({ growth }) => (growth === null ? '缺' : shareText(growth)) },
]

export function countyRows({ card, counties }: IndustryClusterProfile): CountyRow[] {
  const rows = counties.map((county) => ({ ...county, id: county.code, cityName: county.cityName ?? '' }))
  const { figures, concentration, quotient, growth } = card
  const total: CountyRow = {
    id: 'total',
    code: null,
    name: '集群合计',
    cityName: '',
    figures,
    concentration: concentration.value,
    quotient: quotient.value,
    growth: growth.value,
  }
  return [...rows, total]
}

type TopFirm = IndustryClusterProfile['topEnterprises'][number]

/** `shownUnit` knows whether the viewer may see what one enterprise reported. */
export const firmColumns = (
  shownUnit: (revenueWan: string | null) => { text: string },
): readonly TableColumn<TopFirm>[] => [
  { id: 'name', label: '企业', rowHeader: true, text: ({ name }) => name },
  { id: 'code', label: '统一社会信用代码', short: true, text: ({ creditCode }) => creditCode },
  { id: 'county', label: '区县', short: true, text: ({ countyName }) => countyName },
  { ...NUMERIC, id: 'revenue', label: '营业收入', text: ({ revenueWan }) => shownUnit(revenueWan).text },
  { id: 'leader', label: '链主', short: true, text: ({ leader }) => (leader ? '链主' : '') },
]
