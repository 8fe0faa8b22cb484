import { measureText, revenueText } from '@/lib/format'
import { roundHalfUp } from '@domain/indicator/rounding'

const YI_WAN = 10_000

/** Below this two decimals of 万 would print 0. */
const SMALLEST_WAN = 0.005

/**
 * 万元 of trades, which are small: 1,200万 below 1 亿, 12.3亿 from there; what rounds to nothing keeps its decimals, and what
 * is smaller than those is named. The one way amounts are written on the screens of supply.
 */
export function amountText(wan: string): string {
  const size = Math.abs(Number(wan))
  const whole = roundHalfUp(wan, 0)
  if (Math.abs(Number(whole)) >= YI_WAN) return revenueText(wan)
  if (size > 0 && size < SMALLEST_WAN) return '不足 0.01万'
  return `${measureText(size > 0 && size < 10 ? roundHalfUp(wan, 2) : whole)}万`
}
