import { BlindSpace } from './blindSpace'
import { candidatesOf } from './candidates'
import { addressOf, gridOf, type Grid } from './grid'
import { inverse, times } from './modular'
import { NESTED_SCOPES, type Register } from './register'
import type { DisclosureRule } from './rule'
import type { Suppression } from './suppression'
import { shortWitnesses } from './shortWitnesses'
import { unsafeSums } from './unsafeSums'
import { Watch } from './watch'

export interface SuppressedCell {
  /** "<mode key> <code>". */
  region: string
  /** Key of the unit. */
  unit: string
  scope: (typeof NESTED_SCOPES)[number]
  reason: Suppression
}

const CELLS_PER_STEP = 50

/**
 * 抑制: publishes cell by cell, the most important first, and leaves out every cell that would let an unsafe sum follow
 * from those before it. Pauses often, so that a server can answer in between.
 */
export function* protect(register: Register, rule: DisclosureRule): Generator<void, SuppressedCell[]> {
  const grid = gridOf(register)
  yield
  const { primary, sums } = yield* unsafeSums(grid, rule)
  const { classes, isCandidate, cells } = candidatesOf(grid, primary)
  yield
  const basis = yield* shortWitnesses(grid, classes, isCandidate)
  const space = new BlindSpace(basis.length, basis, longestFor(basis.length))
  const watch = new Watch(grid, classes, sums, rule)
  yield
  const suppressed = new Map<number, Suppression>(primary)
  const judged = new Map<string, boolean>()
  let done = 0
  for (const { cell, sum, alike } of cells) {
    const isPublic = judged.get(alike) ?? publish(space, watch, sum)
    judged.set(alike, isPublic)
    if (!isPublic) suppressed.set(cell, 'complementary')
    done += 1
    if (done % CELLS_PER_STEP === 0) yield
  }
  return describe(grid, suppressed)
}

/** What the basis may weigh altogether bounds the time: some seconds for a million enterprises. */
const ENTRIES = 1_200_000
const LONGEST = 300
const SHORTEST = 24

const longestFor = (classes: number) => Math.max(SHORTEST, Math.min(LONGEST, Math.floor(ENTRIES / classes)))

/** Publishes a sum unless an unsafe one would follow. */
function publish(space: BlindSpace, watch: Watch, sum: readonly number[]): boolean {
  const seen = watch.seen(sum)
  // The sample sees nothing of what follows from published sums.
  if (seen === 0) return true
  const seeing = space.seeing(sum)
  const [first] = seeing
  const isSafe = first !== undefined && watch.allows(space.at(first.witness), times(seen, inverse(first.product)))
  if (isSafe) space.publish(seeing)
  return isSafe
}

function describe(grid: Grid, suppressed: ReadonlyMap<number, Suppression>): SuppressedCell[] {
  const { register, lattice } = grid
  return [...suppressed].flatMap(([cell, reason]) => {
    const { node, unit, scope } = addressOf(grid, cell)
    const own = { unit: register.units[unit]?.key ?? '', scope: NESTED_SCOPES[scope] ?? 'all', reason }
    return (lattice.nodes[node]?.names ?? []).map((region) => ({ region, ...own }))
  })
}
