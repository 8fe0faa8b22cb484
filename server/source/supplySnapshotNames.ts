import { sql } from 'kysely'
import { nameOfParty } from '@domain/party/nameKey'
import type { WalkedTrade } from '@server/network/snapshotTrades'
import type { SourceContext } from './context'

/**
 * The ids that parties of a snapshot bear now: a name that was since found to be an enterprise of the register is that
 * enterprise, or all its trades would look gone and come anew. Ids that mean what they did are not in the map.
 */
export async function idsNow(
  { db }: SourceContext,
  dataset: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(ids)].flatMap((id) => nameOfParty(id) ?? [])
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ id: string; code: string }>`
    select 'name:' || n.name_key as id, case when a.name_key is null then n.credit_code else a.credit_code end as code
    from supply_name n left join supply_alias a on a.dataset = n.dataset and a.name_key = n.name_key
    where n.dataset = ${dataset} and n.name_key = any(${keys}::text[])
      and case when a.name_key is null then n.credit_code else a.credit_code end is not null`.execute(db)
  return new Map(rows.map(({ id, code }) => [id, code]))
}

export const underIdsNow = (trades: readonly WalkedTrade[], ids: ReadonlyMap<string, string>): WalkedTrade[] =>
  trades.map((trade) => ({
    ...trade,
    supplier: ids.get(trade.supplier) ?? trade.supplier,
    buyer: ids.get(trade.buyer) ?? trade.buyer,
  }))
