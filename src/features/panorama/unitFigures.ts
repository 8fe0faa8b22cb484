import type { Figures, PanoramaNode } from '@contract/panorama'
import type { FigureKind } from '@domain/figure/figureRef'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef, type FigureView } from '@/lib/figureRefs'
import { yiText } from '@/lib/format'
import { shownCount, shownDecimal } from '@/lib/shownFigures'
import { provinceOf } from '@/stores/viewIntentions'

/** A node, group, stage or chain: what the figures are about. */
export interface FigureUnit {
  kind: FigureKind
  unit: string
}

const COUNTS = {
  enterprises: { indicator: 'enterprises', missing: '' },
  revenueReporting: { indicator: 'revenue-reporting', missing: '' },
  aboveScale: { indicator: 'above-scale', missing: '未报送' },
  honoured: { indicator: 'honoured', missing: '未导入' },
  leaders: { indicator: 'leaders', missing: '未导入' },
} as const
export type CountName = keyof typeof COUNTS

export const countShown = (figures: Figures, count: CountName, unit = ''): ShownFigure =>
  shownCount(figures[count], COUNTS[count].missing, unit)

export const countRef = (view: FigureView, { kind, unit }: FigureUnit, count: CountName): string =>
  figureRef(view, COUNTS[count].indicator, { kind, unit })

/** 营业收入 in 亿元, for a place that carries the unit itself. */
export const yiShown = ({ revenueWan, revenueSuppressed }: Figures): ShownFigure =>
  shownFigure({ value: revenueWan, suppressed: revenueSuppressed, missing: '未报送' }, yiText)

export const revenueRef = (view: FigureView, { kind, unit }: FigureUnit): string =>
  figureRef(view, 'revenue', { kind, unit })

/** A province has nothing above it to compare with. */
export function quotientRef(view: FigureView, { kind, unit }: FigureUnit): string | null {
  const against = provinceOf(view.region)
  return against === view.region ? null : figureRef(view, 'location-quotient', { kind, unit, against })
}

/** A quotient of sums that are not public is not public either. */
export const quotientShown = ({
  locationQuotient,
  quotientSuppressed,
}: Pick<PanoramaNode, 'locationQuotient' | 'quotientSuppressed'>): ShownFigure =>
  shownDecimal(locationQuotient, 2, '未测算', quotientSuppressed)
