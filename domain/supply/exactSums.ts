/** Parts of 1 that are told apart; two of them still add up exactly in floating point. */
const GRID = 2 ** 52

/**
 * Sums by number that are the same whatever the order of adding: whole and fractional part are kept apart, both as whole
 * numbers, so that nothing is lost but what is smaller than 2⁻⁵³ of a summand's unit. Summands are ≥ 0, sums below 9 × 10¹⁵.
 */
export class ExactSums {
  /** Whole part and fractional part of one sum side by side: they are always read together. */
  private readonly cells: Float64Array

  constructor(size: number) {
    this.cells = new Float64Array(2 * size)
  }

  /** One summand of sum `at` is `to` and no longer `from`; 0 = there was or is none. */
  move(at: number, from: number, to: number): void {
    const { cells } = this
    const fromWhole = Math.floor(from)
    const toWhole = Math.floor(to)
    const cell = 2 * at
    const parts = (cells[cell + 1] ?? 0) + Math.round((to - toWhole) * GRID) - Math.round((from - fromWhole) * GRID)
    const carry = parts < 0 ? -1 : parts >= GRID ? 1 : 0
    cells[cell] = (cells[cell] ?? 0) + toWhole - fromWhole + carry
    cells[cell + 1] = parts - carry * GRID
  }

  at(at: number): number {
    return (this.cells[2 * at] ?? 0) + (this.cells[2 * at + 1] ?? 0) / GRID
  }
}

/** The sum of a list, the same in any order; none is negative. */
export function exactSum(values: Iterable<number>): number {
  const sum = new ExactSums(1)
  for (const value of values) sum.move(0, 0, value)
  return sum.at(0)
}
