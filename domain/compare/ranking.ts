import { Decimal } from 'decimal.js'

/** 位次 of a value among all, the largest first; equal values share a rank (1, 2, 2, 4). Unknown and zero have none. */
export function rankAmong(value: string | number | null, all: readonly (string | number | null)[]): number | null {
  if (value === null) return null
  const own = new Decimal(value)
  if (own.isZero()) return null
  return all.filter((other) => other !== null && own.lt(other)).length + 1
}
