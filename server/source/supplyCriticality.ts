import type { z } from 'zod'
import type { Criticality, CriticalityQuery } from '@contract/criticality'
import type { Dataset, DivisionMode } from '@contract/common'
import { DEFAULT_CRITICALITY } from '@domain/supply/criticality'
import { readJson } from '@server/network/questions'
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

interface NodesWish {
  region: string
  chain: string
  mode: DivisionMode
  dataset?: Dataset | undefined
}

/** How many 环节 are called 关键. */
const MOST_CRITICAL = 10

export interface CriticalMark {
  node: string
  /** 关键 by rank after 纠偏; 断点 whether ranked or not. */
  isCritical: boolean
  gap: Criticality['nodes'][number]['gap']
  reason: string
}

/**
 * 关键环节与断点 with the default weights, for screens about something else (图谱, 招商); nothing where there are no trades. It
 * builds the index of the networks when nobody has yet, so ask beside the answer that it marks, not before it.
 */
export async function readCriticalNodes(
  context: SourceContext,
  who: Principal,
  wish: NodesWish,
): Promise<CriticalMark[]> {
  const { json } = await readCriticality(context, who, { ...wish, ...DEFAULT_CRITICALITY })
  const { year, nodes } = readJson(json)
  if (year === null) return []
  return nodes.flatMap(({ node, rankAfter, isDemoted, gap, reason }) => {
    const isCritical = rankAfter <= MOST_CRITICAL && !isDemoted
    return isCritical || gap !== 'none' ? [{ node, isCritical, gap, reason }] : []
  })
}
