import type { Point } from '@/graph/camera'

/** The curve of an edge: a quadratic Bézier from the supplier over one control point to the buyer. */
export interface Curve {
  source: Point
  control: Point
  target: Point
}

/** Beside the middle, to the left of the way from source to target, by `bend` times the length. */
export function controlPoint(source: Point, target: Point, bend: number): Point {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  return { x: (source.x + target.x) / 2 + dy * bend, y: (source.y + target.y) / 2 - dx * bend }
}

export function pointOn({ source, control, target }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * source.x + 2 * u * t * control.x + t * t * target.x,
    y: u * u * source.y + 2 * u * t * control.y + t * t * target.y,
  }
}

const CHORDS = 16

/** Distance of a point from the curve, by the nearest of sixteen chords: good to a fraction of a pixel for gentle bends. */
export function distanceTo(curve: Curve, at: Point): number {
  let least = Infinity
  let a = curve.source
  for (let i = 1; i <= CHORDS; i++) {
    const b = pointOn(curve, i / CHORDS)
    least = Math.min(least, distanceToChord(a, b, at))
    a = b
  }
  return least
}

function distanceToChord(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length))
  return Math.hypot(at.x - a.x - t * dx, at.y - a.y - t * dy)
}
