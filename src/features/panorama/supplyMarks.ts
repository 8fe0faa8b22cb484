import type { Criticality } from '@contract/criticality'
import { GAP_WORDS } from '@domain/supply/criticalityWords'

/** How many 环节 the panorama calls 供应关键. */
export const MOST_CRITICAL = 5

export type Gap = Criticality['nodes'][number]['gap']

/** What the supply relations of a year say of a node. */
export interface SupplyMark {
  /** 供应关键: what the rule of `supplyMarks` admits. */
  isCritical: boolean
  /** 伪关键: large, but others could step in. */
  isDemoted: boolean
  gap: Gap
  /** From 1, before and after 伪关键纠偏; equals share a rank. */
  rankBefore: number
  rankAfter: number
  reason: string
}

export interface SupplyMarks {
  year: string
  nodes: ReadonlyMap<string, SupplyMark>
  criticalCount: number
  gapCount: number
}

/**
 * Marks of the nodes by id; null where there are no supply relations. 供应关键 are the first `MOST_CRITICAL` by 关键度 after 纠偏
 * among those that are not demoted (替代难度 ≥ τ) and known to supply something; those that share the last rank are all in.
 */
export function supplyMarks({ year, nodes }: Pick<Criticality, 'year' | 'nodes'>): SupplyMarks | null {
  if (year === null || nodes.length === 0) return null
  const ranks = nodes
    .filter(mayBeCritical)
    .map(({ rankAfter }) => rankAfter)
    .sort((a, b) => a - b)
  const last = ranks[Math.min(MOST_CRITICAL, ranks.length) - 1] ?? 0
  const marks = nodes.map((entry) => {
    const { node, isDemoted, gap, rankBefore, rankAfter, reason } = entry
    const isCritical = mayBeCritical(entry) && rankAfter <= last
    return [node, { isCritical, isDemoted, gap, rankBefore, rankAfter, reason }] as const
  })
  return {
    year,
    nodes: new Map(marks),
    criticalCount: marks.filter(([, { isCritical }]) => isCritical).length,
    gapCount: marks.filter(([, { gap }]) => gap !== 'none').length,
  }
}

const mayBeCritical = ({ isDemoted, supplyShare }: Criticality['nodes'][number]) =>
  !isDemoted && supplyShare !== null && Number(supplyShare) > 0

/** What stands out, in words: 供应关键, 断点, 伪关键. */
export function markWords({ isCritical, isDemoted, gap }: SupplyMark): string[] {
  return [isCritical ? '供应关键' : '', GAP_WORDS[gap], isDemoted ? '伪关键' : ''].filter(Boolean)
}

/** What the mark on a card says: 供3, 断; '' where nothing is drawn. */
export function markGlyph({
  isCritical,
  gap,
  rankAfter,
}: Pick<SupplyMark, 'isCritical' | 'gap' | 'rankAfter'>): string {
  return `${isCritical ? `供${rankAfter}` : ''}${gap === 'none' ? '' : '断'}`
}
