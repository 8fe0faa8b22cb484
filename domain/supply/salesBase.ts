import type { SupplyGraph } from './supplyGraph'

/**
 * 一年的销售额 of a firm in 元: the reported revenue (NaN = not known), or its known trades where they come to more; 0 = nothing
 * known.
 */
export function salesBase({ sold }: SupplyGraph, revenue: Float64Array, firm: number): number {
  const known = sold[firm] ?? 0
  const reported = revenue[firm] ?? Number.NaN
  return reported > known ? reported : known
}
