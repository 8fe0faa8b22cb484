import type { z } from 'zod'
import type { CriticalityQuery } from '@contract/criticality'
import { requirePack } from './chainEditions'
import type { SourceContext } from './context'
import { invalid } from './failure'
import type { Principal } from './principal'
import { askNetwork, type SupplyAnswer } from './supply'
import { requireStaff } from './supplyScope'

/** 关键环节与断点. Throws invalid for weights that are all 0, not-found for an unknown chain. */
export async function readCriticality(
  context: SourceContext,
  who: Principal,
  { chain, w1, w2, w3, tau, ...query }: z.output<typeof CriticalityQuery>,
): Promise<SupplyAnswer<'criticality'>> {
  requireStaff(who)
  if (w1 + w2 + w3 === 0) throw invalid('三个权重不能都是 0', 'w1')
  const pack = await requirePack(context, chain)
  const rule = { w1, w2, w3, tau }
  return askNetwork(context, who, query, 'criticality', (frame) => ({ frame, pack, rule }))
}
