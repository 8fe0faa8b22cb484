import { Decimal } from 'decimal.js'

interface TierSums {
  /** 万元 of the firms reached in this tier by each wave; a firm reached by both stands in both. */
  suppliersWan: string
  buyersWan: string
}

/** 风险收入 by what it rests on, 万元; the two add up to the whole. */
export interface AtRiskBySide {
  /** Firms hit by 上游断单 alone: known amounts of trade, linear in the cut and the days. */
  lostOrdersWan: string
  /** Firms hit by 下游缺料, those that lose orders as well among them: an upper bound. */
  shortageWan: string
  /** Some firm with an amount is hit both ways. */
  hasBoth: boolean
}

/**
 * An amount that follows from known trades is not added to an upper bound unseen. A firm hit both ways is at risk by the larger
 * of its two losses, which may be the bound: so it counts as 缺料, and what is left of the whole is 断单 alone. Where a sum of
 * tiers is lost in rounding to whole 元, 断单 is never less than nothing.
 */
export function atRiskBySide(atRiskWan: string, byTier: readonly TierSums[]): AtRiskBySide {
  const sum = (pick: (row: TierSums) => string) => byTier.reduce((all, row) => all.plus(pick(row)), new Decimal(0))
  const whole = new Decimal(atRiskWan)
  const shortage = Decimal.min(
    whole,
    sum(({ buyersWan }) => buyersWan),
  )
  const lostOrders = whole.minus(shortage)
  return {
    lostOrdersWan: lostOrders.toFixed(),
    shortageWan: shortage.toFixed(),
    hasBoth: sum(({ suppliersWan }) => suppliersWan).gt(lostOrders),
  }
}
