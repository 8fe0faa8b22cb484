import { formatRef, type FigureIndicator, type FigureKind, type FigureRef } from '@domain/figure/figureRef'

/** The view that a number is printed in. */
export type FigureView = Pick<FigureRef, 'region' | 'scope' | 'period' | 'mode' | 'dataset'> & { chain: string }

export interface FigurePart {
  kind?: FigureKind
  unit?: string
  /** Another region than the view's. */
  region?: string
  /** 对照地区; leave out for what is compared with nothing. */
  against?: string | null
}

/** The reference of a number of the view, of the whole chain unless told otherwise. */
export function figureRef(view: FigureView, indicator: FigureIndicator, part: FigurePart = {}): string {
  const { kind = 'chain', unit = '', region = view.region, against = null } = part
  const { scope, period, mode, dataset } = view
  const chain = kind === 'total' || kind === 'linked' || kind === 'enterprise' ? null : view.chain
  return formatRef({ indicator, region, chain, kind, unit, scope, period, mode, dataset, against })
}
