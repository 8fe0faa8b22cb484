import { EVIDENCE_NAMES, type Evidence } from '@contract/supply'
import { TIER_NAMES } from '@domain/register/honourTier'
import { activePack } from './chainEditions'
import { COUNTRY, type SourceContext } from './context'
import type { SnapshotQuery } from './supplySnapshotStore'

const DIRECTIONS: Record<SnapshotQuery['direction'], string> = { both: '上下游', up: '上游', down: '下游' }

/** 层级与筛选 of a snapshot in one line, names as they are when it is taken; `seenFrom` is the root of what its maker sees. */
export async function scopeTextOf(
  context: SourceContext,
  query: SnapshotQuery,
  year: string,
  seenFrom: string,
): Promise<string> {
  const { direction, tiers, product, evidence, chain, place, honour, mode } = query
  const pack = chain === undefined ? null : await activePack(context, chain)
  const named = (list: readonly Evidence[]) => list.map((one) => EVIDENCE_NAMES[one]).join('、')
  return [
    `${year} 年`,
    `${DIRECTIONS[direction]} ${tiers} 级`,
    ...(product === undefined ? [] : [`产品：${product}`]),
    ...(evidence === undefined ? [] : [`证据：${named(evidence)}`]),
    ...(chain === undefined ? [] : [`产业链：${pack?.name ?? chain}`]),
    ...(place === undefined ? [] : [`地区：${context.regions.name(place)}`]),
    ...(honour === undefined ? [] : [`荣誉：${honour === 'any' ? '任一称号' : TIER_NAMES[honour]}`]),
    ...(mode === 'asof' ? ['当期区划'] : []),
    ...(seenFrom === COUNTRY ? [] : [`只含${context.regions.name(seenFrom)}看得到的关系`]),
  ].join('；')
}
