import { grouped, radiusOf, type LayoutNode } from './layoutNode'
import { packCircles, type Slice } from './ringPack'

/** The part of the circle to divide; `mirrored` runs against the clock from the same start across the vertical axis. */
export interface Arc {
  start: number
  sweep: number
  mirrored: boolean
}

interface Spacing {
  /** Where the first tier begins. */
  first: number
  tierGap: number
  gap: number
}

export interface Sector {
  label: string
  from: number
  to: number
}

interface Division {
  sectors: Sector[]
  /** From the middle outwards. */
  tiers: { tier: number; slices: Slice[] }[]
}

/** A group with its nodes tier by tier and the room it asks for. */
interface Demand {
  label: string
  byTier: LayoutNode[][]
  /** Greatest part of any tier's area that is this group's. */
  share: number
  largest: number
}

/** How evenly to divide (1 = by area, lower = more even), and at what radius every group's largest disc must fit. */
const TRIALS = [1, 0.7, 0.45].flatMap((power) => [0.35, 0.6, 0.9].map((reach) => ({ power, reach })))
/** Of the arc, at most this much goes to what groups need at least; the rest follows their size. */
const LEAST_PART = 0.75

/**
 * Divides the arc among the groups, each keeping one sector through all tiers. Which division makes the smallest picture
 * depends on how unevenly the groups fill the tiers, so a few are tried and the smallest is kept.
 */
export function bestSectors(members: readonly LayoutNode[], arc: Arc, spacing: Spacing): Division {
  const order = [...new Set(members.map(({ tier }) => tier))].sort((a, b) => Math.abs(a) - Math.abs(b))
  // Sums run in the groups' own order: added up in another order they would differ in their last digit.
  const groups = grouped(members)
  const demands = demandsOf(groups, order, spacing.gap)
  const area = groups.reduce((sum, nodes) => sum + areaOf(nodes, spacing.gap), 0)
  const reachable = Math.sqrt(spacing.first ** 2 + (2 * area) / arc.sweep) + (order.length - 1) * spacing.tierGap
  let best: { division: Division; radius: number } | undefined
  for (const { power, reach } of TRIALS) {
    const division = divide(demands, order, arc, { power, at: reachable * reach, gap: spacing.gap })
    const radius = outerRadius(division, spacing)
    if (!best || radius < best.radius) best = { division, radius }
  }
  return best?.division ?? { sectors: [], tiers: [] }
}

const areaOf = (nodes: readonly LayoutNode[], gap: number) =>
  nodes.reduce((sum, node) => sum + (2 * radiusOf(node) + gap) ** 2, 0)

function demandsOf(groups: readonly LayoutNode[][], order: readonly number[], gap: number): Demand[] {
  const split = groups.map((nodes) => order.map((tier) => nodes.filter((node) => node.tier === tier)))
  const areas = split.map((byTier) => byTier.map((nodes) => areaOf(nodes, gap)))
  const tierAreas = order.map((_, t) => areas.reduce((sum, own) => sum + (own[t] ?? 0), 0))
  return groups.map((nodes, g) => ({
    label: nodes[0]?.group ?? '',
    byTier: split[g] ?? [],
    share: Math.max(...order.map((_, t) => (areas[g]?.[t] ?? 0) / (tierAreas[t] ?? 1))),
    largest: Math.max(...nodes.map(radiusOf)),
  }))
}

function divide(
  demands: readonly Demand[],
  order: readonly number[],
  { start, sweep, mirrored }: Arc,
  { power, at, gap }: { power: number; at: number; gap: number },
): Division {
  const needs = demands.map(({ largest }) => 2 * Math.asin(Math.min(1, (largest + gap / 2) / at)))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  const fitting = Math.min(1, (LEAST_PART * sweep) / needed)
  const sizes = demands.map(({ share }) => share ** power)
  const size = sizes.reduce((sum, one) => sum + one, 0)
  const spare = sweep - needed * fitting
  let turn = start
  const sectors = demands.map(({ label }, i) => {
    const from = turn
    turn += (needs[i] ?? 0) * fitting + (spare * (sizes[i] ?? 0)) / size
    return mirrored ? { label, from: Math.PI - turn, to: Math.PI - from } : { label, from, to: turn }
  })
  const tiers = order.map((tier, t) => ({
    tier,
    slices: sectors.map(({ from, to }, i) => ({ from, to, nodes: demands[i]?.byTier[t] ?? [] })),
  }))
  return { sectors, tiers }
}

const nowhere = () => undefined

function outerRadius({ tiers }: Division, { first, tierGap, gap }: Spacing): number {
  return tiers.reduce(
    (edge, { slices }, i) => packCircles(slices, i === 0 ? first : edge + tierGap, gap, nowhere),
    first,
  )
}
