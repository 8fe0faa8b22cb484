import type { Point } from '@/graph/camera'
import { radiusOf, type LayoutNode } from './layoutNode'

/** A slice of the circle that belongs to one group; nodes by rank, the largest first. */
export interface Slice {
  from: number
  to: number
  nodes: readonly LayoutNode[]
}

/** Half the angle a disc takes on a circle. Sums of these keep chords apart: sin is concave up to a quarter turn. */
const halfAngle = (radius: number, circle: number) => Math.asin(Math.min(1, radius / circle))

/**
 * Fills concentric circles from `start` outwards, each slice with its own nodes, as many circles as it takes. Discs never
 * touch: on a circle by their angles, between circles because each circle leaves room for its largest disc.
 * Returns the radius behind the last circle.
 */
export function packCircles(
  slices: readonly Slice[],
  start: number,
  gap: number,
  place: (node: LayoutNode, at: Point) => void,
): number {
  const taken = slices.map(() => 0)
  const half = gap / 2
  let edge = start
  while (slices.some(({ nodes }, i) => (taken[i] ?? 0) < nodes.length)) {
    const largest = Math.max(...slices.map(({ nodes }, i) => sizeAt(nodes, taken[i] ?? 0)))
    const circle = edge + largest + half
    slices.forEach((slice, i) => {
      taken[i] = (taken[i] ?? 0) + fillArc(slice, taken[i] ?? 0, circle, half, place)
    })
    edge = circle + largest + half
  }
  return edge
}

function sizeAt(nodes: readonly LayoutNode[], index: number): number {
  const node = nodes[index]
  return node ? radiusOf(node) : 0
}

/** Puts as many nodes of the slice on the circle as fit, spread evenly; says how many. */
function fillArc(
  { from, to, nodes }: Slice,
  first: number,
  circle: number,
  half: number,
  place: (node: LayoutNode, at: Point) => void,
): number {
  const room = to - from
  let used = 0
  let last = first
  for (; last < nodes.length; last++) {
    const need = 2 * halfAngle(sizeAt(nodes, last) + half, circle)
    if (used + need > room) break
    used += need
  }
  const spare = last === first ? 0 : (room - used) / (last - first)
  let angle = from
  for (let i = first; i < last; i++) {
    const node = nodes[i]
    if (!node) continue
    const arm = halfAngle(radiusOf(node) + half, circle) + spare / 2
    angle += arm
    place(node, { x: Math.cos(angle) * circle, y: Math.sin(angle) * circle })
    angle += arm
  }
  return last - first
}
