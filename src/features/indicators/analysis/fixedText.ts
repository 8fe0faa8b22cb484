import { roundHalfUp, wanToYi } from '@domain/indicator/rounding'

/** A number with all its decimals, so that a column lines up, and a minus that is as wide as a plus. */
export function fixedText(value: string, digits: number): string {
  const [whole = '', fraction] = roundHalfUp(value, digits).split('.')
  const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,').replace('-', '−')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const WAN_PER_YI = 10_000
const DIGITS = 2

/** 万元 written in one unit throughout: that which fits the largest. */
export function moneyColumn(wans: readonly (string | null)[]): { unit: string; write: (wan: string) => string } {
  const most = Math.max(0, ...wans.map((wan) => Math.abs(Number(wan ?? 0))))
  if (most < WAN_PER_YI) return { unit: '万元', write: (wan) => fixedText(wan, DIGITS) }
  return { unit: '亿元', write: (wan) => fixedText(wanToYi(wan, DIGITS), DIGITS) }
}
