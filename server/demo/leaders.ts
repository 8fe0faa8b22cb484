import { CHAIN_PLANS } from './chainPlans'
import type { DemoEnterprise, Seat } from './enterprises'

export interface DemoLeader {
  enterprise: DemoEnterprise
  seat: Seat
}

/** 链主: the largest makers of each chain, one per node. */
export function demoLeaders(enterprises: readonly DemoEnterprise[]): DemoLeader[] {
  return CHAIN_PLANS.flatMap(({ id, leaders }) => {
    const largest = new Map<string, DemoLeader>()
    for (const enterprise of enterprises) {
      const { seat, size } = enterprise
      if (seat?.chain !== id || seat.services) continue
      if (size > (largest.get(seat.node)?.enterprise.size ?? 0)) largest.set(seat.node, { enterprise, seat })
    }
    return [...largest.values()].sort((a, b) => b.enterprise.size - a.enterprise.size).slice(0, leaders)
  })
}
