import { Decimal } from 'decimal.js'

/** 亿元 for 万元 is ten thousand times; a year's growth or two methods may lie between, not a factor of three. */
const TRAP = 10_000
const SLACK = 3

/** Whether one of two figures of the same thing is about 10⁴ times the other. */
export function looksLikeWrongUnit(one: Decimal, other: Decimal): boolean {
  if (one.isZero() || other.isZero() || one.isNegative() !== other.isNegative()) return false
  const ratio = one.div(other).toNumber()
  const times = ratio < 1 ? 1 / ratio : ratio
  return times >= TRAP / SLACK && times <= TRAP * SLACK
}

/** 1.02 万倍. */
export function timesText(one: Decimal, other: Decimal): string {
  const times = one.abs().gt(other.abs()) ? one.div(other) : other.div(one)
  return `${times.div(TRAP).toFixed(2, Decimal.ROUND_HALF_UP)} 万倍`
}

interface Seen {
  value: Decimal
  row: number
}

/** Compares each figure with the others of its region and indicator that went by: same period, and the years beside it. */
export class UnitTrap {
  private readonly seen = new Map<string, Seen>()

  /** The doubt in words, or null. */
  check(region: string, indicator: string, period: string, text: string, row: number): string | null {
    const value = new Decimal(text)
    const key = `${region} ${indicator} `
    const doubt =
      this.against(`${key}${period}`, '同期另一数值', value) ??
      this.against(`${key}${shifted(period, -1)}`, '上年同期', value) ??
      this.against(`${key}${shifted(period, 1)}`, '下年同期', value)
    // A doubtful value casts no doubt on the years after it.
    if (doubt === null && !this.seen.has(`${key}${period}`)) this.seen.set(`${key}${period}`, { value, row })
    return doubt
  }

  private against(key: string, what: string, value: Decimal): string | null {
    const other = this.seen.get(key)
    if (!other || !looksLikeWrongUnit(value, other.value)) return null
    return `与${what}（第 ${other.row} 行）相差约 ${timesText(value, other.value)}`
  }
}

const shifted = (period: string, years: number) => `${Number(period.slice(0, 4)) + years}${period.slice(4)}`
