import type { Clusters } from '@contract/clusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureRef, type FigureView } from '@/lib/figureRefs'

/** An answer in whose view figures are printed: of a chain, or of one of its nodes. */
export type ClusterView = FigureView & Pick<Clusters, 'node'>

/** What says how a region stands among others, or in the region above. */
const COMPARED: readonly FigureIndicator[] = [
  'location-quotient',
  'enterprises-rank',
  'revenue-rank',
  'above-scale-rank',
  'honoured-rank',
  'share',
  'revenue-share',
]

export interface FigurePlace {
  code: string
  /** 未定位: counted at this city or province, no county known. */
  unlocated?: boolean
}

/**
 * The reference of a number of a region, as the map of `root` prints it: 区位商, 位次 and 占比 compare with the root, and its lists decide
 * whether a zero of 规上企业 is a zero.
 */
export function placeRef(view: ClusterView, root: string, place: FigurePlace, indicator: FigureIndicator): string {
  const { code, unlocated = false } = place
  const ofChain = view.node === null ? {} : ({ kind: 'node', unit: view.node } as const)
  const part = unlocated ? ({ kind: 'unlocated', unit: view.node ?? '' } as const) : ofChain
  const isCompared = COMPARED.includes(indicator)
  const isSeenFromAbove = indicator === 'above-scale' && root !== code
  return figureRef(view, indicator, { ...part, region: code, against: isCompared || isSeenFromAbove ? root : null })
}
