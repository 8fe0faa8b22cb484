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
  private readonly unfilled: Float64Array

  constructor(
    private readonly baskets: Baskets,
    private readonly spare: number,
  ) {
    this.missing = new ExactSums(baskets.products)
    this.others = baskets.productYuan.slice()
    this.unfilled = new Float64Array(baskets.products).fill(1)
  }

  /** A supplier delivers less by `is` and no longer by `was` of this trade. */
  move(basket: number, yuan: number, was: number, is: number): void {
    const product = this.baskets.product[basket] ?? NONE
    if (product === NONE || !(yuan > 0)) return
    if (this.baskets.byYuan[basket] === 1) this.missing.move(product, yuan * was, yuan * is)
    if (was === 0) this.others[product] = (this.others[product] ?? 0) - yuan
  }

  /** Ends a step: what is missing of each product is shared out anew. */
  settle(): void {
    for (let product = 0; product < this.unfilled.length; product += 1) {
      const lacking = this.missing.at(product)
      const filled = lacking > 0 ? Math.min((this.spare * (this.others[product] ?? 0)) / lacking, 1) : 0
      this.unfilled[product] = 1 - filled
    }
  }

  /** The part of what a basket lacks that nobody makes up for, 0–1. */
  unfilledOf(basket: number): number {
    const product = this.baskets.product[basket] ?? NONE
    return product === NONE || this.baskets.byYuan[basket] === 0 ? 1 : (this.unfilled[product] ?? 1)
  }
}
