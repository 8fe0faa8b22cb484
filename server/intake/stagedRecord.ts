import type { Scope } from '@contract/common'
import type { ChainPack } from '@domain/chain/pack'
import { gramsOf } from '@domain/register/grams'
import { honourTier } from '@domain/register/honourTier'
import type { KindId } from '@domain/register/kinds'
import type { StagedRow } from '@domain/register/staged'

interface ListFacts {
  batch: string
  kind: KindId
  scope: Scope
  packs: readonly ChainPack[]
}

/** A judged row as the table staged_row stores it; nested values travel as JSON text. */
export function stagedRecord({ batch, kind, scope, packs }: ListFacts, row: StagedRow) {
  return {
    batch_id: batch,
    row_no: row.row,
    verdict: row.verdict,
    credit_code: row.creditCode,
    name: row.name,
    name_grams: row.name === null ? '' : gramsOf(row.name).join(' '),
    county_found: row.countyFound,
    located_by: row.locatedBy,
    located_level: row.locatedLevel,
    address: row.address,
    products: row.products,
    business_scope: row.businessScope,
    industry_code: row.industryCode,
    in_stat_scope: row.inStatScope ?? (scope === 'all' ? null : true),
    registered_on: row.registeredOn,
    lng: row.point?.lng ?? null,
    lat: row.point?.lat ?? null,
    crs: row.point?.crs ?? null,
    facts: JSON.stringify(row.facts),
    memberships: JSON.stringify(row.memberships),
    extra: JSON.stringify({ ...row.extra, ...derived(kind, row, packs) }),
    problems: JSON.stringify(row.problems),
    raw: JSON.stringify(row.raw),
  }
}

/** What a list row means in our own keys: the tier of a title, the ids of a chain and a node written by name. */
function derived(kind: KindId, row: StagedRow, packs: readonly ChainPack[]): Record<string, string> {
  if (kind === 'honours') return { tier: honourTier(row.extra.honour ?? '') }
  if (kind !== 'leaders') return {}
  const pack = packs.find((item) => item.id === row.extra.chain || item.name === row.extra.chain)
  const node = pack?.nodes.find((item) => item.id === row.extra.node || item.name === row.extra.node)
  return { ...(pack && { chainId: pack.id }), ...(node && { nodeId: node.id }) }
}
