import { Decimal } from 'decimal.js'
import { roundHalfUp, type Numeric } from './rounding'
import type { HhiBounds } from './concentration'

const HHI_DIGITS = 1
const PERCENT = 100

/** The enterprises that reported, as sums; no single value is needed. */
export interface ReportedMarket {
  /** Σ x. */
  sum: Numeric
  /** Σ x². */
  squares: Numeric
  /** Enterprises of which nothing is known. */
  unknown: number
  /** The most that one of them is taken to have. */
  most: Numeric
}

/**
 * 市场集中度指数 if the enterprises that did not report had between nothing and `most` each. The index is quasi-convex in
 * their values, so it is largest where all have nothing or all have `most`, and smallest where each has Σx²/Σx, or
 * `most` if that is less. Null for an empty market.
 */
export function hhiRange({ sum, squares, unknown, most }: ReportedMarket): HhiBounds | null {
  const [total, square] = [new Decimal(sum), new Decimal(squares)]
  if (!total.gt(0)) return null
  const at = (each: Decimal) => {
    const market = total.plus(each.mul(unknown))
    return square
      .plus(each.mul(each).mul(unknown))
      .div(market.mul(market))
      .mul(PERCENT * PERCENT)
  }
  const lowest = at(Decimal.min(most, square.div(total)))
  const highest = Decimal.max(at(new Decimal(0)), at(new Decimal(most)))
  return { lower: roundHalfUp(lowest, HHI_DIGITS), upper: roundHalfUp(highest, HHI_DIGITS) }
}

/** Parts of a whole of which some are known and the others only together. */
export interface PartlyKnown {
  known: readonly Numeric[]
  rest: Numeric
  /** Into how many parts the rest falls. */
  pieces: number
}

/** HHI over such parts: the rest in equal pieces at the least, in one piece at the most. Null for nothing at all. */
export function hhiOfParts({ known, rest, pieces }: PartlyKnown): HhiBounds | null {
  const total = known.reduce((sum: Decimal, value) => sum.plus(value), new Decimal(rest))
  if (!total.gt(0)) return null
  const square = (value: Numeric) => new Decimal(value).div(total).mul(PERCENT).pow(2)
  const sure = known.reduce((sum: Decimal, value) => sum.plus(square(value)), new Decimal(0))
  const least = pieces > 0 ? square(rest).div(pieces) : new Decimal(0)
  const most = pieces > 0 ? square(rest) : new Decimal(0)
  return { lower: roundHalfUp(sure.plus(least), HHI_DIGITS), upper: roundHalfUp(sure.plus(most), HHI_DIGITS) }
}

/** 常用界线: of merger reviews, never a verdict on a cluster. */
export const HHI_BANDS = [1000, 1800] as const

export type HhiBand = 'low' | 'moderate' | 'high'

/** Where a value lies; on a line it is below it. */
export function hhiBand(value: Numeric): HhiBand {
  const index = new Decimal(value)
  if (index.gt(HHI_BANDS[1])) return 'high'
  return index.gte(HHI_BANDS[0]) ? 'moderate' : 'low'
}
