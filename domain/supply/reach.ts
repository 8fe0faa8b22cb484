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
  firms: number[]
  /** Every allowed trade between the start and the last tier, each once. */
  trades: number[]
}

const NOT_REACHED = -1

/** 层级遍历: who supplies the start through how many hands, or whom it supplies. A cycle ends where it began. */
export function reach(graph: SupplyGraph, { from, direction, tiers, allows }: ReachWish): Reach {
  const tier = new Int8Array(graph.firms).fill(NOT_REACHED)
  const edges = direction === 'up' ? graph.purchases : graph.sales
  const ahead = direction === 'up' ? graph.purchases.supplier : graph.sales.buyer
  let front = sorted([...new Set(from)])
  for (const firm of front) tier[firm] = 0
  const firms = [...front]
  const trades: number[] = []
  for (let step = 1; step <= tiers && front.length > 0; step += 1) {
    const found: number[] = []
    for (const firm of front)
      for (let at = edges.starts[firm] ?? 0; at < (edges.starts[firm + 1] ?? 0); at += 1) {
        const trade = edges.trades[at] ?? 0
        if (allows && !allows(trade)) continue
        trades.push(trade)
        const other = ahead[at] ?? firm
        if (tier[other] !== NOT_REACHED) continue
        tier[other] = step
        found.push(other)
      }
    front = sorted(found)
    // One by one: a hub of a large network has more neighbours than a call may have arguments.
    for (const firm of front) firms.push(firm)
  }
  return { tier, firms, trades }
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

/** A typed array sorts numbers ten times as fast as a list with a comparison. */
const sorted = (firms: readonly number[]): Int32Array => new Int32Array(firms).sort()
