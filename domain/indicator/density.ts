import { Decimal } from 'decimal.js'
import { ratioOf, roundHalfUp, type Numeric } from './rounding'

const RATIO_DIGITS = 4
const WAN_PER_YI = 10_000

/** 专精特新密度: per 规上企业, as a fraction that may exceed 1. Null where there is none to count per. */
export function densityOf(specialised: Numeric | null, aboveScale: Numeric | null): string | null {
  const ratio = ratioOf(specialised, aboveScale)
  return ratio === null ? null : roundHalfUp(ratio, RATIO_DIGITS)
}

/** 家 per 亿元 of 营业收入 (万元). */
export function densityPerYi(specialised: Numeric | null, revenueWan: Numeric | null): string | null {
  const ratio = ratioOf(specialised, revenueWan === null ? null : new Decimal(revenueWan).div(WAN_PER_YI))
  return ratio === null ? null : roundHalfUp(ratio, RATIO_DIGITS)
}
