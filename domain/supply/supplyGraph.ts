import { basketsOf, countSources, weightsOf, type Baskets } from './baskets'

/**
 * 供应网络 as columns, for millions of trades: firms, products and trades are numbers, and a trade is a row in five arrays.
 * Amounts are whole 元, which stay exact in floating point up to 9 × 10¹⁵; NaN = the amount is not known.
 */
export interface Trades {
  firms: number
  supplier: Int32Array
  buyer: Int32Array
  /** -1 = the product is not named. */
  product: Int32Array
  yuan: Float64Array
  /** 份额: the supplier's part of what the buyer buys of that product in the year, 0–1; NaN = not known. */
  share: Float64Array
}

/** Trades by one of their ends: those of firm f are `trades[starts[f] … starts[f + 1])`, in the order they were given. */
export interface TradesOf {
  starts: Int32Array
  trades: Int32Array
}

/** What a wave reads of the trades of a firm lies in the order of `trades`: columns by trade lie anywhere in memory. */
export interface Sales extends TradesOf {
  buyer: Int32Array
  basket: Int32Array
  /** What the trade weighs in its basket; NaN = cannot be counted. */
  weight: Float64Array
  /** What all trades of its basket weigh together. */
  whole: Float64Array
}

export interface Purchases extends TradesOf {
  supplier: Int32Array
  yuan: Float64Array
}

export interface SupplyGraph extends Trades {
  /** 供货: by supplier. */
  sales: Sales
  /** 采购: by buyer. */
  purchases: Purchases
  baskets: Baskets
  /** By firm: the known 元 of what it sells to others. */
  sold: Float64Array
}

/**
 * The network of these trades. 自供 (supplier = buyer) keeps its row in the columns and is in neither list: nobody depends on
 * itself. Throws a RangeError for a firm or product that does not exist, a negative amount and a share outside 0–1.
 */
export function supplyGraph(trades: Trades): SupplyGraph {
  checkTrades(trades)
  const sales = tradesBy(trades, trades.supplier)
  const purchases = tradesBy(trades, trades.buyer)
  const baskets = basketsOf(trades, purchases)
  const { weight, whole, byYuan } = weightsOf(trades, sales, baskets)
  const basket = gather(sales.trades, baskets.of, Int32Array)
  return {
    ...trades,
    sales: {
      ...sales,
      buyer: gather(sales.trades, trades.buyer, Int32Array),
      basket,
      weight,
      whole: gather(basket, whole, Float64Array),
    },
    purchases: {
      ...purchases,
      supplier: gather(purchases.trades, trades.supplier, Int32Array),
      yuan: gather(purchases.trades, trades.yuan, Float64Array),
    },
    baskets: { ...baskets, whole, byYuan, ...countSources({ starts: sales.starts, basket }, baskets) },
    sold: soldBy(trades, sales),
  }
}

function soldBy({ firms, supplier, yuan }: Trades, sales: TradesOf): Float64Array {
  const sold = new Float64Array(firms)
  for (const trade of sales.trades) {
    const seller = supplier[trade] ?? 0
    const amount = yuan[trade] ?? Number.NaN
    if (amount > 0) sold[seller] = (sold[seller] ?? 0) + amount
  }
  return sold
}

/** A column in the order of these rows. */
function gather<Column extends Int32Array | Float64Array>(
  rows: Int32Array,
  column: Column,
  Kind: new (length: number) => Column,
): Column {
  const gathered = new Kind(rows.length)
  for (let at = 0; at < rows.length; at += 1) gathered[at] = column[rows[at] ?? 0] ?? 0
  return gathered
}

function checkTrades({ firms, supplier, buyer, product, yuan, share }: Trades): void {
  const count = supplier.length
  if ([buyer, product, yuan, share].some(({ length }) => length !== count))
    throw new RangeError('columns of trades differ in length')
  for (let trade = 0; trade < count; trade += 1) {
    const seller = supplier[trade] ?? -1
    const customer = buyer[trade] ?? -1
    if (seller < 0 || seller >= firms || customer < 0 || customer >= firms)
      throw new RangeError(`trade ${trade}: no such firm`)
    if ((product[trade] ?? -1) < -1) throw new RangeError(`trade ${trade}: no such product`)
    if ((yuan[trade] ?? 0) < 0) throw new RangeError(`trade ${trade}: negative amount`)
    const part = share[trade] ?? Number.NaN
    if (part < 0 || part > 1) throw new RangeError(`trade ${trade}: share outside 0–1`)
  }
}

function tradesBy({ firms, supplier, buyer }: Trades, end: Int32Array): TradesOf {
  const starts = new Int32Array(firms + 1)
  for (let trade = 0; trade < end.length; trade += 1) {
    if (supplier[trade] === buyer[trade]) continue
    const firm = end[trade] ?? 0
    starts[firm + 1] = (starts[firm + 1] ?? 0) + 1
  }
  for (let firm = 0; firm < firms; firm += 1) starts[firm + 1] = (starts[firm + 1] ?? 0) + (starts[firm] ?? 0)
  const next = starts.slice()
  const trades = new Int32Array(starts[firms] ?? 0)
  for (let trade = 0; trade < end.length; trade += 1) {
    if (supplier[trade] === buyer[trade]) continue
    const firm = end[trade] ?? 0
    const place = next[firm] ?? 0
    trades[place] = trade
    next[firm] = place + 1
  }
  return { starts, trades }
}

/** The trades of one firm. */
export const tradesOf = ({ starts, trades }: TradesOf, firm: number): Int32Array =>
  trades.subarray(starts[firm] ?? 0, starts[firm + 1] ?? 0)
