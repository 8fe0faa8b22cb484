import { addressOf, eachCell, type Grid } from './grid'
import { SCOPES } from './register'
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
  isCandidate: Uint8Array
  /** The most important first, of equals those of few classes (which keeps witnesses short); `alike` is equal where the classes are. */
  cells: { cell: number; sum: number[]; alike: string }[]
}

/** Cells that the rule does not forbid by itself. */
export function candidatesOf(grid: Grid, forbidden: ReadonlyMap<number, unknown>): Candidates {
  const isCandidate = grid.isHeld.map((held, cell) => (held === 1 && !forbidden.has(cell) ? 1 : 0))
  const classes = classesOf(grid, isCandidate)
  const sums: (number[] | undefined)[] = []
  classes.first.forEach((atom, index) =>
    eachCell(grid, atom, (cell) => {
      if (isCandidate[cell] === 1) (sums[cell] ??= []).push(index)
    }),
  )
  const marks = twoMarks(classes.first.length)
  const cells = sums.flatMap((sum, cell) => (sum ? [{ cell, sum, alike: marks(sum) }] : []))
  const rank = rankOf(grid)
  cells.sort((a, b) => rank(b.cell) - rank(a.cell) || a.sum.length - b.sum.length || a.cell - b.cell)
  return { classes, isCandidate, cells }
}

/** Large regions before small ones, in a region large units before small ones, and all enterprises before 四上 and 规上. */
function rankOf(grid: Grid): (cell: number) => number {
  return (cell) => {
    const { node, unit, scope } = addressOf(grid, cell)
    return ((grid.lattice.nodes[node]?.height ?? 0) * MOST_LEVELS + (grid.tree.heights[unit] ?? 0)) * SCOPES - scope
  }
}

const MOST_LEVELS = 16

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
