import type { Trades, TradesOf } from './supplyGraph'

/**
 * 采购篮: what one buyer buys of one product, from however many suppliers. The suppliers in it are weighed by what is known of
 * more of them, 金额 or 份额, by 金额 where it is the same; and all alike where neither is known of any.
 * - 金额: `whole` is the sum of the known; a supplier without an amount has the weight NaN: what it delivers cannot be counted.
 * - 份额, in millionths: `whole` is 1, or the sum of the shares where they come to more. A known share of 40 % is 40 % also
 *   where the data names no other supplier; suppliers without a share divide what is left, all alike.
 */
export interface Baskets {
  count: number
  /** By trade; -1 = 自供, in no basket. */
  of: Int32Array
  /** By basket. */
  buyer: Int32Array
  /** By basket; -1 = the product is not named. */
  product: Int32Array
  whole: Float64Array
  /** By basket: 1 = weighed by 金额. */
  byYuan: Uint8Array
  products: number
  /** By product: the known 元 of all its trades. */
  productYuan: Float64Array
  /** How many firms deliver, over however many trades; by basket, and by product in the whole network. */
  sources: Int32Array
  productSources: Int32Array
}

const MILLIONTHS = 1_000_000
const ALIKE = 0
const BY_YUAN = 1
const BY_SHARE = 2

export function basketsOf(
  trades: Trades,
  purchases: TradesOf,
): Omit<Baskets, 'whole' | 'byYuan' | 'sources' | 'productSources'> {
  const { product, yuan } = trades
  let products = 0
  for (let trade = 0; trade < product.length; trade += 1) products = Math.max(products, (product[trade] ?? -1) + 1)
  const productYuan = new Float64Array(products)
  for (const trade of purchases.trades) {
    const id = product[trade] ?? -1
    const amount = yuan[trade] ?? Number.NaN
    if (id !== -1 && amount > 0) productYuan[id] = (productYuan[id] ?? 0) + amount
  }
  return { ...sortIntoBaskets(trades, purchases, products), products, productYuan }
}

type Sorted = Pick<Baskets, 'count' | 'of' | 'buyer' | 'product'>

/** Buyer after buyer, so that one sheet of "which basket has this product" does for all. */
function sortIntoBaskets({ firms, product }: Trades, { starts, trades }: TradesOf, products: number): Sorted {
  const of = new Int32Array(product.length).fill(-1)
  const buyerOf = new Int32Array(trades.length)
  const productOf = new Int32Array(trades.length)
  const latest = new Int32Array(products + 1).fill(-1)
  let count = 0
  for (let buyer = 0; buyer < firms; buyer += 1) {
    const firstOwn = count
    for (let at = starts[buyer] ?? 0; at < (starts[buyer + 1] ?? 0); at += 1) {
      const trade = trades[at] ?? 0
      const id = product[trade] ?? -1
      let basket = latest[id + 1] ?? -1
      if (basket < firstOwn) {
        basket = count
        latest[id + 1] = basket
        buyerOf[basket] = buyer
        productOf[basket] = id
        count += 1
      }
      of[trade] = basket
    }
  }
  return { count, of, buyer: buyerOf.slice(0, count), product: productOf.slice(0, count) }
}

interface Known {
  trades: Int32Array
  priced: Int32Array
  shared: Int32Array
  yuan: Float64Array
  share: Float64Array
}

/** What is known of the trades of each basket. */
function knownOf({ yuan, share }: Trades, trades: Int32Array, { count, of }: Sorted): Known {
  const known: Known = {
    trades: new Int32Array(count),
    priced: new Int32Array(count),
    shared: new Int32Array(count),
    yuan: new Float64Array(count),
    share: new Float64Array(count),
  }
  for (const trade of trades) {
    const basket = of[trade] ?? 0
    const amount = yuan[trade] ?? Number.NaN
    const part = share[trade] ?? Number.NaN
    known.trades[basket] = (known.trades[basket] ?? 0) + 1
    if (amount > 0) {
      known.priced[basket] = (known.priced[basket] ?? 0) + 1
      known.yuan[basket] = (known.yuan[basket] ?? 0) + amount
    }
    if (part >= 0) {
      known.shared[basket] = (known.shared[basket] ?? 0) + 1
      known.share[basket] = (known.share[basket] ?? 0) + Math.round(part * MILLIONTHS)
    }
  }
  return known
}

