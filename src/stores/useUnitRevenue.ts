import type { ShownFigure } from '@/lib/figureLook'
import { figureRef, type FigureView } from '@/lib/figureRefs'
import { shownRevenue } from '@/lib/shownFigures'
import { useSession } from './session'

const NOT_PUBLIC: ShownFigure = { look: 'suppressed', text: '不公开', reason: '单个企业的数据不向访客公开' }

/** 营业收入 of one enterprise: with its card for staff, 不公开 and without a card for visitors. */
export function useUnitRevenue() {
  const session = useSession()
  return {
    shownUnit: (revenueWan: string | null): ShownFigure =>
      session.seesUnits ? shownRevenue({ revenueWan, revenueSuppressed: null }) : NOT_PUBLIC,
    unitRef: (view: FigureView | null, creditCode: string): string | null =>
      view && session.seesUnits ? figureRef(view, 'revenue', { kind: 'enterprise', unit: creditCode }) : null,
  }
}
