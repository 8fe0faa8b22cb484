import type { ClusterCounty, IndustryClusterCard, IndustryClusterProfile } from '@contract/industryClusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { indicatorOf, shownIndicator, type IndicatorChoice } from '@/features/clusters/clusterIndicators'
import { placeRef } from '@/features/clusters/clusterRefs'
import type { ShownFigure } from '@/lib/figureLook'
import type { FigureView } from '@/lib/figureRefs'
import { shownCount } from '@/lib/shownFigures'
import {
  cardView,
  clusterRef,
  shownAboveScale,
  shownConcentration,
  shownGrowth,
  shownHonoured,
  shownHouses,
  shownLeaders,
  shownQuotient,
  shownSize,
} from './clusterLooks'

/** Counties of a cluster; the last line is the cluster, their exact sum. */
export type CountyRow = { id: string; name: string; cityName: string } & (
  { county: ClusterCounty; total?: undefined } | { county?: undefined; total: IndustryClusterCard }
)

type Column = FigureColumn<CountyRow, IndustryClusterProfile>

/** As the map shows a region. */
const asRegion = (county: ClusterCounty) => ({ ...county, unlocated: false, quotientBasis: null })

/** A ratio that the cluster does not give for a county has no card either: the card would know no such rule. */
function countyRef(profile: IndustryClusterProfile, { code }: ClusterCounty, indicator: FigureIndicator, look: string) {
  const isRatio = indicator === 'location-quotient' || indicator === 'concentration'
  if (isRatio && look === 'missing') return null
  const { province } = profile
  return placeRef(cardView(profile, profile.card), province, { code }, indicator)
}

function column(
  id: string,
  label: string,
  indicator: FigureIndicator,
  ofCounty: (county: ClusterCounty) => ShownFigure,
  ofTotal: (card: IndustryClusterCard) => ShownFigure,
): Column {
  const shown = ({ county, total }: CountyRow) => (county ? ofCounty(county) : ofTotal(total))
  const figure = (row: CountyRow, profile: IndustryClusterProfile) =>
    row.county
      ? countyRef(profile, row.county, indicator, shown(row).look)
      : clusterRef(profile, profile.card, indicator)
  return {
    ...figureColumn<CountyRow, IndustryClusterProfile>({ id, label, shown, rank: () => null, figure }),
    sortable: false,
  }
}

const ofMap = (value: IndicatorChoice['value']) => (county: ClusterCounty) =>
  shownIndicator(indicatorOf(value), asRegion(county))

const words = (id: 'name' | 'cityName', label: string): Column => ({
  id,
  label,
  text: (row) => row[id],
  rank: () => null,
  ...(id === 'name' ? { rowHeader: true } : { short: true }),
})

export const COUNTY_COLUMNS: readonly Column[] = [
  words('name', '区县'),
  words('cityName', '所属市'),
  column('revenue', '营业收入', 'revenue', ofMap('revenue'), shownSize),
  column('enterprises', '企业（家）', 'enterprises', ({ figures }) => shownCount(figures.enterprises, ''), shownHouses),
  column(
    'aboveScale',
    '规上（家）',
    'above-scale',
    ({ figures }) => shownCount(figures.aboveScale, '未报送'),
    shownAboveScale,
  ),
  column('honoured', '优质（家）', 'honoured', ({ figures }) => shownCount(figures.honoured, '未导入'), shownHonoured),
  column('leaders', '链主（家）', 'leaders', ({ figures }) => shownCount(figures.leaders, '未导入'), shownLeaders),
  column('concentration', '集聚度', 'concentration', ofMap('concentration'), shownConcentration),
  column('quotient', '区位商', 'location-quotient', ofMap('quotient'), shownQuotient),
  column('growth', '收入增速', 'revenue-growth', ofMap('growth'), shownGrowth),
]

export function countyRows({ card, counties }: IndustryClusterProfile): CountyRow[] {
  const rows = counties.map((county) => ({
    id: county.code,
    name: county.name,
    cityName: county.cityName ?? '',
    county,
  }))
  return [...rows, { id: 'total', name: '集群合计', cityName: '', total: card }]
}

type TopFirm = IndustryClusterProfile['topEnterprises'][number]

interface UnitRevenue {
  /** Knows whether the viewer may see what one enterprise reported. */
  shownUnit: (revenueWan: string | null) => ShownFigure
  unitRef: (view: FigureView | null, creditCode: string) => string | null
}

export const firmColumns = ({
  shownUnit,
  unitRef,
}: UnitRevenue): readonly FigureColumn<TopFirm, IndustryClusterProfile>[] => [
  { id: 'name', label: '企业', rowHeader: true, text: ({ name }) => name, rank: () => null },
  {
    id: 'code',
    label: '统一社会信用代码',
    short: true,
    plain: 'code',
    text: ({ creditCode }) => creditCode,
    rank: () => null,
  },
  { id: 'county', label: '区县', short: true, text: ({ countyName }) => countyName, rank: () => null },
  {
    ...figureColumn<TopFirm, IndustryClusterProfile>({
      id: 'revenue',
      label: '营业收入',
      shown: ({ revenueWan }) => shownUnit(revenueWan),
      rank: () => null,
      figure: ({ creditCode }, profile) => unitRef(cardView(profile, profile.card), creditCode),
    }),
    sortable: false,
  },
  { id: 'leader', label: '链主', short: true, text: ({ leader }) => (leader ? '链主' : ''), rank: () => null },
]
