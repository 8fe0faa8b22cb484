import type { Assumptions } from './knockOut'
import type { SupplyGraph } from './supplyGraph'

export interface SupplyWave {
  /** By which share a firm's output falls for lack of its scarcest input, 0–1. */
  cut: Float64Array
  tier: Int8Array
}

/** 缺料: inputs missing downstream. */
export function supplyWave(
  graph: SupplyGraph,
  own: Float64Array,
  { passDown, tiers, spare }: Pick<Assumptions, 'passDown' | 'tiers' | 'spare'>,
): SupplyWave {
  const { starts, trades } = graph.purchases
  const products = countProducts(graph)
  const basket = new Basket(products)
  const tier = Int8Array.from(own, (share) => (share > 0 ? 0 : -1))
  let cut = new Float64Array(graph.firms)
  for (let step = 1; step <= tiers; step += 1) {
    const less = Float64Array.from(own, (share, firm) => Math.max(share, passDown * (cut[firm] ?? 0)))
    const unfilled = unfilledShares(graph, less, spare, products)
    const next = new Float64Array(graph.firms)
    for (const buyer of buyersOf(graph, less)) {
      for (let at = starts[buyer] ?? 0; at < (starts[buyer + 1] ?? 0); at += 1) {
        const trade = trades[at] ?? 0
        const share = less[graph.supplier[trade] ?? buyer] ?? 0
        basket.put(graph.product[trade] ?? -1, graph.yuan[trade] ?? Number.NaN, share)
      }
      next[buyer] = basket.takeScarcest(unfilled)
    }
    cut = next
    cut.forEach((share, firm) => {
      if (share > 0 && tier[firm] === -1) tier[firm] = step
    })
  }
  return { cut, tier }
}

/** Who buys from a firm that delivers less; nobody else can be short. */
function buyersOf({ firms, sales, buyer }: SupplyGraph, less: Float64Array): number[] {
  const isOne = new Uint8Array(firms)
  const buyers: number[] = []
  for (let firm = 0; firm < firms; firm += 1) {
    if (less[firm] === 0) continue
    for (let at = sales.starts[firm] ?? 0; at < (sales.starts[firm + 1] ?? 0); at += 1) {
      const other = buyer[sales.trades[at] ?? 0] ?? firm
      if (isOne[other] === 0) buyers.push(other)
      isOne[other] = 1
    }
  }
  return buyers
}

/** Sums by product of one buyer after the other, on the same sheet: a new one for each of a million buyers would cost seconds. */
class Basket {
  readonly #weighed: Float64Array
  readonly #missing: Float64Array
  readonly #trades: Int32Array
  readonly #missingTrades: Float64Array
  #products: number[] = []

  /** The last place is for trades without a product. */
  constructor(private readonly products: number) {
    this.#weighed = new Float64Array(products + 1)
    this.#missing = new Float64Array(products + 1)
    this.#trades = new Int32Array(products + 1)
    this.#missingTrades = new Float64Array(products + 1)
  }

  put(product: number, yuan: number, less: number): void {
    const at = product === -1 ? this.products : product
    if (this.#trades[at] === 0) this.#products.push(at)
    this.#trades[at] = (this.#trades[at] ?? 0) + 1
    this.#missingTrades[at] = (this.#missingTrades[at] ?? 0) + less
    if (!(yuan > 0)) return
    this.#weighed[at] = (this.#weighed[at] ?? 0) + yuan
    this.#missing[at] = (this.#missing[at] ?? 0) + yuan * less
  }

  /** The largest missing part of any one product; the sheet is blank again afterwards. */
  takeScarcest(unfilled: Float64Array): number {
    let largest = 0
    for (const at of this.#products) {
      const weighed = this.#weighed[at] ?? 0
      // Where no amount of a product is known, its suppliers count alike.
      const share =
        weighed > 0 ? (this.#missing[at] ?? 0) / weighed : (this.#missingTrades[at] ?? 0) / (this.#trades[at] ?? 1)
      largest = Math.max(largest, share * (unfilled[at] ?? 1))
      this.#weighed[at] = this.#missing[at] = this.#trades[at] = this.#missingTrades[at] = 0
    }
    this.#products = []
    return largest
  }
}

/** By product, 1 − the part of what is missing that its other suppliers make up for, the same for every buyer. */
function unfilledShares(graph: SupplyGraph, less: Float64Array, spare: number, products: number): Float64Array {
  const unfilled = new Float64Array(products + 1).fill(1)
  if (spare === 0) return unfilled
  const missing = new Float64Array(products)
  const others = new Float64Array(products)
  for (let trade = 0; trade < graph.product.length; trade += 1) {
    const product = graph.product[trade] ?? -1
    const yuan = graph.yuan[trade] ?? Number.NaN
    // Without a name nobody knows who could deliver it instead.
    if (product === -1 || !(yuan > 0)) continue
    const share = less[graph.supplier[trade] ?? 0] ?? 0
    const sums = share > 0 ? missing : others
    sums[product] = (sums[product] ?? 0) + (share > 0 ? yuan * share : yuan)
  }
  for (let product = 0; product < products; product += 1) {
    const yuan = missing[product] ?? 0
    if (yuan > 0) unfilled[product] = 1 - Math.min((spare * (others[product] ?? 0)) / yuan, 1)
  }
  return unfilled
}

const countProducts = ({ product }: SupplyGraph) => product.reduce((most, id) => Math.max(most, id + 1), 0)
