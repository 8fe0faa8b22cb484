import { reach } from './reach'
import type { SupplyGraph } from './supplyGraph'

export type CommunityRole = 'leader' | 'supplier' | 'buyer' | 'both'

export interface CommunityMember {
  firm: number
  role: CommunityRole
  /** Steps up to it as a supplier, down to it as a buyer; null = it is none. Of the 链主 itself: 0 and 0. */
  tierUp: number | null
  tierDown: number | null
}

/**
 * 整零共同体: the 链主 with its suppliers and buyers over up to `tiers` steps, those of them that are in the scope. A way may lead
 * through firms outside the scope. The 链主 first, then the nearer, then by number.
 */
export function community(
  graph: SupplyGraph,
  leader: number,
  { tiers, isInScope }: { tiers: number; isInScope: (firm: number) => boolean },
): CommunityMember[] {
  const up = reach(graph, { from: [leader], direction: 'up', tiers })
  const down = reach(graph, { from: [leader], direction: 'down', tiers })
  const members: CommunityMember[] = [{ firm: leader, role: 'leader', tierUp: 0, tierDown: 0 }]
  for (const firm of new Set([...up.firms, ...down.firms])) {
    if (firm === leader || !isInScope(firm)) continue
    const [tierUp, tierDown] = [stepOf(up.tier, firm), stepOf(down.tier, firm)]
    const role = tierUp === null ? 'buyer' : tierDown === null ? 'supplier' : 'both'
    members.push({ firm, role, tierUp, tierDown })
  }
  return members.sort((a, b) => nearest(a) - nearest(b) || a.firm - b.firm)
}

function stepOf(tier: Int8Array, firm: number): number | null {
  const step = tier[firm] ?? -1
  return step === -1 ? null : step
}

const nearest = ({ tierUp, tierDown }: CommunityMember) =>
  Math.min(tierUp ?? Number.POSITIVE_INFINITY, tierDown ?? Number.POSITIVE_INFINITY)
