import type { IndustryClusterCard, IndustryClusterList } from '@contract/industryClusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { ESTIMATED_GROWTH } from '@/features/clusters/clusterIndicators'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef } from '@/lib/figureRefs'
import { decimalText, shareText } from '@/lib/format'
import { shownCount, shownRevenue } from '@/lib/shownFigures'

/** What every answer about clusters says of its view. */
export type ClusterFrame = Pick<IndustryClusterList, 'province' | 'period' | 'scope' | 'dataset'>

/** The view of the cards of a cluster and of its counties: it is a set of today's counties, whatever divisions are looked at. */
export const cardView = ({ province, period, scope, dataset }: ClusterFrame, { cluster }: IndustryClusterCard) => ({
  region: province,
  chain: cluster.chain,
  node: cluster.node,
  period,
  scope,
  mode: 'current' as const,
  dataset,
})

/** Measured by the province. */
const COMPARED: readonly FigureIndicator[] = ['location-quotient', 'share', 'revenue-share']

export function clusterRef(frame: ClusterFrame, card: IndustryClusterCard, indicator: FigureIndicator): string {
  const against = COMPARED.includes(indicator) ? frame.province : null
  return figureRef(cardView(frame, card), indicator, { kind: 'cluster', unit: card.cluster.id, against })
}

type Shown = (card: IndustryClusterCard) => ShownFigure

export const shownSize: Shown = ({ figures }) => shownRevenue(figures)
export const shownHouses: Shown = ({ figures }) => shownCount(figures.enterprises, '')
export const shownAboveScale: Shown = ({ figures }) => shownCount(figures.aboveScale, '未报送')
export const shownHonoured: Shown = ({ honours }) => shownCount(honours?.total ?? null, '未导入')
export const shownLeaders: Shown = ({ leaders }) => shownCount(leaders?.length ?? null, '未导入')

export const shownConcentration: Shown = ({ concentration: { value, fault, suppressed } }) =>
  shownFigure(
    { value, suppressed, missing: fault === null ? '未测算' : '数据错误', missingReason: fault ?? undefined },
    shareText,
  )

export const shownQuotient: Shown = ({ quotient: { value, reason, suppressed } }) =>
  shownFigure(
    { value, suppressed, missing: reason === null ? '未测算' : '无法判断', missingReason: reason ?? undefined },
    (text) => decimalText(text, 2, ''),
  )

export const shownGrowth: Shown = ({ growth: { value, reason, suppressed } }) =>
  shownFigure(
    { value, suppressed, estimated: ESTIMATED_GROWTH, missing: '缺', missingReason: reason ?? undefined },
    shareText,
  )

export const shownShareOf = (
  value: string | null,
  suppressed: IndustryClusterCard['share']['revenueSuppressed'] = null,
) => shownFigure({ value, suppressed, missing: '未报送' }, shareText)
