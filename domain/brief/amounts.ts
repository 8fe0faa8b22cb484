import { grouped } from '../figure/grouped'
import { percentText, roundHalfUp, wanToYi } from '../indicator/rounding'

/** Below this one decimal of 亿元 would print 0.0; the same rule as on the screens, so that the digits agree. */
const SMALLEST_YI_WAN = 500

export const countWords = (value: number, unit: string): string => `${grouped(value)} ${unit}`

/** 86.4 亿元, 320 万元. */
export function moneyWords(wan: string): string {
  const isTiny = Math.abs(Number(wan)) < SMALLEST_YI_WAN && Number(wan) !== 0
  return isTiny ? `${grouped(roundHalfUp(wan, 0))} 万元` : `${grouped(wanToYi(wan, 1))} 亿元`
}

export const shareWords = (ratio: string): string => `${percentText(ratio)}%`

export const quotientWords = (value: string): string => roundHalfUp(value, 2)
