/** An axis has about five steps; its labels need as many decimals as the steps do, all the same number. */
const STEPS = 5
const MOST_DIGITS = 6

/** Decimals for every label of an axis over the given values, no more than `most`. */
export function axisDigits(values: readonly (number | null)[], most = MOST_DIGITS, fromZero = true): number {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return 0
  const ends = fromZero ? [0, ...known] : known
  const step = (Math.max(...ends) - Math.min(...ends)) / STEPS
  // A step of 2.5 is drawn as 2 or 3, one of 0.25 as 0.2 or 0.3.
  const digits = step > 0 ? Math.max(0, -Math.floor(Math.log10(step))) : 0
  return Math.min(digits, most)
}
