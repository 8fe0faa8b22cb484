import { measureText, revenueText } from '@/lib/format'
import { roundHalfUp } from '@domain/indicator/rounding'

const YI_WAN = 10_000

/** 万元 of trades, which are small: 1,200万 below 1 亿, 12.3亿 from there; what rounds to nothing keeps its decimals. */
export function amountText(wan: string): string {
  const size = Math.abs(Number(wan))
  if (size >= YI_WAN) return revenueText(wan)
  return `${measureText(size > 0 && size < 10 ? roundHalfUp(wan, 2) : roundHalfUp(wan, 0))}万`
}
