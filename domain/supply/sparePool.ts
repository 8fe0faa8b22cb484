import type { Baskets } from './baskets'
import { ExactSums } from './exactSums'

const NONE = -1

/**
 * 增供: what the suppliers of a product that are not short themselves can deliver beyond what they do, ρ × their known sales of
 * it, shared out among its buyers in proportion to what they lack. Products without a name have no other supplier; and baskets
 * not weighed by 金额 get nothing, since nobody knows how much they lack.
 */
export class SparePool {
  private readonly missing: ExactSums
  private readonly others: Float64Array
  /** By product: the part of what is missing that nobody makes up for, 0–1. */
  private readonly unfilled: Float64Array
  private readonly isMoved: Uint8Array
  private moved: number[] = []
  /** The baskets that lack a product, as a list through `next`. */
  private readonly first: Int32Array
  private readonly next: Int32Array
  private readonly isListed: Uint8Array
  /** Baskets moved in this step. */
  private baskets: number[] = []
  private readonly product: Int32Array
  private readonly byYuan: Uint8Array

  constructor(
    { products, productYuan, count, product, byYuan }: Baskets,
    private readonly spare: number,
  ) {
    this.missing = new ExactSums(products)
    this.others = productYuan.slice()
    this.unfilled = new Float64Array(products).fill(1)
    this.isMoved = new Uint8Array(products)
    this.first = new Int32Array(products).fill(NONE)
    this.next = new Int32Array(count).fill(NONE)
    this.isListed = new Uint8Array(count)
    this.product = product
    this.byYuan = byYuan
  }

  /** A supplier delivers less by `is` and no longer by `was` of this trade. */
  move(basket: number, product: number, yuan: number, was: number, is: number): void {
    this.baskets.push(basket)
    if (product === NONE || !(yuan > 0)) return
    this.list(basket, product)
    if (this.byYuan[basket] === 1) this.missing.move(product, yuan * was, yuan * is)
    if (was === 0) this.others[product] = (this.others[product] ?? 0) - yuan
  }

  private list(basket: number, product: number): void {
    if (this.isListed[basket] === 0 && this.byYuan[basket] === 1) {
      this.isListed[basket] = 1
      this.next[basket] = this.first[product] ?? NONE
      this.first[product] = basket
    }
    if (this.isMoved[product] === 1) return
    this.isMoved[product] = 1
    this.moved.push(product)
  }

  /** Ends the step: names the baskets that may be shorter now, and which part of what they lack nobody makes up for. */
  settle(note: (basket: number, unfilled: number) => void): void {
    for (const product of this.moved) {
      this.isMoved[product] = 0
      const lacking = this.missing.at(product)
      const filled = lacking > 0 ? Math.min((this.spare * (this.others[product] ?? 0)) / lacking, 1) : 0
      if (this.unfilled[product] === 1 - filled) continue
      this.unfilled[product] = 1 - filled
      for (let basket = this.first[product] ?? NONE; basket !== NONE; basket = this.next[basket] ?? NONE)
        note(basket, 1 - filled)
    }
    for (const basket of this.baskets) {
      const product = this.product[basket] ?? NONE
      const isFilled = product !== NONE && this.byYuan[basket] === 1
      note(basket, isFilled ? (this.unfilled[product] ?? 1) : 1)
    }
    this.moved = []
    this.baskets = []
  }
}
