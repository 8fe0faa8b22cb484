import type { Contribution } from './rule'

/** Sums of many cells at once, each with its two largest contributions. */
export class Tally {
  readonly reporting: Int32Array
  private readonly sum: Float64Array
  private readonly largest: Float64Array
  private readonly second: Float64Array

  constructor(readonly size: number) {
    this.reporting = new Int32Array(size)
    this.sum = new Float64Array(size)
    this.largest = new Float64Array(size).fill(-Infinity)
    this.second = new Float64Array(size).fill(-Infinity)
  }

  add(cell: number, { reporting, sum, largest, second }: Contribution): void {
    this.reporting[cell] = (this.reporting[cell] ?? 0) + reporting
    this.sum[cell] = (this.sum[cell] ?? 0) + sum
    this.rank(cell, largest)
    this.rank(cell, second)
  }

  private rank(cell: number, value: number) {
    const first = this.largest[cell] ?? -Infinity
    if (value > first) {
      this.second[cell] = first
      this.largest[cell] = value
    } else if (value > (this.second[cell] ?? -Infinity)) this.second[cell] = value
  }

  /** Adds a cell of another tally; the two must share no enterprise. */
  merge(cell: number, other: Tally, from: number): void {
    if (other.reporting[from]) this.add(cell, other.at(from))
  }

  clear(): void {
    this.reporting.fill(0)
    this.sum.fill(0)
    this.largest.fill(-Infinity)
    this.second.fill(-Infinity)
  }

  at(cell: number): Contribution {
    return {
      reporting: this.reporting[cell] ?? 0,
      sum: this.sum[cell] ?? 0,
      largest: this.largest[cell] ?? -Infinity,
      second: this.second[cell] ?? -Infinity,
    }
  }
}
