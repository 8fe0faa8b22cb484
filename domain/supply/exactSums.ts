/** Parts of 1 that are told apart; two of them still add up exactly in floating point. */
const GRID = 2 ** 52

/**
 * Sums by number that are the same whatever the order of adding: whole and fractional part are kept apart, both as whole
 * numbers, so that nothing is lost but what is smaller than 2⁻⁵³ of a summand's unit. Summands are ≥ 0, sums below 9 × 10¹⁵.
 */
export class ExactSums {
  private readonly wholes: Float64Array
  private readonly parts: Float64Array

  constructor(size: number) {
    this.wholes = new Float64Array(size)
    this.parts = new Float64Array(size)
  }

  /** One summand of sum `at` is `to` and no longer `from`; 0 = there was or is none. */
  move(at: number, from: number, to: number): void {
    const fromWhole = Math.floor(from)
    const toWhole = Math.floor(to)
    const parts = (this.parts[at] ?? 0) + Math.round((to - toWhole) * GRID) - Math.round((from - fromWhole) * GRID)
    const carry = parts < 0 ? -1 : parts >= GRID ? 1 : 0
    this.parts[at] = parts - carry * GRID
    this.wholes[at] = (this.wholes[at] ?? 0) + toWhole - fromWhole + carry
  }

  at(at: number): number {
    return (this.wholes[at] ?? 0) + (this.parts[at] ?? 0) / GRID
  }
}

/** The sum of a list, the same in any order; none is negative. */
export function exactSum(values: Iterable<number>): number {
  const sum = new ExactSums(1)
  for (const value of values) sum.move(0, 0, value)
  return sum.at(0)
}
