import type { Trades } from '@domain/supply/supplyGraph'
import type { TradeRow } from '@server/network/networkRows'
import { demoCreditCode } from '@server/demo/creditCodes'

const EVIDENCE = ['declared', 'contract', 'tender', 'estimated']

/** The trades of a synthetic network as rows, by supplier, buyer and product; of a trade drawn twice the later. */
export function* syntheticTradeRows({ supplier, buyer, product, yuan, share }: Trades): Generator<TradeRow> {
  const order = Array.from(supplier.keys()).sort(
    (a, b) =>
      (supplier[a] ?? 0) - (supplier[b] ?? 0) ||
      (buyer[a] ?? 0) - (buyer[b] ?? 0) ||
      (product[a] ?? 0) - (product[b] ?? 0) ||
      a - b,
  )
  for (const [at, trade] of order.entries()) {
    const next = order[at + 1] ?? -1
    const isSame =
      supplier[trade] === supplier[next] && buyer[trade] === buyer[next] && product[trade] === product[next]
    if (isSame || supplier[trade] === buyer[trade]) continue
    const amount = yuan[trade] ?? Number.NaN
    const part = share[trade] ?? Number.NaN
    yield [
      demoCreditCode(supplier[trade] ?? 0),
      demoCreditCode(buyer[trade] ?? 0),
      `产品${product[trade]}`,
      '2025',
      Number.isNaN(amount) ? null : amount,
      Number.isNaN(part) ? null : part * 100,
      EVIDENCE[trade % EVIDENCE.length] ?? 'unstated',
      null,
      false,
      null,
      null,
      null,
    ]
  }
}

/** Numbers of the firms with the most trades. */
export function largestFirms({ firms, supplier, buyer }: Trades, count: number): number[] {
  const degree = new Int32Array(firms)
  for (const end of [supplier, buyer]) for (const firm of end) degree[firm] = (degree[firm] ?? 0) + 1
  return Array.from(degree.keys())
    .sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b)
    .slice(0, count)
}
