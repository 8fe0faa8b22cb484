import { combination, cellOf, type Combination, type Grid } from './grid'
import { primaryReason, type DisclosureRule } from './rule'
import { SCOPES } from './register'
import type { Suppression } from './suppression'
import { Tally } from './tally'
import { BANDS, BANDS_OF } from './unitTree'

/** A sum that must not become known, published or not. */
export interface UnsafeSum {
  combination: Combination
  sum: number
  /** Those of its two largest enterprises. */
  atoms: readonly number[]
  /** Lost with its cheapest cell: the finest come first. */
  weight: number
}

export interface Unsafe {
  /** Cells that the rule itself forbids. */
  primary: Map<number, Suppression>
  sums: UnsafeSum[]
}

const REGION_STEP = 8
const UNIT_STEP = 3

/**
 * Cells that the rule forbids, and the differences of cells that it forbids: between regions, between units, between
 * scopes, and in one region between units and scopes at once.
 */
export function* unsafeSums(grid: Grid, rule: DisclosureRule): Generator<void, Unsafe> {
  const found: Unsafe = { primary: new Map(), sums: [] }
  const bands = BANDS.length
  const tally = new Tally(grid.tree.parts.length * bands)
  for (let node = 0; node < grid.lattice.nodes.length; node += 1) {
    tallyRegion(grid, node, tally)
    weigh(grid, node, tally)
    for (let index = 0; index < tally.size; index += 1) {
      const reason = primaryReason(tally.at(index), rule)
      if (reason === null) continue
      const [part, band] = [Math.floor(index / bands), index % bands]
      const terms = combination(grid, [{ index: node, sign: 1 }], part, band)
      const [only, ...others] = terms
      if (only && others.length === 0) found.primary.set(only.cell, reason)
      addSum(grid, found, terms, tally, index)
    }
    yield
  }
  yield* regionRemainders(grid, rule, found)
  found.sums.sort((a, b) => a.weight - b.weight)
  return found
}

/** Cells without anybody are zero to everyone: a difference that they leave simpler is another entry of the list. */
function addSum(grid: Grid, { sums }: Unsafe, terms: Combination, tally: Tally, at: number) {
  const held = terms.filter(({ cell }) => (grid.weight[cell] ?? 0) > 0)
  if (held.length < terms.length && held.length <= (terms.length > 2 ? 2 : 1)) return
  const weight = Math.min(...held.map(({ cell }) => grid.weight[cell] ?? 0))
  sums.push({ combination: held, sum: tally.at(at).sum, atoms: tally.atomsAt(at), weight })
}

function tallyRegion(grid: Grid, node: number, tally: Tally) {
  const { register, tree, lattice, atomsAt } = grid
  const bands = BANDS.length
  tally.clear()
  for (const place of lattice.nodes[node]?.places ?? []) {
    for (const index of atomsAt[place] ?? []) {
      const atom = register.atoms[index]
      if (!atom) continue
      for (const part of tree.partsOf[atom.unitSet] ?? [])
        for (const band of BANDS_OF[atom.scope] ?? []) tally.add(part * bands + band, atom, index)
    }
  }
  tree.parts.forEach(({ madeOf }, part) => {
    if (madeOf)
      for (let band = 0; band < bands; band += 1)
        for (const from of madeOf) tally.merge(part * bands + band, tally, from * bands + band)
  })
}

/** Large regions and large units weigh most, and of equals those with more enterprises. */
function weigh(grid: Grid, node: number, tally: Tally) {
  const region = REGION_STEP ** (grid.lattice.nodes[node]?.height ?? 0)
  for (let unit = 0; unit < grid.register.units.length; unit += 1) {
    const step = UNIT_STEP ** (grid.tree.heights[unit] ?? 0)
    for (let scope = 0; scope < SCOPES; scope += 1) {
      const reporting = tally.reporting[unit * BANDS.length + scope] ?? 0
      const ofScope = scope === 0 ? 2 : 1
      grid.weight[cellOf(grid, node, unit, scope)] =
        reporting === 0 ? 0 : region * step * ofScope * Math.log2(1 + reporting)
    }
  }
}

function* regionRemainders(grid: Grid, rule: DisclosureRule, found: Unsafe): Generator<void> {
  const perPlace = grid.register.units.length * SCOPES
  const places = new Tally(grid.register.places.length * perPlace)
  grid.register.atoms.forEach((atom, index) => {
    for (const unit of grid.register.unitSets[atom.unitSet] ?? [])
      for (let scope = 0; scope <= atom.scope; scope += 1)
        places.add(atom.place * perPlace + unit * SCOPES + scope, atom, index)
  })
  yield
  const tally = new Tally(perPlace)
  for (const { terms, members } of grid.lattice.remainders) {
    tally.clear()
    for (const place of members) for (let at = 0; at < perPlace; at += 1) tally.merge(at, places, place * perPlace + at)
    for (let at = 0; at < perPlace; at += 1)
      if (primaryReason(tally.at(at), rule) !== null) {
        const cells = combination(grid, terms, Math.floor(at / SCOPES), at % SCOPES)
        addSum(grid, found, cells, tally, at)
      }
    yield
  }
}
