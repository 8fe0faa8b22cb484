import { EVIDENCE, type NetworkLink } from '@contract/supply'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'
import { FIRST_INFERRED, marksIn } from './yearTrades'

const PRODUCTS_SHOWN = 5
const PERCENT_DIGITS = 4

/** Sums by product on one sheet for link after link: between two groups stand hundreds of thousands of trades. */
class ProductSums {
  readonly #yuan: Float64Array
  readonly #isNamed: Uint8Array
  #products: number[] = []

  constructor(products: number) {
    this.#yuan = new Float64Array(products)
    this.#isNamed = new Uint8Array(products)
  }

  add(product: number, yuan: number): void {
    if (product < 0) return
    if (this.#isNamed[product] === 0) {
      this.#isNamed[product] = 1
      this.#products.push(product)
    }
    if (yuan > 0) this.#yuan[product] = (this.#yuan[product] ?? 0) + yuan
  }

  /** The products with most 元; the sheet is blank again afterwards. */
  takeLargest(count: number): number[] {
    const yuan = this.#yuan
    const products = this.#products.sort((a, b) => (yuan[b] ?? 0) - (yuan[a] ?? 0) || a - b)
    for (const product of products) this.#yuan[product] = this.#isNamed[product] = 0
    this.#products = []
    return products.slice(0, count)
  }
}

type Ends = Pick<NetworkLink, 'from' | 'to'>

/** Writes links one after the other: all trades given are one link between two nodes; at least one trade. */
export function linkWriter({ graph, index }: SupplyView) {
  const sums = new ProductSums(index.products.list.length)
  return (ends: Ends, trades: readonly number[] | Int32Array): NetworkLink => {
    let yuan = 0
    let unknownAmounts = 0
    let evidence = EVIDENCE.length - 1
    let marks = 0
    for (let at = 0; at < trades.length; at += 1) {
      const trade = trades[at] ?? 0
      const amount = graph.yuan[trade] ?? Number.NaN
      if (Number.isNaN(amount)) unknownAmounts += 1
      else yuan += amount
      sums.add(graph.product[trade] ?? -1, amount)
      evidence = Math.min(evidence, graph.evidence[trade] ?? evidence)
      marks |= graph.marks[trade] ?? 0
    }
    const percent = trades.length === 1 ? (graph.sharePercent[trades[0] ?? 0] ?? Number.NaN) : Number.NaN
    return {
      id: `${ends.from}>${ends.to}`,
      ...ends,
      amountWan: unknownAmounts === trades.length ? null : wanText(yuan),
      sharePercent: Number.isNaN(percent) ? null : percentText(percent),
      trades: trades.length,
      unknownAmounts,
      products: sums.takeLargest(PRODUCTS_SHOWN).map((product) => index.products.list[product] ?? ''),
      evidence: EVIDENCE[evidence] ?? 'unstated',
      isInferred: evidence >= FIRST_INFERRED,
      marks: marksIn(marks),
    }
  }
}

/** Up to four digits, as shares are kept. */
export const percentText = (percent: number) => String(Number(percent.toFixed(PERCENT_DIGITS)))
