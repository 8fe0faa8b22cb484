import type { Point } from '@/graph/camera'
import type { SceneGuide } from '@/graph/network/networkScene'
import { byRank, gapFor, radiusOf, tierTitle, type LayoutNode, type NetworkLayout } from './layoutNode'
import { packCircles } from './ringPack'
import { bestSectors } from './ringSectors'

interface RingOptions {
  /** Width of the picture as a part of its height; screens are wide, so ellipses fill them. Never below 1. */
  stretch?: number
}

type Side = 'left' | 'right' | undefined

/** Free angle on each side of the vertical axis, where the titles of the tiers stand. */
const TITLE_ANGLE = (13 * Math.PI) / 180
/** Free space around the middle, and between two tiers. */
const FIRST_GAP = 84
const TIER_GAP = 62
/** Behind the outermost disc: where a sector ends and its name begins. */
const SECTOR_MARGIN = 26

/**
 * The 链主 in the middle, suppliers on half rings to the left and buyers to the right by tier (whole rings when there is one
 * direction only). Every county keeps its sector in all tiers of a side, so geography reads as direction. Discs never overlap.
 */
export function ringLayout(nodes: readonly LayoutNode[], { stretch = 1 }: RingOptions = {}): NetworkLayout {
  const wide = Math.max(1, stretch)
  const positions = new Map<string, Point>()
  const guides: SceneGuide[] = []
  const gap = gapFor(nodes.length)
  const place = (node: LayoutNode, at: Point) => positions.set(node.id, { x: at.x * wide, y: at.y })
  const inner = placeMiddle(nodes, gap, place)
  const upstream = nodes.filter(({ tier }) => tier < 0)
  const downstream = nodes.filter(({ tier }) => tier > 0)
  const both = upstream.length > 0 && downstream.length > 0
  for (const [members, side] of [
    [upstream, both ? 'left' : undefined],
    [downstream, both ? 'right' : undefined],
  ] as const) {
    if (members.length > 0) guides.push(...placeSide(members, side, { inner, gap, wide, place }))
  }
  return { positions, guides }
}

/** Tier 0: the 链主 at the very middle, others of its tier around it. Returns the radius they take. */
function placeMiddle(nodes: readonly LayoutNode[], gap: number, place: (node: LayoutNode, at: Point) => void): number {
  const [ego, ...others] = nodes.filter(({ tier }) => tier === 0).sort(byRank)
  if (!ego) return 0
  place(ego, { x: 0, y: 0 })
  return packCircles([{ from: 0, to: 2 * Math.PI, nodes: others }], radiusOf(ego) + gap, gap, place)
}

interface SideSetting {
  inner: number
  gap: number
  wide: number
  place: (node: LayoutNode, at: Point) => void
}

function placeSide(members: readonly LayoutNode[], side: Side, { inner, gap, wide, place }: SideSetting): SceneGuide[] {
  const first = inner + FIRST_GAP
  const half = side !== undefined
  const sweep = half ? Math.PI - 2 * TITLE_ANGLE : 2 * Math.PI - 2 * TITLE_ANGLE
  const arc = { start: -Math.PI / 2 + TITLE_ANGLE, sweep, mirrored: side === 'left' }
  const { sectors, tiers } = bestSectors(members, arc, { first, tierGap: TIER_GAP, gap })
  const guides: SceneGuide[] = []
  let edge = first
  tiers.forEach(({ tier, slices }, i) => {
    const start = i === 0 ? edge : edge + TIER_GAP
    guides.push({ kind: 'ring', radius: start - gap - 10, label: tierTitle(tier), side, stretch: wide })
    edge = packCircles(slices, start, gap, place)
  })
  for (const { from, to, label } of sectors) {
    guides.push({
      kind: 'sector',
      from,
      to,
      label,
      inner: first - gap - 10,
      outer: edge + SECTOR_MARGIN,
      stretch: wide,
    })
  }
  return guides
}