/** What each trade of a list weighs in its basket, in the order of the list; and by basket, what they weigh together. */
export function weightsOf(
  columns: Trades,
  { trades }: TradesOf,
  sorted: Sorted,
): { weight: Float64Array; whole: Float64Array; byYuan: Uint8Array } {
  const known = knownOf(columns, trades, sorted)
  const whole = new Float64Array(sorted.count)
  const measure = new Uint8Array(sorted.count)
  /** By basket: the weight of a supplier of which the measure is not known. */
  const otherwise = new Float64Array(sorted.count)
  for (let basket = 0; basket < sorted.count; basket += 1) {
    const [all, priced, shared] = [known.trades[basket] ?? 0, known.priced[basket] ?? 0, known.shared[basket] ?? 0]
    const shares = known.share[basket] ?? 0
    measure[basket] = priced + shared === 0 ? ALIKE : priced >= shared ? BY_YUAN : BY_SHARE
    if (measure[basket] === BY_SHARE) {
      whole[basket] = Math.max(shares, MILLIONTHS)
      otherwise[basket] = all > shared ? Math.max(MILLIONTHS - shares, 0) / (all - shared) : 0
    } else {
      whole[basket] = measure[basket] === BY_YUAN ? (known.yuan[basket] ?? 0) : all
      otherwise[basket] = measure[basket] === BY_YUAN ? Number.NaN : 1
    }
  }
  const weight = new Float64Array(trades.length)
  for (let at = 0; at < trades.length; at += 1) {
    const trade = trades[at] ?? 0
    const basket = sorted.of[trade] ?? 0
    const yuan = columns.yuan[trade] ?? Number.NaN
    const share = columns.share[trade] ?? Number.NaN
    const own = measure[basket] === BY_YUAN ? yuan : measure[basket] === BY_SHARE ? Math.round(share * MILLIONTHS) : 1
    weight[at] = own >= 0 ? own : (otherwise[basket] ?? 0)
  }
  return { weight, whole, byYuan: measure.map((own) => (own === BY_YUAN ? 1 : 0)) }
}

/** Supplier after supplier, so that each counts once a basket and once a product; of the named suppliers only, if given. */
export function countSources(
  { starts, basket }: { starts: Int32Array; basket: Int32Array },
  { count, product, products }: Pick<Baskets, 'count' | 'product' | 'products'>,
  isMeant?: Uint8Array,
): Pick<Baskets, 'sources' | 'productSources'> {
  const [sources, productSources] = [new Int32Array(count), new Int32Array(products)]
  // The last supplier counted, from 1 on: a column of zeros costs nothing where nobody is.
  const [latest, latestOfProduct] = [new Int32Array(count), new Int32Array(products)]
  for (let firm = 0; firm < starts.length - 1; firm += 1) {
    if (isMeant && isMeant[firm] === 0) continue
    const end = starts[firm + 1] ?? 0
    for (let at = starts[firm] ?? 0; at < end; at += 1) {
      const own = basket[at] ?? 0
      if (latest[own] === firm + 1) continue
      latest[own] = firm + 1
      sources[own] = (sources[own] ?? 0) + 1
      const id = product[own] ?? -1
      if (id === -1 || latestOfProduct[id] === firm + 1) continue
      latestOfProduct[id] = firm + 1
      productSources[id] = (productSources[id] ?? 0) + 1
    }
  }
  return { sources, productSources }
}
