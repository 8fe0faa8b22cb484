import type { SupplyGraph } from './supplyGraph'

const NOT_ASKED = -1

/**
 * 一年的销售额 of a firm in 元: the reported revenue, or its known trades where they come to more; 0 = nothing known. Added up
 * when a firm is first asked for: most firms of a large network never are.
 */
export class SalesBase {
  private readonly year: Float64Array

  /** `revenue` by firm in 元, NaN = not known. */
  constructor(
    private readonly graph: SupplyGraph,
    private readonly revenue: Float64Array,
  ) {
    this.year = new Float64Array(graph.firms).fill(NOT_ASKED)
  }

  of(firm: number): number {
    const asked = this.year[firm] ?? NOT_ASKED
    if (asked !== NOT_ASKED) return asked
    const year = yearOfSales(this.graph, this.revenue[firm] ?? Number.NaN, firm)
    this.year[firm] = year
    return year
  }
}

/** The same for one firm. */
export function yearOfSales({ sales, yuan }: SupplyGraph, revenue: number, firm: number): number {
  let sold = 0
  for (let at = sales.starts[firm] ?? 0; at < (sales.starts[firm + 1] ?? 0); at += 1) {
    const amount = yuan[sales.trades[at] ?? 0] ?? Number.NaN
    if (amount > 0) sold += amount
  }
  return revenue > sold ? revenue : sold
}
