/**
 * 供应网络 as columns, for millions of trades: firms, products and trades are numbers, and a trade is a row in four arrays.
 * Amounts are whole 元, which stay exact in floating point up to 9 × 10¹⁵; NaN = the amount is not known.
 */
export interface Trades {
  firms: number
  supplier: Int32Array
  buyer: Int32Array
  /** -1 = the product is not named. */
  product: Int32Array
  yuan: Float64Array
}

/** Trades by one of their ends: those of firm f are `trades[starts[f] … starts[f + 1])`, in the order they were given. */
export interface TradesOf {
  starts: Int32Array
  trades: Int32Array
}

export interface SupplyGraph extends Trades {
  /** 供货: by supplier. */
  sales: TradesOf
  /** 采购: by buyer. */
  purchases: TradesOf
}

export const supplyGraph = (trades: Trades): SupplyGraph => ({
  ...trades,
  sales: tradesBy(trades.supplier, trades.firms),
  purchases: tradesBy(trades.buyer, trades.firms),
})

function tradesBy(end: Int32Array, firms: number): TradesOf {
  const starts = new Int32Array(firms + 1)
  for (const firm of end) starts[firm + 1] = (starts[firm + 1] ?? 0) + 1
  for (let firm = 0; firm < firms; firm += 1) starts[firm + 1] = (starts[firm + 1] ?? 0) + (starts[firm] ?? 0)
  const next = starts.slice()
  const trades = new Int32Array(end.length)
  end.forEach((firm, trade) => {
    const place = next[firm] ?? 0
    trades[place] = trade
    next[firm] = place + 1
  })
  return { starts, trades }
}

/** The trades of one firm. */
export const tradesOf = ({ starts, trades }: TradesOf, firm: number): Int32Array =>
  trades.subarray(starts[firm] ?? 0, starts[firm + 1] ?? 0)
