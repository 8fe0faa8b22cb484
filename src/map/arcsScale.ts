const THINNEST = 1.4
const WIDEST = 9
const SMALLEST = 5
const LARGEST = 18

/**
 * Width of an arc in CSS pixels: its square grows with the amount, so that one giant does not make threads of the rest.
 * `amount` and `largest` in the same unit; without an amount (金额未报) it is as thin as can be.
 */
export const arcWidth = (amount: number | null, largest: number): number =>
  THINNEST + (WIDEST - THINNEST) * rootShare(amount ?? 0, largest)

/** Radius of a disc in CSS pixels: its area grows with the count. */
export const stopSize = (count: number, largest: number): number =>
  SMALLEST + (LARGEST - SMALLEST) * rootShare(count, largest)

const rootShare = (value: number, largest: number) =>
  largest > 0 ? Math.sqrt(Math.min(1, Math.max(0, value / largest))) : 0
