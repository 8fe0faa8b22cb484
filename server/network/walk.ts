import { EVIDENCE, MOST_TIERS, type Evidence } from '@contract/supply'
import { reach, type Direction, type Reach } from '@domain/supply/reach'
import { FoundFirms } from './foundFirms'
import type { YearGraph } from './supplyIndex'
import type { SupplyView } from './supplyView'

export interface WalkWish {
  firm: number
  direction: 'up' | 'down' | 'both'
  tiers: number
  product?: string | undefined
  evidence?: readonly Evidence[] | undefined
  /** Who is looked for; the others stay only where they lead there. Everybody without it. */
  isWanted?: ((firm: number) => boolean) | undefined
}

export interface Walk {
  /** Without the firm it began with; by tier, the nearer first, of one tier upstream first, then by number. */
  found: FoundFirms
  /** Trades between the found, in their order. */
  trades: Int32Array
  /** Whether there is more behind the last tier. */
  isCutOff: boolean
}

const OUT = 0
const VIA = 1
const WANTED = 2

interface Side {
  direction: Direction
  reached: Reach
  /** OUT, VIA or WANTED; by firm. */
  kept: Uint8Array
  /** Everybody reached is kept. */
  isWhole: boolean
}

/** Walks the suppliers, the buyers or both, tier by tier, each firm once on each side at its nearest tier. */
export function walk(view: SupplyView, wish: WalkWish): Walk {
  const { graph } = view
  const directions: Direction[] = wish.direction === 'both' ? ['up', 'down'] : [wish.direction]
  const allows = allowsOf(view, wish)
  const sides = directions.map((direction): Side => {
    const ask = { from: [wish.firm], direction, tiers: wish.tiers }
    const reached = reach(graph, allows ? { ...ask, allows } : ask)
    const isWhole = wish.isWanted === undefined
    return { direction, reached, kept: keptOn(graph, direction, reached, wish), isWhole }
  })
  return {
    found: foundOn(sides, wish.firm),
    trades: tradesAmong(graph, sides),
    isCutOff: sides.some((side) => goesOn(graph, side, wish.tiers)),
  }
}

/** Which trades may be walked; null = all. */
function allowsOf({ graph, index }: SupplyView, { product, evidence }: WalkWish): ((trade: number) => boolean) | null {
  if (product === undefined && evidence === undefined) return null
  const wanted = product === undefined ? undefined : (index.products.at(product) ?? Number.NaN)
  const isAllowed = EVIDENCE.map((kind) => evidence === undefined || evidence.includes(kind))
  return (trade) =>
    (wanted === undefined || graph.product[trade] === wanted) && isAllowed[graph.evidence[trade] ?? 0] === true
}

/** The wanted, and from them back to the start every firm on a shortest way. */
function keptOn(graph: YearGraph, direction: Direction, { firms, tier, trades }: Reach, { firm, isWanted }: WalkWish) {
  const kept = new Uint8Array(graph.firms)
  for (const other of firms) kept[other] = isWanted === undefined || isWanted(other) ? WANTED : OUT
  kept[firm] = WANTED
  if (isWanted === undefined) return kept
  const [ahead, behind] = direction === 'up' ? [graph.supplier, graph.buyer] : [graph.buyer, graph.supplier]
  // Trades come tier by tier, so that backwards the farther end is judged before the nearer.
  for (let at = trades.length - 1; at >= 0; at -= 1) {
    const trade = trades[at] ?? 0
    const [far = 0, near = 0] = [ahead[trade], behind[trade]]
    const isStep = tier[far] === (tier[near] ?? 0) + 1
    if (isStep && kept[far] !== OUT && kept[near] === OUT) kept[near] = VIA
  }
  return kept
}

function foundOn(sides: readonly Side[], start: number): FoundFirms {
  const found = new FoundFirms(sides.reduce((sum, { reached }) => sum + reached.firms.length, 0))
  const next = sides.map(() => 0)
  // Firms of a side come by tier: both sides step by step, upstream first.
  for (let tier = 0; tier <= MOST_TIERS; tier += 1)
    sides.forEach((side, number) => {
      const { firms, tier: tierOf } = side.reached
      let at = next[number] ?? 0
      for (; at < firms.length && tierOf[firms[at] ?? 0] === tier; at += 1) {
        const firm = firms[at] ?? 0
        if (firm !== start) put(found, firm, side, sides[1 - number])
      }
      next[number] = at
    })
  return found
}

function put(found: FoundFirms, firm: number, side: Side, opposite: Side | undefined): void {
  if (side.kept[firm] === OUT) return
  const tier = side.reached.tier[firm] ?? 0
  const isBothSides = opposite !== undefined && opposite.kept[firm] !== OUT
  const otherTier = isBothSides ? (opposite.reached.tier[firm] ?? 0) : Infinity
  if (otherTier < tier || (otherTier === tier && side.direction === 'down')) return
  const isVia = side.kept[firm] === VIA && opposite?.kept[firm] !== WANTED
  found.push(firm, side.direction === 'up' ? -tier : tier, isBothSides, isVia)
}

/** Each trade once, though both walks may have come by it. */
function tradesAmong({ supplier, buyer }: YearGraph, sides: readonly Side[]): Int32Array {
  const isWalked = new Uint8Array(supplier.length)
  let count = 0
  for (const { reached, kept, isWhole } of sides)
    for (let at = 0; at < reached.trades.length; at += 1) {
      const trade = reached.trades[at] ?? 0
      if (isWalked[trade] === 1) continue
      if (!isWhole && (kept[supplier[trade] ?? 0] === OUT || kept[buyer[trade] ?? 0] === OUT)) continue
      isWalked[trade] = 1
      count += 1
    }
  const trades = new Int32Array(count)
  for (let trade = 0, at = 0; at < count; trade += 1) {
    if (isWalked[trade] === 0) continue
    trades[at] = trade
    at += 1
  }
  return trades
}

function goesOn(graph: YearGraph, { direction, reached: { firms, tier } }: Side, tiers: number): boolean {
  const further = direction === 'up' ? graph.suppliersOf : graph.buyersOf
  return firms.some((firm) => tier[firm] === tiers && (further[firm] ?? 0) > 0)
}
