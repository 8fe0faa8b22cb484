/** Degrees, longitude first; what follows (height) is left alone. */
export type OutlinePoint = readonly number[]
export type OutlineRing = readonly OutlinePoint[]
/** The outer ring, then its holes. */
export type OutlinePolygon = readonly OutlineRing[]

/** Twice the area in square degrees; positive when the ring runs counter-clockwise with north up. */
export function signedArea(ring: OutlineRing): number {
  let sum = 0
  for (let i = 0; i < ring.length; i += 1) {
    const [x = 0, y = 0] = ring[i] ?? []
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
    sum += x * nextY - nextX * y
  }
  return sum
}

/** RFC 7946: outer rings counter-clockwise, holes clockwise; drawing engines tell holes from islands by it. */
export function wound(polygon: OutlinePolygon): OutlineRing[] {
  return polygon.map((ring, i) => {
    const isForward = signedArea(ring) > 0
    return isForward === (i === 0) ? ring : [...ring].reverse()
  })
}

/** Horizontal lines tried through a polygon; more would not move a label visibly. */
const LINES = 24

/** A point well inside the largest polygon, for labels: the middle of a place that is wide and high at once. */
export function interiorPoint(polygons: readonly OutlinePolygon[]): [lng: number, lat: number] | null {
  const largest = [...polygons].sort((a, b) => outerArea(b) - outerArea(a))[0]
  const outer = largest?.[0]
  if (!largest || !outer) return null
  const heights = outer.map(([, y = 0]) => y)
  const [south, north] = extent(heights)
  let best: { at: [number, number]; room: number } | null = null
  for (let i = 0; i < LINES; i += 1) {
    const y = south + ((i + 0.5) / LINES) * (north - south)
    for (const [from, to] of spans(largest, 0, y)) {
      const x = (from + to) / 2
      const height = spans(largest, 1, x).find(([low, high]) => low <= y && y <= high)
      const width = (to - from) * Math.cos((y * Math.PI) / 180)
      const depth = height ? 2 * Math.min(y - height[0], height[1] - y) : 0
      // Of places with equal room the one in the middle.
      const room = Math.min(width, depth) + (width + depth) / 100
      if (!best || room > best.room) best = { at: [x, y], room }
    }
  }
  return best?.at ?? null
}

const outerArea = ([outer = []]: OutlinePolygon) => Math.abs(signedArea(outer))

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Infinity, -Infinity],
  )
}

/** Stretches inside the polygon along a parallel (axis 0: of longitude) or a meridian (axis 1: of latitude). */
function spans(polygon: OutlinePolygon, axis: 0 | 1, at: number): [number, number][] {
  const crossings = polygon.flatMap((ring) => crossingsOf(ring, axis, at)).sort((a, b) => a - b)
  const pairs: [number, number][] = []
  for (let i = 0; i + 1 < crossings.length; i += 2) pairs.push([crossings[i] ?? 0, crossings[i + 1] ?? 0])
  return pairs
}

function crossingsOf(ring: OutlineRing, axis: 0 | 1, at: number): number[] {
  const across = 1 - axis
  const found: number[] = []
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i] ?? []
    const b = ring[(i + 1) % ring.length] ?? []
    const [ay = 0, by = 0, ax = 0, bx = 0] = [a[across], b[across], a[axis], b[axis]]
    if (ay > at !== by > at) found.push(ax + ((at - ay) / (by - ay)) * (bx - ax))
  }
  return found
}
