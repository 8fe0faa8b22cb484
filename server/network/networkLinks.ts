import { EVIDENCE, type NetworkLink } from '@contract/supply'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'
import { FIRST_INFERRED, marksIn } from './yearTrades'

const PRODUCTS_SHOWN = 5
const PERCENT_DIGITS = 4

/** All given trades as one link between two nodes; at least one trade. */
export function linkOf(view: SupplyView, ends: { from: string; to: string }, trades: readonly number[]): NetworkLink {
  const { graph, index } = view
  const byProduct = new Map<number, number>()
  let yuan = 0
  let unknownAmounts = 0
  let evidence = EVIDENCE.length - 1
  let marks = 0
  for (const trade of trades) {
    const amount = graph.yuan[trade] ?? Number.NaN
    const product = graph.product[trade] ?? -1
    if (Number.isNaN(amount)) unknownAmounts += 1
    else yuan += amount
    if (product >= 0) byProduct.set(product, (byProduct.get(product) ?? 0) + (amount > 0 ? amount : 0))
    evidence = Math.min(evidence, graph.evidence[trade] ?? evidence)
    marks |= graph.marks[trade] ?? 0
  }
  const [only] = trades
  const percent = trades.length === 1 && only !== undefined ? (graph.sharePercent[only] ?? Number.NaN) : Number.NaN
  const products = [...byProduct].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PRODUCTS_SHOWN)
  return {
    id: `${ends.from}>${ends.to}`,
    ...ends,
    amountWan: unknownAmounts === trades.length ? null : wanText(yuan),
    sharePercent: Number.isNaN(percent) ? null : percentText(percent),
    trades: trades.length,
    unknownAmounts,
    products: products.map(([product]) => index.products.list[product] ?? ''),
    evidence: EVIDENCE[evidence] ?? 'unstated',
    isInferred: evidence >= FIRST_INFERRED,
    marks: marksIn(marks),
  }
}

/** Up to four digits, as shares are kept. */
export const percentText = (percent: number) => String(Number(percent.toFixed(PERCENT_DIGITS)))
