import { eachCell, type Grid } from './grid'
import { plus, residues } from './modular'

/** Atoms that all sums which may be published at all treat alike: one unknown, however many stand for it. */
export interface Classes {
  /** Class of each atom. */
  of: Int32Array
  /** The atom that stands for a class. */
  first: number[]
  /** Classes of more than one atom: what is in them stays hidden whatever is published. */
  isMixed: Uint8Array
}

export interface Candidates {
  classes: Classes
  /** The most important first, each with its classes; `alike` is equal where the classes are. */
  cells: { cell: number; sum: number[]; alike: string }[]
}

/** Cells that the rule does not forbid by itself. */
export function candidatesOf(grid: Grid, forbidden: ReadonlyMap<number, unknown>): Candidates {
  const isCandidate = Uint8Array.from(grid.weight, (weight, cell) => (weight > 0 && !forbidden.has(cell) ? 1 : 0))
  const classes = classesOf(grid, isCandidate)
  const sums: (number[] | undefined)[] = []
  classes.first.forEach((atom, index) =>
    eachCell(grid, atom, (cell) => {
      if (isCandidate[cell] === 1) (sums[cell] ??= []).push(index)
    }),
  )
  const marks = twoMarks(classes.first.length)
  const cells = sums.flatMap((sum, cell) => (sum ? [{ cell, sum, alike: marks(sum) }] : []))
  const { weight } = grid
  cells.sort((a, b) => (weight[b.cell] ?? 0) - (weight[a.cell] ?? 0) || a.cell - b.cell)
  return { classes, cells }
}

function classesOf(grid: Grid, isCandidate: Uint8Array): Classes {
  const marks = twoMarks(grid.cells)
  const known = new Map<string, number>()
  const first: number[] = []
  const isMixed: number[] = []
  const of = Int32Array.from(grid.register.atoms, (_, atom) => {
    const own: number[] = []
    eachCell(grid, atom, (cell) => isCandidate[cell] === 1 && own.push(cell))
    const key = marks(own)
    const found = known.get(key)
    if (found !== undefined) {
      isMixed[found] = 1
      return found
    }
    known.set(key, first.length)
    isMixed.push(0)
    return first.push(atom) - 1
  })
  return { of, first, isMixed: Uint8Array.from(isMixed) }
}

/** Tells sets of numbers apart by two sums of residues: some 52 bits. */
function twoMarks(size: number): (items: readonly number[]) => string {
  const random = residues()
  const next = () => Float64Array.from({ length: size }, () => random.next().value as number)
  const [one, two] = [next(), next()]
  return (items) => {
    let [a, b] = [0, 0]
    for (const item of items) {
      a = plus(a, one[item] ?? 0)
      b = plus(b, two[item] ?? 0)
    }
    return `${a} ${b} ${items.length}`
  }
}
