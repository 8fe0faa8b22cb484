import { sql } from 'kysely'
import type { z } from 'zod'
import type { Assertion, NetworkQuery } from '@contract/supply'
import type { NetworkRowList } from '@server/network/askNetworkRows'
import { readJson } from '@server/network/questions'
import type { SourceContext } from './context'
import type { Principal } from './principal'
import { askNetwork, checkNetworkQuery } from './supply'
import { assertionOf, assertionsWhere } from './supplyLink'

type Query = z.output<typeof NetworkQuery>

/** A row that asserted a trade, with its two sides. */
export interface PrintedTrade extends Assertion {
  supplier: string
  buyer: string
}

export interface PrintedNetwork extends NetworkRowList {
  /** Row by row, as they are read from the database. */
  trades(): AsyncGenerator<PrintedTrade>
}

/** Suppliers whose rows are read in one statement. */
const SUPPLIERS = 1_000

/** 供应网络 to be printed: every firm, and every row that asserted a trade between two of them. */
export async function readPrintedNetwork(
  context: SourceContext,
  who: Principal,
  query: Query,
): Promise<PrintedNetwork> {
  await checkNetworkQuery(context, query)
  const { frame, json } = await askNetwork(context, who, query, 'networkRows', (own) => ({ frame: own, query }))
  const list = readJson(json)
  return { ...list, trades: () => printedTrades(context, frame.dataset, list, query) }
}

async function* printedTrades(context: SourceContext, dataset: string, { head, pairs }: NetworkRowList, query: Query) {
  const wanted = new Set(pairs)
  const suppliers = [...new Set(pairs.map((pair) => pair.slice(0, pair.indexOf('>'))))]
  for (let at = 0; at < suppliers.length; at += SUPPLIERS) {
    const some = suppliers.slice(at, at + SUPPLIERS)
    const rows = await assertionsWhere(
      context,
      sql`l.dataset = ${dataset} and l.supplier = any(${some}::text[]) and left(l.period, 4) = ${head.year}`,
      sql`l.supplier, l.buyer, coalesce(l.product, ''), b.published_seq desc nulls last, l.row_no desc`,
    )
    for (const row of rows) {
      if (!wanted.has(`${row.supplier}>${row.buyer}`)) continue
      if (query.product !== undefined && row.product !== query.product) continue
      if (query.evidence !== undefined && !query.evidence.includes(row.evidence_class)) continue
      yield { ...assertionOf(row), supplier: row.supplier, buyer: row.buyer }
    }
  }
}
