import type { Witness } from './blindSpace'
import type { Classes } from './candidates'
import { eachCell, type Combination, type Grid } from './grid'
import { minus, plus, residues, times } from './modular'
import { primaryReason, type DisclosureRule } from './rule'

/**
 * Keeps what a witness taken at random says of every unsafe sum. Where it says zero, every witness does, and the sum
 * follows from what is published: that must never come to pass.
 */
export class Watch {
  /** The witness at random, by class. */
  private readonly sample: Float64Array
  /** Classes that are one unsafe atom. */
  private readonly isUnsafe: Uint8Array
  private readonly values: number[] = []
  private readonly sumsAt: ({ sum: number; sign: number }[] | undefined)[] = []
  private readonly sheet: Float64Array
  private readonly changes: Float64Array

  constructor(
    private readonly grid: Grid,
    private readonly classes: Classes,
    sums: readonly Combination[],
    rule: DisclosureRule,
  ) {
    const random = residues()
    const atoms = grid.register.atoms
    const ofAtom = Float64Array.from(atoms, () => random.next().value as number)
    this.sample = new Float64Array(classes.first.length)
    ofAtom.forEach((value, atom) => (this.sample[classes.of[atom] ?? 0] = plus(this.sampleAt(atom), value)))
    this.isUnsafe = Uint8Array.from(classes.first, (atom, index) => {
      const own = atoms[atom]
      return own && classes.isMixed[index] === 0 && primaryReason(own, rule) !== null ? 1 : 0
    })
    const alone = Float64Array.from(ofAtom, (value, atom) =>
      classes.first[classes.of[atom] ?? 0] === atom ? minus(value, this.sampleAt(atom)) : value,
    )
    this.enter(sums, this.totals(ofAtom), this.totals(alone))
    this.sheet = new Float64Array(grid.cells)
    this.changes = new Float64Array(this.values.length)
  }

  private sampleAt = (atom: number) => this.sample[this.classes.of[atom] ?? 0] ?? 0

  private totals(ofAtom: Float64Array): Float64Array {
    const totals = new Float64Array(this.grid.cells)
    ofAtom.forEach((value, atom) =>
      eachCell(this.grid, atom, (cell) => (totals[cell] = plus(totals[cell] ?? 0, value))),
    )
    return totals
  }

  /** Sums that cut through a class are hidden for good (`alone` is zero on every class) and need no watching. */
  private enter(sums: readonly Combination[], totals: Float64Array, alone: Float64Array) {
    for (const combination of sums) {
      if (valueOf(combination, alone) !== 0) continue
      const sum = this.values.push(valueOf(combination, totals)) - 1
      for (const { cell, sign } of combination) (this.sumsAt[cell] ??= []).push({ sum, sign })
    }
  }

  /** What the sample says of a sum of classes. */
  seen(sum: readonly number[]): number {
    return sum.reduce((total, own) => plus(total, this.sample[own] ?? 0), 0)
  }

  /** Takes so much of a witness off the sample, unless an unsafe sum would no longer be seen by it. */
  allows({ atoms, weights }: Witness, excess: number): boolean {
    const hides = (own: number, at: number) =>
      this.isUnsafe[own] === 1 && this.sample[own] === times(excess, weights[at] ?? 0)
    if (atoms.some(hides)) return false
    const touched = this.changesOf(atoms, weights)
    const isSafe = touched.every((sum) => {
      const change = this.changes[sum] ?? 0
      return change === 0 || this.values[sum] !== times(excess, change)
    })
    for (const sum of touched) {
      if (isSafe) this.values[sum] = minus(this.values[sum] ?? 0, times(excess, this.changes[sum] ?? 0))
      this.changes[sum] = 0
    }
    if (isSafe)
      atoms.forEach((own, at) => {
        this.sample[own] = minus(this.sample[own] ?? 0, times(excess, weights[at] ?? 0))
      })
    return isSafe
  }

  /** Fills `changes` with what the witness says of the sums; each that it touches is named once. */
  private changesOf(atoms: readonly number[], weights: readonly number[]): number[] {
    const cells: number[] = []
    atoms.forEach((own, at) =>
      eachCell(this.grid, this.classes.first[own] ?? 0, (cell) => {
        if (!this.sumsAt[cell]) return
        cells.push(cell)
        this.sheet[cell] = plus(this.sheet[cell] ?? 0, weights[at] ?? 0)
      }),
    )
    const touched = new Set<number>()
    for (const cell of cells) {
      const value = this.sheet[cell] ?? 0
      this.sheet[cell] = 0
      if (value === 0) continue
      for (const { sum, sign } of this.sumsAt[cell] ?? []) {
        touched.add(sum)
        this.changes[sum] = signed(this.changes[sum] ?? 0, sign, value)
      }
    }
    return [...touched]
  }
}

const valueOf = (combination: Combination, totals: Float64Array) =>
  combination.reduce((sum, { cell, sign }) => signed(sum, sign, totals[cell] ?? 0), 0)

const signed = (total: number, sign: number, value: number) => (sign > 0 ? plus(total, value) : minus(total, value))
