import { EVIDENCE, MOST_TIERS, type Evidence } from '@contract/supply'
import { reach, tiersFrom, type Direction, type Reach } from '@domain/supply/reach'
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

const NOT_REACHED = -1

const DOWN = 1
const UP = 2

const OUT = 0
const VIA = 1
const WANTED = 2

interface Side {
  direction: Direction
  /** Step at which a firm is reached, -1 = not; by firm. */
  tier: Int8Array
  /** Firms by tier. */
  firms: Int32Array
  /** OUT, VIA or WANTED; by firm; null = everybody reached is wanted. */
  kept: Uint8Array | null
}

/** Walks the suppliers, the buyers or both, tier by tier, each firm once on each side at its nearest tier. */
export function walk(view: SupplyView, wish: WalkWish): Walk {
  const { graph } = view
  const directions: Direction[] = wish.direction === 'both' ? ['up', 'down'] : [wish.direction]
  const allows = allowsOf(view, wish)
  const sides = directions.map((direction) => sideOf(graph, direction, wish, allows))
  return {
    found: foundOn(sides, wish.firm),
    trades: tradesAmong(graph, sides, wish.tiers, allows),
    isCutOff: sides.some((side) => goesOn(graph, side, wish.tiers)),
  }
}

type Allows = ((trade: number) => boolean) | null

function sideOf(graph: YearGraph, direction: Direction, wish: WalkWish, allows: Allows): Side {
  const asked = { from: [wish.firm], direction, tiers: wish.tiers }
  const ask = allows ? { ...asked, allows } : asked
  const { isWanted, firm } = wish
  if (!isWanted) return { direction, ...tiersFrom(graph, ask), kept: null }
  const reached = reach(graph, ask)
  return {
    direction,
    tier: reached.tier,
    firms: reached.firms,
    kept: keptOn(graph, direction, reached, firm, isWanted),
  }
}

/** Which trades may be walked; null = all. */
function allowsOf({ graph, index }: SupplyView, { product, evidence }: WalkWish): Allows {
  if (product === undefined && evidence === undefined) return null
  const wanted = product === undefined ? undefined : (index.products.at(product) ?? Number.NaN)
  const isAllowed = EVIDENCE.map((kind) => evidence === undefined || evidence.includes(kind))
  return (trade) =>
    (wanted === undefined || graph.product[trade] === wanted) && isAllowed[graph.evidence[trade] ?? 0] === true
}

/** The wanted, and from them back to the start every firm on a shortest way. */
function keptOn(
  graph: YearGraph,
  direction: Direction,
  { firms, tier, trades }: Reach,
  firm: number,
  isWanted: (firm: number) => boolean,
) {
  const kept = new Uint8Array(graph.firms)
  for (const other of firms) kept[other] = isWanted(other) ? WANTED : OUT
  kept[firm] = WANTED
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
  const found = new FoundFirms(sides.reduce((sum, { firms }) => sum + firms.length, 0))
  const next = sides.map(() => 0)
  // Firms of a side come by tier: both sides step by step, upstream first.
  for (let tier = 0; tier <= MOST_TIERS; tier += 1)
    sides.forEach((side, number) => {
      const { firms, tier: tierOf } = side
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
  if (side.kept?.[firm] === OUT) return
  const tier = side.tier[firm] ?? 0
  const otherTier = opposite?.tier[firm] ?? NOT_REACHED
  const isBothSides = otherTier !== NOT_REACHED && opposite?.kept?.[firm] !== OUT
  if (isBothSides && (otherTier < tier || (otherTier === tier && side.direction === 'down'))) return
  const isVia = side.kept?.[firm] === VIA && !(isBothSides && opposite?.kept?.[firm] === WANTED)
  found.push(firm, side.direction === 'up' ? -tier : tier, isBothSides, isVia)
}

/** What was walked: trades of who stands before the last tier; each once, though both walks may have come by it. */
function tradesAmong(graph: YearGraph, sides: readonly Side[], tiers: number, allows: Allows): Int32Array {
  const { supplier, buyer } = graph
  const near = nearOf(graph.firms, sides, tiers)
  const isFiltered = allows !== null || sides.some(({ kept }) => kept !== null)
  const trades = new Int32Array(Math.min(supplier.length, mostWalked(graph, sides, tiers)) + 1)
  let count = 0
  for (let trade = 0; trade < supplier.length; trade += 1) {
    const from = supplier[trade] ?? 0
    const to = buyer[trade] ?? 0
    if (from === to || (isFiltered && !isLeft(sides, near, allows, trade, from, to))) continue
    // Added up and not decided: of two million trades, nobody can guess which half was walked.
    trades[count] = trade
    count += ((near[from] ?? 0) & DOWN) | (((near[to] ?? 0) & UP) >>> 1)
  }
  return trades.subarray(0, count)
}

/** From whom a walk went on, by firm: DOWN to buyers, UP to suppliers, or both. */
function nearOf(firms: number, sides: readonly Side[], tiers: number): Uint8Array {
  const near = new Uint8Array(firms)
  for (const { direction, firms: reached, tier } of sides)
    for (const firm of reached) {
      if ((tier[firm] ?? 0) >= tiers) break
      near[firm] = (near[firm] ?? 0) | (direction === 'up' ? UP : DOWN)
    }
  return near
}

/** Whether the filters let a trade through on a side that walked it. */
function isLeft(
  sides: readonly Side[],
  near: Uint8Array,
  allows: Allows,
  trade: number,
  from: number,
  to: number,
): boolean {
  if (allows && !allows(trade)) return false
  return sides.some(({ direction, kept }) => {
    const isWalked = direction === 'up' ? ((near[to] ?? 0) & UP) !== 0 : ((near[from] ?? 0) & DOWN) !== 0
    return isWalked && (!kept || (kept[from] !== OUT && kept[to] !== OUT))
  })
}

/** Trades of who stands before the last tier, those of both sides twice. */
function mostWalked(graph: YearGraph, sides: readonly Side[], tiers: number): number {
  let most = 0
  for (const { direction, firms, tier } of sides) {
    const { starts } = direction === 'up' ? graph.purchases : graph.sales
    for (const firm of firms) {
      if ((tier[firm] ?? 0) >= tiers) break
      most += (starts[firm + 1] ?? 0) - (starts[firm] ?? 0)
    }
  }
  return most
}

/** The last tier stands at the end. */
function goesOn(graph: YearGraph, { direction, firms, tier }: Side, tiers: number): boolean {
  const further = direction === 'up' ? graph.suppliersOf : graph.buyersOf
  for (let at = firms.length - 1; at >= 0; at -= 1) {
    const firm = firms[at] ?? 0
    if (tier[firm] !== tiers) return false
    if ((further[firm] ?? 0) > 0) return true
  }
  return false
}
