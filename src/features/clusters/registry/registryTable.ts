import { CLUSTER_LEVEL_NAMES, type IndustryClusterCard } from '@contract/industryClusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import type { ShownFigure } from '@/lib/figureLook'
import {
  clusterRef,
  shownAboveScale,
  shownConcentration,
  shownGrowth,
  shownHonoured,
  shownHouses,
  shownLeaders,
  shownQuotient,
  shownSize,
  type ClusterFrame,
} from './clusterLooks'
import { QUADRANTS, quadrantOf } from './portfolio'
import { starCount, starSigns } from './starWords'

type Column = FigureColumn<IndustryClusterCard, ClusterFrame>

const numberOf = (value: string | null) => (value === null ? null : Number(value))

const figures = (
  id: string,
  label: string,
  indicator: FigureIndicator,
  shown: (card: IndustryClusterCard) => ShownFigure,
  rank: (card: IndustryClusterCard) => number | null,
) =>
  figureColumn<IndustryClusterCard, ClusterFrame>({
    id,
    label,
    shown,
    rank,
    figure: (card, frame) => clusterRef(frame, card, indicator),
  })

export const REGISTRY_COLUMNS: readonly Column[] = [
  {
    id: 'name',
    label: '集群',
    rowHeader: true,
    sortable: true,
    text: ({ cluster }) => cluster.name,
    rank: ({ cluster }) => cluster.name,
  },
  {
    id: 'level',
    label: '级别',
    sortable: true,
    text: ({ cluster }) => CLUSTER_LEVEL_NAMES[cluster.level],
    rank: ({ cluster }) => Object.keys(CLUSTER_LEVEL_NAMES).indexOf(cluster.level),
  },
  { id: 'chain', label: '产业链（环节）', sortable: true, plain: 'name', text: subjectName, rank: subjectName },
  {
    id: 'counties',
    label: '区县',
    plain: 'row-count',
    text: ({ cluster }) => countyNames(cluster.counties),
    rank: () => null,
  },
  {
    id: 'stars',
    label: '星级',
    numeric: true,
    sortable: true,
    plain: 'evidence',
    text: ({ stars }) => starSigns(stars),
    rank: ({ stars }) => starCount(stars),
  },
  figures('revenue', '规模', 'revenue', shownSize, ({ figures: { revenueWan } }) => numberOf(revenueWan)),
  figures('enterprises', '企业（家）', 'enterprises', shownHouses, (card) => card.figures.enterprises),
  figures('aboveScale', '规上（家）', 'above-scale', shownAboveScale, (card) => card.figures.aboveScale),
  figures('concentration', '集聚度', 'concentration', shownConcentration, (card) => numberOf(card.concentration.value)),
  figures('quotient', '区位商', 'location-quotient', shownQuotient, (card) => numberOf(card.quotient.value)),
  figures('growth', '收入增速', 'revenue-growth', shownGrowth, (card) => numberOf(card.growth.value)),
  figures('honoured', '优质（家）', 'honoured', shownHonoured, ({ honours }) => honours?.total ?? null),
  figures('leaders', '链主（家）', 'leaders', shownLeaders, ({ leaders }) => leaders?.length ?? null),
  { id: 'quadrant', label: '组合图', short: true, text: quadrantName, rank: () => null },
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
