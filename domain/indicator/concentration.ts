import { Decimal } from 'decimal.js'
import { roundHalfUp, type Numeric } from './rounding'

/** What is known of the enterprises of a market: the largest one by one, and the others as one sum. */
export interface Market {
  /** In any order; none is negative. */
  known: readonly Numeric[]
  /** Sum of the others, each no larger than the smallest known. */
  rest: Numeric
}

export interface HhiBounds {
  /** 0–10000, one decimal. */
  lower: string
  upper: string
}

const HHI_DIGITS = 1
const SHARE_DIGITS = 4

const sumOf = (values: readonly Numeric[]) => values.reduce((sum: Decimal, value) => sum.plus(value), new Decimal(0))

/**
 * 市场集中度指数 HHI = Σ s², s in percent. With a rest that is known only as a sum: lower = Σ known²; upper adds
 * rest × min(rest, smallest known), which is what the rest would give in pieces as large as they may be.
 * Null for an empty market.
 */
export function hhiBounds({ known, rest }: Market): HhiBounds | null {
  const total = sumOf(known).plus(rest)
  if (!total.gt(0)) return null
  const percent = (value: Numeric) => new Decimal(value).div(total).mul(100)
  const shares = known.map(percent)
  const left = percent(rest)
  const lower = shares.reduce((sum, share) => sum.plus(share.mul(share)), new Decimal(0))
  const smallest = shares.reduce((least, share) => Decimal.min(least, share), left)
  const upper = lower.plus(left.mul(Decimal.min(left, smallest)))
  return { lower: roundHalfUp(lower, HHI_DIGITS), upper: roundHalfUp(upper, HHI_DIGITS) }
}

/** 前 n 家集中度 CRn: the share of the n largest, 0–1, four places; n beyond the market gives 1. Null for an empty market. */
export function concentrationRatio({ known, rest }: Market, n: number): string | null {
  const total = sumOf(known).plus(rest)
  if (!total.gt(0)) return null
  const largest = [...known].sort((a, b) => new Decimal(b).comparedTo(a)).slice(0, n)
  return roundHalfUp(sumOf(largest).div(total), SHARE_DIGITS)
}
