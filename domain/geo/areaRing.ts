import type { LngLat } from './crs'

/*
 * 圈选范围: a ring that a person draws on the map. Its edges are straight on the map, that is in Web Mercator, not in
 * degrees; over a province the two differ by kilometres.
 */

export const FEWEST_VERTICES = 3
export const MOST_VERTICES = 60
/** West, south, east, north of the country with its seas, rounded outwards. */
export const CHINA_BOX = [73, 3, 136, 54] as const

/** What is wrong with a ring, as a sentence. */
export interface RingFault {
  fault: string
}

const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/

/** Reads "lng,lat;lng,lat;…"; a last vertex equal to the first one closes the ring and is dropped. */
export function readRing(text: string): LngLat[] | RingFault {
  const pairs = text.split(';').map((pair) => pair.split(','))
  if (!pairs.every((pair) => pair.length === 2 && pair.every((part) => NUMBER.test(part))))
    return { fault: '圈选范围应写成“经度,纬度;经度,纬度;…”，单位为度' }
  const ring = pairs.map(([lng, lat]): LngLat => [Number(lng), Number(lat)])
  const first = ring[0]
  const last = ring[ring.length - 1]
  if (ring.length > 1 && first && last && isSame(first, last)) ring.pop()
  const fault = faultOf(ring)
  return fault === null ? ring : { fault }
}

/** Five decimals of a degree are about a metre. */
export const writeRing = (ring: readonly LngLat[]) =>
  ring.map((point) => point.map((degrees) => String(Number(degrees.toFixed(5)))).join(',')).join(';')

function faultOf(ring: readonly LngLat[]): string | null {
  if (ring.length < FEWEST_VERTICES || ring.length > MOST_VERTICES)
    return `圈选范围应有 ${FEWEST_VERTICES} 至 ${MOST_VERTICES} 个顶点，现有 ${ring.length} 个`
  const [west, south, east, north] = CHINA_BOX
  const outside = ring.findIndex(([lng, lat]) => lng < west || lng > east || lat < south || lat > north)
  if (outside >= 0) return `圈选范围的第 ${outside + 1} 个顶点不在中国境内，经纬度可能写反了`
  if (ring.some((point, i) => isSame(point, at(ring, i + 1)))) return '圈选范围有重复的顶点'
  return crossesItself(ring) ? '圈选范围的边自相交或重叠，请重新画' : null
}

const at = (ring: readonly LngLat[], i: number): LngLat => ring[i % ring.length] ?? [NaN, NaN]

const isSame = (a: LngLat, b: LngLat) => a[0] === b[0] && a[1] === b[1]

/** Edges may meet only where the ring goes on from one to the next; an edge going back on itself encloses nothing. */
function crossesItself(ring: readonly LngLat[]): boolean {
  const flat = ring.map(flatten)
  const n = flat.length
  for (let i = 0; i < n; i += 1) {
    if (turn(at(flat, i), at(flat, i + 1), at(flat, i + 2)) === 0 && isBack(flat, i)) return true
    for (let j = i + 2; j < n; j += 1) {
      const isNeighbour = i === 0 && j === n - 1
      if (!isNeighbour && meet(at(flat, i), at(flat, i + 1), at(flat, j), at(flat, j + 1))) return true
    }
  }
  return false
}

function isBack(ring: readonly LngLat[], i: number): boolean {
  const [a, b, c] = [at(ring, i), at(ring, i + 1), at(ring, i + 2)]
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0
}

/** On which side of a→b the point c lies. */
const turn = (a: LngLat, b: LngLat, c: LngLat) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const isBetween = (a: LngLat, b: LngLat, c: LngLat) =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1])

function meet(a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean {
  const [c1, d1, a2, b2] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (c1 !== d1 && a2 !== b2) return true
  return (
    (c1 === 0 && isBetween(a, b, c)) ||
    (d1 === 0 && isBetween(a, b, d)) ||
    (a2 === 0 && isBetween(c, d, a)) ||
    (b2 === 0 && isBetween(c, d, b))
  )
}

const RADIANS = Math.PI / 180

/** Web Mercator in degrees: longitudes stay, latitudes stretch. */
const flatten = ([lng, lat]: LngLat): LngLat => [lng, Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS]
const unflatten = ([lng, y]: LngLat): LngLat => [lng, (2 * Math.atan(Math.exp(y * RADIANS)) - Math.PI / 2) / RADIANS]

/** A chord of this many degrees strays less than a metre from a line of the map, and from the wave of GCJ-02. */
const STEP = 0.02
const MOST_PIECES = 600

/**
 * The same ring with vertices so close together that it may be read in degrees and moved to another coordinate system
 * vertex by vertex. `isStraight` edges (parallels and meridians in the system asked about) need none.
 */
export function denseRing(ring: readonly LngLat[], isStraight: (a: LngLat, b: LngLat) => boolean): LngLat[] {
  const longest = Math.max(
    STEP,
    ring.reduce((sum, point, i) => sum + distance(point, at(ring, i + 1)), 0) / MOST_PIECES,
  )
  return ring.flatMap((point, i) => {
    const next = at(ring, i + 1)
    const pieces = isStraight(point, next) ? 1 : Math.max(1, Math.ceil(distance(point, next) / longest))
    const [from, to] = [flatten(point), flatten(next)]
    const inner = Array.from({ length: pieces - 1 }, (_none, k): LngLat => {
      const share = (k + 1) / pieces
      return unflatten([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
    })
    return [point, ...inner]
  })
}

const distance = (a: LngLat, b: LngLat) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]))

/** Parallels and meridians are straight in degrees as they are on the map. */
export const isAxial = (a: LngLat, b: LngLat) => a[0] === b[0] || a[1] === b[1]
