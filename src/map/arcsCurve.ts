import { distanceOf } from '@/lib/regionDrawing'
import type { ScreenPoint } from '@/lib/regionSurface'

/** A curve as short straight pieces, in CSS pixels. */
export type Curve = readonly ScreenPoint[]

const PIECE_PX = 14
const FEWEST = 6
const MOST = 36

/**
 * A quadratic curve that bows to the left of its way by `bend` of the distance: there and back lie on either side.
 * `bend` 0 is a straight line; the apex stands `bend × distance` off it.
 */
export function bowed(from: ScreenPoint, to: ScreenPoint, bend: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const control = { x: (from.x + to.x) / 2 + 2 * bend * dy, y: (from.y + to.y) / 2 - 2 * bend * dx }
  const pieces = Math.round(Math.min(MOST, Math.max(FEWEST, (Math.hypot(dx, dy) * (1 + bend)) / PIECE_PX)))
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = i / pieces
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y }
  })
}

/** A loop above a disc, for supplies within one place; anticlockwise from its right foot to its left. */
export function looped({ x, y }: ScreenPoint, radius: number, reach: number): Curve {
  const half = reach / 2
  const middle = y - radius - half * 0.8
  const [start, end] = [Math.PI * 0.32, Math.PI * 0.68]
  const sweep = 2 * Math.PI - (end - start)
  return Array.from({ length: 19 }, (_, i) => {
    const angle = start - (sweep * i) / 18
    return { x: x + half * Math.cos(angle), y: middle + half * Math.sin(angle) }
  })
}

/** What of a curve lies outside of the discs at its ends. Empty where the discs swallow it. */
export function between(curve: Curve, startRadius: number, endRadius: number): Curve {
  const tail = leaving(curve, startRadius)
  return [...leaving([...tail].reverse(), endRadius, curve[curve.length - 1])].reverse()
}

/** From where it leaves the disc around its first point, or around another one. */
function leaving(curve: Curve, radius: number, middle = curve[0]): Curve {
  if (!middle || radius <= 0) return curve
  const first = curve.findIndex((point) => distanceOf(point, middle) > radius)
  const [outside, inside] = [curve[first], curve[first - 1]]
  if (!outside) return []
  if (!inside) return curve
  const [near, far] = [distanceOf(inside, middle), distanceOf(outside, middle)]
  return [mixed(inside, outside, (radius - near) / (far - near)), ...curve.slice(first)]
}

const mixed = (a: ScreenPoint, b: ScreenPoint, t: number): ScreenPoint => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
})

export function lengthOf(curve: Curve): number {
  let length = 0
  for (let i = 1; i < curve.length; i++) length += distanceOf(at(curve, i - 1), at(curve, i))
  return length
}

/** The stretch between two lengths from its start. */
export function stretch(curve: Curve, start: number, end: number): Curve {
  const out: ScreenPoint[] = []
  let passed = 0
  for (let i = 1; i < curve.length && passed < end; i++) {
    const [a, b] = [at(curve, i - 1), at(curve, i)]
    const piece = distanceOf(a, b)
    if (piece > 0 && passed + piece > start) {
      if (!out.length) out.push(mixed(a, b, Math.max(0, (start - passed) / piece)))
      out.push(mixed(a, b, Math.min(1, (end - passed) / piece)))
    }
    passed += piece
  }
  return out
}

/** The outline of a band along a curve that widens from its start to its end; both widths are whole, not half. */
export function ribbon(curve: Curve, startWidth: number, endWidth: number): ScreenPoint[] {
  const last = curve.length - 1
  if (last < 1) return []
  const left: ScreenPoint[] = []
  const right: ScreenPoint[] = []
  curve.forEach((point, i) => {
    const [before, after] = [at(curve, Math.max(0, i - 1)), at(curve, Math.min(last, i + 1))]
    const long = distanceOf(before, after) || 1
    const half = (startWidth + ((endWidth - startWidth) * i) / last) / 2
    const [nx, ny] = [((after.y - before.y) / long) * half, ((before.x - after.x) / long) * half]
    left.push({ x: point.x + nx, y: point.y + ny })
    right.push({ x: point.x - nx, y: point.y - ny })
  })
  return [...left, ...right.reverse()]
}

/** How far a point is from the nearest place of a curve. */
export function distanceTo(curve: Curve, point: ScreenPoint): number {
  let nearest = Infinity
  for (let i = 1; i < curve.length; i++) {
    const [a, b] = [at(curve, i - 1), at(curve, i)]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const square = dx * dx + dy * dy
    const share = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0
    nearest = Math.min(nearest, distanceOf(point, mixed(a, b, Math.min(1, Math.max(0, share)))))
  }
  return nearest
}

const NOWHERE: ScreenPoint = { x: NaN, y: NaN }
const at = (curve: Curve, i: number): ScreenPoint => curve[i] ?? NOWHERE
