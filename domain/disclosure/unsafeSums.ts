import { nestedUnits } from './nestedUnits'
import { combination, cellOf, type Combination, type Grid } from './grid'
import { primaryReason, type DisclosureRule } from './rule'
import { SCOPES } from './register'
import type { Suppression } from './suppression'
import { Tally } from './tally'
import { BANDS, BANDS_OF } from './unitTree'

export interface Unsafe {
  /** Cells that the rule itself forbids. */
  primary: Map<number, Suppression>
  /** Sums and differences of sums that must not become known, published or not. */
  sums: Combination[]
}

/**
 * Cells that the rule forbids, and the differences of cells that it forbids: between regions, between units, between
 * scopes, and in one region between units and scopes at once.
 */
export function* unsafeSums(grid: Grid, rule: DisclosureRule): Generator<void, Unsafe> {
  const found: Unsafe = { primary: new Map(), sums: [] }
  const tally = new Tally(grid.tree.parts.length * BANDS.length)
  for (let node = 0; node < grid.lattice.nodes.length; node += 1) {
    tallyRegion(grid, node, tally)
    markHeld(grid, node, tally)
    inRegion(grid, rule, node, tally, found)
    yield
    coincidences(grid, rule, node, found)
    yield
  }
  yield* regionRemainders(grid, rule, found)
  return found
}

function inRegion(grid: Grid, rule: DisclosureRule, node: number, tally: Tally, found: Unsafe) {
  const bands = BANDS.length
  for (let index = 0; index < tally.size; index += 1) {
    if (tally.reporting[index] === 0) continue
    const reason = primaryReason(tally.at(index), rule)
    if (reason === null) continue
    const [part, band] = [Math.floor(index / bands), index % bands]
    if (part < grid.register.units.length && band < SCOPES) found.primary.set(cellOf(grid, node, part, band), reason)
    const terms = (grid.tree.parts[part]?.terms.length ?? 0) * (BANDS[band]?.length ?? 0)
    addSum(found, combination(grid, [{ index: node, sign: 1 }], part, BANDS[band] ?? []), terms)
  }
}

/** Where cells without anybody leave a difference simpler than it was, it is another entry of the list. */
function addSum({ sums }: Unsafe, held: Combination, terms: number) {
  if (held.length < terms && held.length <= (terms > 2 ? 2 : 1)) return
  sums.push(held)
}

function coincidences(grid: Grid, rule: DisclosureRule, node: number, { sums }: Unsafe) {
  const atoms = (grid.lattice.nodes[node]?.places ?? []).flatMap((place) => grid.atomsAt[place] ?? [])
  for (const { outer, inner, scope, beyond } of nestedUnits(grid.register, atoms))
    if (primaryReason(beyond, rule) !== null)
      sums.push([
        { cell: cellOf(grid, node, outer, scope), sign: 1 },
        { cell: cellOf(grid, node, inner, scope), sign: -1 },
      ])
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
        for (const band of BANDS_OF[atom.scope] ?? []) tally.add(part * bands + band, atom)
    }
  }
  tree.parts.forEach(({ madeOf }, part) => {
    if (madeOf)
      for (let band = 0; band < bands; band += 1)
        for (const from of madeOf) tally.merge(part * bands + band, tally, from * bands + band)
  })
}

function markHeld(grid: Grid, node: number, tally: Tally) {
  for (let unit = 0; unit < grid.register.units.length; unit += 1)
    for (let scope = 0; scope < SCOPES; scope += 1)
      grid.isHeld[cellOf(grid, node, unit, scope)] = tally.reporting[unit * BANDS.length + scope] === 0 ? 0 : 1
}

function* regionRemainders(grid: Grid, rule: DisclosureRule, found: Unsafe): Generator<void> {
  const perPlace = grid.register.units.length * SCOPES
  const places = new Tally(grid.register.places.length * perPlace)
  for (const atom of grid.register.atoms) {
    for (const unit of grid.register.unitSets[atom.unitSet] ?? [])
      for (let scope = 0; scope <= atom.scope; scope += 1)
        places.add(atom.place * perPlace + unit * SCOPES + scope, atom)
  }
  yield
  const tally = new Tally(perPlace)
  for (const { terms, members } of grid.lattice.remainders) {
    tally.clear()
    for (const place of members) for (let at = 0; at < perPlace; at += 1) tally.merge(at, places, place * perPlace + at)
    for (let at = 0; at < perPlace; at += 1)
      if (tally.reporting[at] !== 0 && primaryReason(tally.at(at), rule) !== null)
        addSum(found, combination(grid, terms, Math.floor(at / SCOPES), BANDS[at % SCOPES] ?? []), terms.length)
    yield
  }
}
