import { sql } from 'kysely'
import { outsideKind, type OutsideKind } from '@domain/party/outside'
import type { SourceContext } from './context'
import type { Principal } from './principal'
import { visibleLinks } from './supplyScope'

export type MatchedBy = 'code' | 'legal-name' | 'former-name' | 'alias' | 'none'
export type PartyStatus = 'matched' | 'asked' | 'outside'

/** 匹配报告: what was matched by what. Every trade counts once on each side, every party once. */
export interface MatchingReport {
  trades: number
  /** Trades whose two sides turned out to be one enterprise: they are no supply. */
  selfLinks: number
  mentions: {
    side: 'supplier' | 'buyer'
    matchedBy: MatchedBy
    status: PartyStatus
    mentions: number
    /** Sum of what the rows say in 万元, contradictory rows included; null: none says an amount. */
    amountWan: string | null
  }[]
  parties: { matchedBy: MatchedBy; status: PartyStatus; parties: number }[]
  /** Of the parties that are `outside`: where they sit, seen from the provinces that the trades were reported for. */
  outside: Record<OutsideKind, number>
}

interface PartyRow {
  matched_by: MatchedBy
  status: PartyStatus
  place: string | null
  province: string
  n: number
}

export async function matchingReport(
  context: SourceContext,
  principal: Principal,
  { dataset }: { dataset: string },
): Promise<MatchingReport> {
  const links = await visibleLinks(context, principal, dataset)
  const side = (name: 'supplier' | 'buyer') => sql`
    select ${sql.lit(name)} as side, ${sql.ref(`l.${name}`)} as id, ${sql.ref(`l.${name}_by`)} as matched_by,
      l.amount_wan, l.batch_id from supply_link l where ${links}`
  const mention = sql`mention as (${side('supplier')} union all ${side('buyer')})`
  const { rows: mentions } = await sql<{
    side: 'supplier' | 'buyer'
    matched_by: MatchedBy
    status: PartyStatus
    n: number
    amount: string | null
  }>`with ${mention}
    select m.side, m.matched_by, p.status, count(*)::integer as n, sum(m.amount_wan) as amount
    from mention m join supply_party p on p.dataset = ${dataset} and p.id = m.id
    group by m.side, m.matched_by, p.status order by m.side desc, m.matched_by, p.status`.execute(context.db)
  const { rows: parties } = await sql<PartyRow>`with ${mention},
    seen as (select m.id, min(b.province) as province from mention m join batch b on b.id = m.batch_id group by m.id)
    select p.matched_by, p.status, p.place, seen.province, count(*)::integer as n
    from seen join supply_party p on p.dataset = ${dataset} and p.id = seen.id
    group by p.matched_by, p.status, p.place, seen.province order by p.matched_by, p.status`.execute(context.db)
  const { rows: whole } = await sql<{ trades: number; loops: number }>`
    select count(*)::integer as trades, (count(*) filter (where l.supplier = l.buyer))::integer as loops
    from supply_link l where ${links}`.execute(context.db)
  return {
    trades: whole[0]?.trades ?? 0,
    selfLinks: whole[0]?.loops ?? 0,
    mentions: mentions.map((row) => ({
      side: row.side,
      matchedBy: row.matched_by,
      status: row.status,
      mentions: row.n,
      amountWan: row.amount,
    })),
    parties: grouped(parties),
    outside: outsideOf(parties),
  }
}

function grouped(rows: readonly PartyRow[]): MatchingReport['parties'] {
  const groups = new Map<string, MatchingReport['parties'][number]>()
  for (const { matched_by: matchedBy, status, n } of rows) {
    const key = `${matchedBy} ${status}`
    const group = groups.get(key) ?? { matchedBy, status, parties: 0 }
    groups.set(key, { ...group, parties: group.parties + n })
  }
  return [...groups.values()]
}

function outsideOf(rows: readonly PartyRow[]): MatchingReport['outside'] {
  const counts = { elsewhere: 0, unregistered: 0, unknown: 0 }
  for (const { status, place, province, n } of rows) if (status === 'outside') counts[outsideKind(place, province)] += n
  return counts
}
