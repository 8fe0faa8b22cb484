import type { Witness } from './blindSpace'
import type { Classes } from './candidates'
import { eachCell, type Grid } from './grid'
import { minus } from './modular'

interface Corner {
  place: number
  unitSet: number
  scope: number
  sign: 1 | -1
}

/**
 * A basis to begin with: every class less what is most like it and comes before it, along up to three of the axes place,
 * units and scope. Such a box is seen by few sums, and publication by publication the basis stays short; beginning with
 * lone classes it would not.
 */
export function* shortWitnesses(grid: Grid, classes: Classes, isCandidate: Uint8Array): Generator<void, Witness[]> {
  const search = new BoxSearch(grid, classes, isCandidate)
  const found: Witness[] = []
  for (let own = 0; own < classes.first.length; own += 1) {
    found.push(search.shortest(own))
    if (own % STEP === 0) yield
  }
  return found
}

const STEP = 50
const MOST_PLACES = 3
const MOST_SETS = 5

class BoxSearch {
  private readonly atomAt = new Map<number, number>()
  /** Places that have a set of units in a scope, in their order. */
  private readonly placesOf = new Map<number, number[]>()
  private readonly similar: SimilarSets
  private readonly sheet: Int32Array

  constructor(
    private readonly grid: Grid,
    private readonly classes: Classes,
    private readonly isCandidate: Uint8Array,
  ) {
    const { register } = grid
    this.similar = new SimilarSets(register.unitSets)
    this.sheet = new Int32Array(grid.cells)
    register.atoms.forEach(({ place, unitSet, scope }, atom) => {
      this.atomAt.set(this.key(place, unitSet, scope), atom)
      const kind = unitSet * 3 + scope
      const known = this.placesOf.get(kind)
      if (known) known.push(place)
      else this.placesOf.set(kind, [place])
    })
  }

  private key = (place: number, unitSet: number, scope: number) =>
    (place * this.grid.register.unitSets.length + unitSet) * 3 + scope

  shortest(own: number): Witness {
    const atom = this.grid.register.atoms[this.classes.first[own] ?? 0]
    if (!atom) return { atoms: [own], weights: [1] }
    const sets = this.setsBefore(own, atom)
    let best = { seen: Infinity, weights: new Map<number, number>() }
    for (const place of [null, ...this.placesBefore(atom)])
      for (const unitSet of [null, ...sets])
        for (let scope = -1; scope < atom.scope; scope += 1) {
          const weights = this.weightsOf(atom, place, unitSet, scope, own)
          if (weights === null) continue
          const seen = this.seenCells(weights)
          if (seen < best.seen) best = { seen, weights }
        }
    const atoms = [...best.weights.keys()]
    return { atoms, weights: atoms.map((index) => residue(best.weights.get(index) ?? 0)) }
  }

  private setsBefore(own: number, { place, unitSet, scope }: Omit<Corner, 'sign'>): number[] {
    const found: number[] = []
    for (const set of this.similar.of(unitSet)) {
      const atom = this.atomAt.get(this.key(place, set, scope))
      if (atom !== undefined && (this.classes.of[atom] ?? 0) < own) found.push(set)
      if (found.length === MOST_SETS) break
    }
    return found
  }

  private placesBefore({ place, unitSet, scope }: Omit<Corner, 'sign'>): number[] {
    const { nodesOf } = this.grid.lattice
    const own = new Set(nodesOf[place])
    const common = (other: number) => (nodesOf[other] ?? []).filter((node) => own.has(node)).length
    const earlier = (this.placesOf.get(unitSet * 3 + scope) ?? []).filter((other) => other < place)
    const near = earlier.slice(-MOST_PLACES)
    const nearest = earlier.reduce((best, other) => (common(other) > common(best) ? other : best), earlier[0] ?? -1)
    return nearest === -1 ? [] : [...new Set([nearest, ...near])]
  }

  /** The corners of a box by class; null where one has nobody, or does not come before. */
  private weightsOf(
    { place, unitSet, scope }: Omit<Corner, 'sign'>,
    otherPlace: number | null,
    otherSet: number | null,
    otherScope: number,
    own: number,
  ): Map<number, number> | null {
    let corners: Corner[] = [{ place, unitSet, scope, sign: 1 }]
    const double = (change: Partial<Corner>) =>
      (corners = corners.flatMap((corner) => [corner, { ...corner, ...change, sign: corner.sign === 1 ? -1 : 1 }]))
    if (otherPlace !== null) double({ place: otherPlace })
    if (otherSet !== null) double({ unitSet: otherSet })
    if (otherScope >= 0) double({ scope: otherScope })
    const weights = new Map<number, number>()
    for (const corner of corners) {
      const atom = this.atomAt.get(this.key(corner.place, corner.unitSet, corner.scope))
      if (atom === undefined) return null
      const index = this.classes.of[atom] ?? 0
      weights.set(index, (weights.get(index) ?? 0) + corner.sign)
    }
    for (const [index, weight] of weights) if (weight === 0) weights.delete(index)
    return weights.get(own) === 1 && [...weights.keys()].every((index) => index <= own) ? weights : null
  }

  private seenCells(weights: ReadonlyMap<number, number>): number {
    const cells: number[] = []
    for (const [index, weight] of weights)
      eachCell(this.grid, this.classes.first[index] ?? 0, (cell) => {
        if (this.isCandidate[cell] === 0) return
        cells.push(cell)
        this.sheet[cell] = (this.sheet[cell] ?? 0) + weight
      })
    let seen = 0
    for (const cell of cells) {
      if (this.sheet[cell] !== 0) seen += 1
      this.sheet[cell] = 0
    }
    return seen
  }
}

const residue = (weight: number) => (weight >= 0 ? weight : minus(0, -weight))

const MOST_SIMILAR = 40
const MOST_HOLDERS = 60
const RAREST = 4

/** For each set of units those that differ from it least; looked for among the sets that share one of its rarest units. */
class SimilarSets {
  private readonly holders = new Map<number, number[]>()
  private readonly known: (readonly number[] | undefined)[] = []

  constructor(private readonly unitSets: readonly (readonly number[])[]) {
    unitSets.forEach((set, index) => {
      for (const unit of set) {
        const holders = this.holders.get(unit)
        if (holders) holders.push(index)
        else this.holders.set(unit, [index])
      }
    })
  }

  of(index: number): readonly number[] {
    return (this.known[index] ??= this.nearest(index))
  }

  private nearest(index: number): number[] {
    const set = this.unitSets[index] ?? []
    const own = new Set(set)
    const holdersOf = (unit: number) => this.holders.get(unit) ?? []
    const rarest = [...set].sort((a, b) => holdersOf(a).length - holdersOf(b).length).slice(0, RAREST)
    const near = new Set(rarest.flatMap((unit) => holdersOf(unit).slice(0, MOST_HOLDERS)))
    near.delete(index)
    const far = (other: number) => {
      const theirs = this.unitSets[other] ?? []
      return own.size + theirs.length - 2 * theirs.filter((unit) => own.has(unit)).length
    }
    return [...near]
      .map((other) => ({ other, far: far(other) }))
      .sort((a, b) => a.far - b.far || a.other - b.other)
      .slice(0, MOST_SIMILAR)
      .map(({ other }) => other)
  }
}
