import { roundHalfUp, wanToYi } from '@domain/indicator/rounding'

/** Below this 1 decimal of 亿元 would print 0.0 for a figure that is not zero. */
const SMALLEST_YI_WAN = 500

/** Thousands separators, without a locale: the same on every machine. */
export function countText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 万元 as 亿元 with one decimal, rounded half up; figures too small for that stay in 万元. */
export function revenueText(wan: string): string {
  const tiny = Math.abs(Number(wan)) < SMALLEST_YI_WAN && Number(wan) !== 0
  return tiny ? `${roundHalfUp(wan, 0)}万` : `${withSeparators(wanToYi(wan, 1))}亿`
}

/** null means 未报送 and never zero. */
export function revenueOrUnreported(wan: string | null): string {
  return wan === null ? '营收未报送' : revenueText(wan)
}

function withSeparators(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
