import { EVIDENCE, type NetworkLink } from '@contract/supply'
import type { YearGraph } from './supplyIndex'
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
    const isLarger = (a: number, b: number) => ((yuan[a] ?? 0) - (yuan[b] ?? 0) || b - a) > 0
    const largest: number[] = []
    for (const product of this.#products) {
      let place = largest.length
      while (place > 0 && isLarger(product, largest[place - 1] ?? product)) place -= 1
      if (place >= count) continue
      largest.splice(place, 0, product)
      if (largest.length > count) largest.pop()
    }
    for (const product of this.#products) this.#yuan[product] = this.#isNamed[product] = 0
    this.#products = []
    return largest
  }
}

/** Bits of a row that its evidence takes; its marks stand above. */
const EVIDENCE_BITS = 3

/** What links are summed up from, row by row: read from all over the columns of a year, it would take several times as long. */
export class TradeRows {
  readonly yuan: Float64Array
  readonly product: Int32Array
  /** Evidence and marks. */
  readonly said: Uint16Array

  constructor(
    private readonly graph: YearGraph,
    length: number,
  ) {
    this.yuan = new Float64Array(length)
    this.product = new Int32Array(length)
    this.said = new Uint16Array(length)
  }

  static of(graph: YearGraph, trades: readonly number[]): TradeRows {
    const rows = new TradeRows(graph, trades.length)
    trades.forEach((trade, row) => rows.set(row, trade))
    return rows
  }

  set(row: number, trade: number): void {
    const { graph } = this
    this.yuan[row] = graph.yuan[trade] ?? Number.NaN
    this.product[row] = graph.product[trade] ?? -1
    this.said[row] = (graph.evidence[trade] ?? 0) | ((graph.marks[trade] ?? 0) << EVIDENCE_BITS)
  }
}

type Ends = Pick<NetworkLink, 'from' | 'to'>

/** Writes links one after the other: the rows from `start` to before `end` are one link between two nodes; at least one row, `trade` the first. */
export function linkWriter({ index, graph }: SupplyView, rows: TradeRows) {
  const sums = new ProductSums(index.products.list.length)
  return (ends: Ends, [start, end]: readonly [start: number, end: number], trade: number): NetworkLink => {
    let yuan = 0
    let unknownAmounts = 0
    let evidence = EVIDENCE.length - 1
    let marks = 0
    for (let row = start; row < end; row += 1) {
      const amount = rows.yuan[row] ?? Number.NaN
      if (Number.isNaN(amount)) unknownAmounts += 1
      else yuan += amount
      sums.add(rows.product[row] ?? -1, amount)
      const said = rows.said[row] ?? 0
      evidence = Math.min(evidence, said & ((1 << EVIDENCE_BITS) - 1))
      marks |= said >>> EVIDENCE_BITS
    }
    const trades = end - start
    const percent = trades === 1 ? (graph.sharePercent[trade] ?? Number.NaN) : Number.NaN
    return {
      id: `${ends.from}>${ends.to}`,
      ...ends,
      amountWan: unknownAmounts === trades ? null : wanText(yuan),
      sharePercent: Number.isNaN(percent) ? null : percentText(percent),
      trades,
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
