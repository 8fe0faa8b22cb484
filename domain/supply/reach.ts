import { Numbers } from './numbers'
import type { SupplyGraph } from './supplyGraph'

export type Direction = 'up' | 'down'

export interface ReachWish {
  from: readonly number[]
  /** up = towards suppliers, down = towards buyers. */
  direction: Direction
  /** 层级: how many steps, 1–4. */
  tiers: number
  /** Trades that may be walked; all without it. */
  allows?: (trade: number) => boolean
}

export interface Reach {
  /** 0 = the start, n = reached at step n, -1 = not reached; by firm. */
  tier: Int8Array
  /** Firms in the order of their tiers, within a tier by number. */
  firms: Int32Array
  /** Every allowed trade between the start and the last tier, each once. */
  trades: Int32Array
}

const NOT_REACHED = -1

/** 层级遍历: who supplies the start through how many hands, or whom it supplies. A cycle ends where it began. */
export function reach(graph: SupplyGraph, wish: ReachWish): Reach {
  const reached = tiersFrom(graph, wish)
  return { ...reached, trades: tradesWalked(graph, wish, reached) }
}

/** Who is reached, without a list of the trades: of a hub there are a million. */
export function tiersFrom(
  graph: SupplyGraph,
  { from, direction, tiers, allows }: ReachWish,
): Pick<Reach, 'tier' | 'firms'> {
  const tier = new Int8Array(graph.firms).fill(NOT_REACHED)
  const { starts, trades } = direction === 'up' ? graph.purchases : graph.sales
  const ahead = direction === 'up' ? graph.purchases.supplier : graph.sales.buyer
  const firms = new Numbers()
  for (const firm of from) if (tier[firm] === NOT_REACHED) found(firms, tier, firm, 0)
  firms.sortMarked(0, tier, 0)
  let start = 0
  for (let step = 1; step <= tiers && start < firms.length; step += 1) {
    const end = firms.length
    for (let place = start; place < end; place += 1) {
      const firm = firms.list[place] ?? 0
      const last = starts[firm + 1] ?? 0
      for (let at = starts[firm] ?? 0; at < last; at += 1) {
        const other = ahead[at] ?? firm
        if (tier[other] !== NOT_REACHED || (allows && !allows(trades[at] ?? 0))) continue
        found(firms, tier, other, step)
      }
    }
    firms.sortMarked(end, tier, step)
    start = end
  }
  return { tier, firms: firms.finish() }
}

/** Those of every firm before the last tier, tier by tier. */
function tradesWalked(
  graph: SupplyGraph,
  { direction, tiers, allows }: ReachWish,
  { tier, firms }: Pick<Reach, 'tier' | 'firms'>,
): Int32Array {
  const { starts, trades } = direction === 'up' ? graph.purchases : graph.sales
  const walked = new Numbers()
  for (const firm of firms) {
    if ((tier[firm] ?? 0) >= tiers) break
    for (let at = starts[firm] ?? 0; at < (starts[firm + 1] ?? 0); at += 1) {
      const trade = trades[at] ?? 0
      if (!allows || allows(trade)) walked.push(trade)
    }
  }
  return walked.finish()
}

/** 层级深度: the last step at which anybody is found, up to `tiers`; without a list of whom. */
export function depthOf(
  { firms, purchases, sales }: SupplyGraph,
  { from, direction, tiers }: { from: number; direction: Direction; tiers: number },
): number {
  const { starts } = direction === 'up' ? purchases : sales
  const ahead = direction === 'up' ? purchases.supplier : sales.buyer
  const seen = new Uint8Array(firms)
  seen[from] = 1
  let front = [from]
  for (let step = 1; step <= tiers; step += 1) {
    const found: number[] = []
    for (const firm of front)
      for (let at = starts[firm] ?? 0; at < (starts[firm + 1] ?? 0); at += 1) {
        const other = ahead[at] ?? firm
        if (seen[other] === 1) continue
        seen[other] = 1
        found.push(other)
        // One is enough to tell of the last step.
        if (step === tiers) return tiers
      }
    if (found.length === 0) return step - 1
    front = found
  }
  return tiers
}

function found(firms: Numbers, tier: Int8Array, firm: number, step: number): void {
  tier[firm] = step
  firms.push(firm)
}
