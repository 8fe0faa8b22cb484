import type { CompareRow } from './compareRows'

/** From the smallest (never above zero) to the largest (never below): bars begin at zero. */
export interface Axis {
  low: number
  high: number
  /** Where zero stands, 0–1. */
  zero: number
}

export function axisOf({ cells }: Pick<CompareRow, 'cells'>): Axis {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]))
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  return { low, high, zero: high === low ? 0 : -low / (high - low) }
}

/** A bar as fractions of the axis: where it begins and how long it is. */
export function barOf(value: number, { low, high, zero }: Axis): { from: number; length: number } {
  if (high === low) return { from: 0, length: 0 }
  const length = Math.abs(value) / (high - low)
  return { from: value < 0 ? zero - length : zero, length }
}

/** What stands at an end of the axis: the text of the cell that reaches it. */
export function endText({ cells, unit }: CompareRow, end: number): string {
  if (end === 0) return '0'
  const cell = cells.find(({ value }) => value === end)
  return cell ? `${cell.shown.text}${unit === '%' ? '%' : unit && ` ${unit}`}` : ''
}
