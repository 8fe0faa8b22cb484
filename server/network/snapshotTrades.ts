import { EVIDENCE, type Evidence, type SupplyHead } from '@contract/supply'
import { invalid } from '@server/source/failure'
import { walkWish, type NetworkWish } from './askNetwork'
import { percentText } from './networkLinks'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame } from './supplyView'
import { walk } from './walk'
import { wanText } from './wanText'

/** A trade as it was walked: names as they are now, 万元 and per cent as decimal text. */
export interface WalkedTrade {
  supplier: string
  supplierName: string
  buyer: string
  buyerName: string
  product: string | null
  amountWan: string | null
  sharePercent: string | null
  evidence: Evidence
}

export interface SnapshotWish {
  frame: SupplyFrame
  query: NetworkWish['query']
  /** A network of which the firm is no part any more has no trades, which is no fault. */
  mayBeGone: boolean
}

export interface WalkedTrades {
  head: SupplyHead
  firmName: string
  /** Without the firm that the walk began with. */
  firms: number
  trades: WalkedTrade[]
}

/** Trades of one snapshot; what is compared must be whole, so that more are refused and not cut off. */
export const MOST_TRADES = 20_000

/** Every trade of a network, not grouped. */
export function tradesAround(index: SupplyIndex, { frame, query, mayBeGone }: SnapshotWish): WalkedTrades {
  const view = index.open(frame)
  const known = index.parties.at(query.firm)
  if (mayBeGone && (known === undefined || !view.knows(known)))
    return { head: view.head, firmName: '', firms: 0, trades: [] }
  const firm = view.require(query.firm, 'query')
  const { found, trades } = walk(view, walkWish(view, firm, query))
  if (trades.length > MOST_TRADES)
    throw invalid(`这个网络有 ${trades.length} 条供应关系，快照至多存 ${MOST_TRADES} 条；请减少层级或加上筛选`, 'query')
  const { graph, parties } = view
  return {
    head: view.head,
    firmName: parties.name(firm),
    firms: found.length,
    trades: Array.from(trades, (trade): WalkedTrade => {
      const supplier = graph.supplier[trade] ?? 0
      const buyer = graph.buyer[trade] ?? 0
      const yuan = graph.yuan[trade] ?? Number.NaN
      const percent = graph.sharePercent[trade] ?? Number.NaN
      return {
        supplier: parties.id(supplier),
        supplierName: parties.name(supplier),
        buyer: parties.id(buyer),
        buyerName: parties.name(buyer),
        product: index.products.list[graph.product[trade] ?? -1] ?? null,
        amountWan: Number.isNaN(yuan) ? null : wanText(yuan),
        sharePercent: Number.isNaN(percent) ? null : percentText(percent),
        evidence: EVIDENCE[graph.evidence[trade] ?? 0] ?? 'unstated',
      }
    }),
  }
}
