import type { Point } from '@/graph/camera'
import type { Box } from '@/graph/scene'

/** Flat drawing steps: M and L take a point, Q two, C three. */
export type RouteStep =
  | ['M' | 'L', number, number]
  | ['Q', number, number, number, number]
  | ['C', number, number, number, number, number, number]

const round = (value: number) => Math.round(value * 100) / 100

/** Straight legs through the points with rounded corners; starts with a line to the first point. */
export function roundedLegs(points: Point[], radius: number): RouteStep[] {
  const legs: RouteStep[] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) {
      legs.push(['L', round(point.x), round(point.y)])
      return
    }
    const from = towards(point, before, radius)
    const to = towards(point, after, radius)
    legs.push(['L', round(from.x), round(from.y)], ['Q', round(point.x), round(point.y), round(to.x), round(to.y)])
  })
  return legs
}

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  const share = distance === 0 ? 0 : Math.min(0.5, length / distance)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** A calm S between two vertical fronts: leaves and arrives horizontally. */
export function sCurve(from: Point, to: Point): RouteStep {
  const bend = (to.x - from.x) * 0.5
  return ['C', round(from.x + bend), round(from.y), round(to.x - bend), round(to.y), round(to.x), round(to.y)]
}

/** An arc that leaves and returns to the same front, bulging by `bulge` (negative: to the left). */
export function bulgeCurve(from: Point, to: Point, bulge: number): RouteStep {
  const depth = bulge * 1.33
  return ['C', round(from.x + depth), round(from.y), round(to.x + depth), round(to.y), round(to.x), round(to.y)]
}

export const moveTo = (point: Point): RouteStep => ['M', round(point.x), round(point.y)]

/** The end points and control points in order; the curve lies inside their hull. */
export function pointsOf(step: RouteStep): Point[] {
  const points: Point[] = []
  for (let i = 1; i < step.length; i += 2) points.push({ x: Number(step[i]), y: Number(step[i + 1]) })
  return points
}

export function boundsOf(steps: RouteStep[], margin: number): Box {
  const points = steps.flatMap(pointsOf)
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const x = Math.min(...xs) - margin
  const y = Math.min(...ys) - margin
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y }
}

/** Points of the route at even distances, for things that travel along it at an even pace. */
export function sampleRoute(steps: RouteStep[], spacing: number): Point[] {
  const dense = densePoints(steps)
  const samples: Point[] = dense.slice(0, 1)
  let walked = 0
  for (let i = 1; i < dense.length; i++) {
    const [from, to] = [dense[i - 1]!, dense[i]!]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    for (let next = samples.length * spacing; next <= walked + length; next += spacing) {
      const share = (next - walked) / length
      samples.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    }
    walked += length
  }
  return samples
}

/** Points per curve when it is taken apart: smooth for curves as long as a screen. */
const CURVE_POINTS = 48

function densePoints(steps: RouteStep[]): Point[] {
  const dense: Point[] = []
  for (const step of steps) {
    const points = pointsOf(step)
    const at = dense[dense.length - 1]
    if (step[0] === 'M' || step[0] === 'L' || !at) dense.push(points[points.length - 1]!)
    else for (let i = 1; i <= CURVE_POINTS; i++) dense.push(bezierAt([at, ...points], i / CURVE_POINTS))
  }
  return dense
}

/** De Casteljau: works for quadratic and cubic curves alike. */
function bezierAt(hull: Point[], t: number): Point {
  let level = hull
  while (level.length > 1) {
    level = level.slice(1).map((point, i) => {
      const before = level[i]!
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t }
    })
  }
  return level[0]!
}
