import type { Scope } from '@contract/common'
import type { ChainPack } from '@domain/chain/pack'
import { honourFacts } from '@domain/honour/honourFacts'
import { gramsOf } from '@domain/register/grams'
import type { KindId } from '@domain/register/kinds'
import type { StagedRow } from '@domain/register/staged'

interface ListFacts {
  batch: string
  kind: KindId
  scope: Scope
  province: string
  packs: readonly ChainPack[]
}

/** A judged row as the table staged_row stores it; nested values travel as JSON text. */
export function stagedRecord({ batch, kind, scope, province, packs }: ListFacts, row: StagedRow) {
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
    extra: JSON.stringify({ ...row.extra, ...derived(kind, row, province, packs) }),
    problems: JSON.stringify(row.problems),
    raw: JSON.stringify(row.raw),
  }
}

/** What a list row means in our own keys: the tier of a title, the ids of a chain and a node written by name. */
function derived(kind: KindId, row: StagedRow, province: string, packs: readonly ChainPack[]): Record<string, string> {
  if (kind === 'honours') return honourKeys(row, province)
  if (kind !== 'leaders') return {}
  const pack = packs.find((item) => item.id === row.extra.chain || item.name === row.extra.chain)
  const node = pack?.nodes.find((item) => item.id === row.extra.node || item.name === row.extra.node)
  return { ...(pack && { chainId: pack.id }), ...(node && { nodeId: node.id }) }
}

function honourKeys({ extra }: StagedRow, province: string): Record<string, string> {
  const { tier, level, ruleVersion, status, validFrom, validTo, isDerived, note } = honourFacts({
    title: extra.honour ?? '',
    level: extra.level ?? null,
    status: extra.status ?? null,
    issuedOn: extra.grantedOn ?? null,
    validFrom: extra.validFrom ?? null,
    validTo: extra.validTo ?? null,
    province,
  })
  return {
    tier,
    ...(level !== null && { level }),
    ...(ruleVersion !== null && { ruleVersion }),
    ...(status !== null && { statusRead: status }),
    ...(validFrom !== null && { validFrom }),
    ...(validTo !== null && { validTo }),
    ...(isDerived && { endDerived: 'yes' }),
    ...(note !== null && { note }),
  }
}
