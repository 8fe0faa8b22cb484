import { percentText, roundHalfUp, wanToYi } from '@domain/indicator/rounding'

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

function withSeparators(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** 14:05:09, or 11月21日 14:05 for another day. */
export function clockText(at: Date, now = new Date()): string {
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
  const isToday = at.toDateString() === now.toDateString()
  return isToday ? `${time}:${twoDigits(at.getSeconds())}` : `${at.getMonth() + 1}月${at.getDate()}日 ${time}`
}

/** ISO 8601 instant as 2026-11-21 14:05 on this machine's clock. */
export function momentText(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const day = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
  return `${day} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

/** A ratio 0–1 as a percentage with one decimal, rounded half up; null is 未测算. */
export function shareText(ratio: string | null): string {
  return ratio === null ? '未测算' : `${percentText(ratio)}%`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** 万元 as 亿元 with one decimal and no unit, for a place that carries the unit itself. */
export function yiText(wan: string): string {
  return withSeparators(wanToYi(wan, 1))
}

/** A decimal with fixed digits; null says why it is missing. */
export function decimalText(value: string | null, digits: number, missing: string): string {
  return value === null ? missing : roundHalfUp(value, digits)
}

/** A measured value as it was reported: separators, no trailing zeros. */
export function measureText(value: string): string {
  const [whole = '', fraction = ''] = value.split('.')
  const kept = fraction.replace(/0+$/, '')
  return withSeparators(kept === '' ? whole : `${whole}.${kept}`)
}
