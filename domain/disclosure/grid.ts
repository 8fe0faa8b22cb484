import { SCOPES, type Register } from './register'
import { regionLattice, type RegionLattice } from './regionLattice'
import { unitTree, type UnitTree } from './unitTree'

/** Everything that cells are addressed by: a cell is a region, a unit and a scope. */
export interface Grid {
  register: Register
  lattice: RegionLattice
  tree: UnitTree
  /** Atoms of each place. */
  atomsAt: number[][]
  cells: number
  /** 1 where anybody reported. */
  isHeld: Uint8Array
}

export function gridOf(register: Register): Grid {
  const lattice = regionLattice(register.places)
  const atomsAt: number[][] = register.places.map(() => [])
  register.atoms.forEach(({ place }, atom) => atomsAt[place]?.push(atom))
  const cells = lattice.nodes.length * register.units.length * SCOPES
  return { register, lattice, tree: unitTree(register), atomsAt, cells, isHeld: new Uint8Array(cells) }
}

export const cellOf = ({ register }: Pick<Grid, 'register'>, node: number, unit: number, scope: number) =>
  (node * register.units.length + unit) * SCOPES + scope

/** A cell's region node, unit and scope. */
export function addressOf({ register }: Pick<Grid, 'register'>, cell: number) {
  const units = register.units.length
  const row = Math.floor(cell / SCOPES)
  return { node: Math.floor(row / units), unit: row % units, scope: cell % SCOPES }
}

/** A sum, or a difference of sums, as signed cells. */
export type Combination = readonly { cell: number; sign: number }[]

interface Term {
  index: number
  sign: 1 | -1
}

/** A part of the units over regions and scopes given as sums; cells without anybody are zero to everyone and left out. */
export function combination(
  grid: Grid,
  regions: readonly Term[],
  part: number,
  band: readonly Term[],
): { cell: number; sign: number }[] {
  const found: { cell: number; sign: number }[] = []
  for (const region of regions)
    for (const unit of grid.tree.parts[part]?.terms ?? [])
      for (const scope of band) {
        const cell = cellOf(grid, region.index, unit.index, scope.index)
        if (grid.isHeld[cell] === 1) found.push({ cell, sign: region.sign * unit.sign * scope.sign })
      }
  return found
}

/** Every cell that an atom counts in. */
export function eachCell(grid: Grid, index: number, visit: (cell: number) => void): void {
  const { register, lattice } = grid
  const atom = register.atoms[index]
  if (!atom) return
  for (const node of lattice.nodesOf[atom.place] ?? [])
    for (const unit of register.unitSets[atom.unitSet] ?? [])
      for (let scope = 0; scope <= atom.scope; scope += 1) visit(cellOf(grid, node, unit, scope))
}
