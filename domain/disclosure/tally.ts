import type { Contribution } from './rule'
import type { Atom } from './register'

/** Sums of many cells at once, each with its two largest contributors and the atoms these belong to. */
export class Tally {
  readonly reporting: Int32Array
  private readonly sum: Float64Array
  private readonly largest: Float64Array
  private readonly second: Float64Array
  private readonly firstAtom: Int32Array
  private readonly secondAtom: Int32Array

  constructor(readonly size: number) {
    this.reporting = new Int32Array(size)
    this.sum = new Float64Array(size)
    this.largest = new Float64Array(size).fill(-Infinity)
    this.second = new Float64Array(size).fill(-Infinity)
    this.firstAtom = new Int32Array(size).fill(-1)
    this.secondAtom = new Int32Array(size).fill(-1)
  }

  add(cell: number, { reporting, sum, largest, second }: Atom, atom: number): void {
    this.reporting[cell] = (this.reporting[cell] ?? 0) + reporting
    this.sum[cell] = (this.sum[cell] ?? 0) + sum
    this.rank(cell, largest, atom)
    if (reporting > 1) this.rank(cell, second, atom)
  }

  private rank(cell: number, value: number, atom: number) {
    const first = this.largest[cell] ?? -Infinity
    if (value > first || this.firstAtom[cell] === -1) {
      this.second[cell] = first
      this.secondAtom[cell] = this.firstAtom[cell] ?? -1
      this.largest[cell] = value
      this.firstAtom[cell] = atom
    } else if (value > (this.second[cell] ?? -Infinity) || this.secondAtom[cell] === -1) {
      this.second[cell] = value
      this.secondAtom[cell] = atom
    }
  }

  /** Adds a cell of another tally; the two must share no enterprise. */
  merge(cell: number, other: Tally, from: number): void {
    const reporting = other.reporting[from] ?? 0
    if (reporting === 0) return
    this.reporting[cell] = (this.reporting[cell] ?? 0) + reporting
    this.sum[cell] = (this.sum[cell] ?? 0) + (other.sum[from] ?? 0)
    this.rank(cell, other.largest[from] ?? -Infinity, other.firstAtom[from] ?? -1)
    if (other.secondAtom[from] !== -1) this.rank(cell, other.second[from] ?? -Infinity, other.secondAtom[from] ?? -1)
  }

  clear(): void {
    this.reporting.fill(0)
    this.sum.fill(0)
    this.largest.fill(-Infinity)
    this.second.fill(-Infinity)
    this.firstAtom.fill(-1)
    this.secondAtom.fill(-1)
  }

  at(cell: number): Contribution {
    return {
      reporting: this.reporting[cell] ?? 0,
      sum: this.sum[cell] ?? 0,
      largest: this.largest[cell] ?? -Infinity,
      second: this.second[cell] ?? -Infinity,
    }
  }

  /** Atoms of the two largest, without repetition. */
  atomsAt(cell: number): number[] {
    const [first = -1, second = -1] = [this.firstAtom[cell], this.secondAtom[cell]]
    return second === -1 || second === first ? [first] : [first, second]
  }
}
