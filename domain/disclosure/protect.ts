import { BlindSpace } from './blindSpace'
import { candidatesOf } from './candidates'
import { addressOf, gridOf, type Grid } from './grid'
import { NESTED_SCOPES, type Register } from './register'
import type { DisclosureRule } from './rule'
import type { Suppression } from './suppression'
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
  const { classes, cells } = candidatesOf(grid, primary)
  yield
  const space = new BlindSpace(classes.first.length)
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

/** Publishes a sum unless an unsafe one would follow. */
function publish(space: BlindSpace, watch: Watch, sum: readonly number[]): boolean {
  const seeing = space.seeing(sum)
  const [first] = seeing
  // What follows from published sums tells nothing new.
  if (!first) return true
  const isSafe = watch.allows(space.at(first.witness), space.excess(watch.sample, sum, first.product))
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
