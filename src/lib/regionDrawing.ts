import { MOST_VERTICES, readRing, writeRing } from '@domain/geo/areaRing'
import type { LngLat, Ring, ScreenPoint } from './regionSurface'

export { MOST_VERTICES }

/** Corners of a box between two opposite ones, in the order the server writes them. */
export function rectangleRing([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): Ring {
  const [west, east] = [Math.min(lng1, lng2), Math.max(lng1, lng2)]
  const [south, north] = [Math.min(lat1, lat2), Math.max(lat1, lat2)]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

/** The ring as it will be asked for, or why it cannot be: the one rule that the server applies too. */
export function checkRing(ring: readonly LngLat[]): { ring: Ring } | { fault: string } {
  const read = readRing(writeRing(ring.map(([lng, lat]) => [lng, lat])))
  return 'fault' in read ? read : { ring: read.map(([lng, lat]) => [lng, lat]) }
}

export const distanceOf = (a: ScreenPoint, b: ScreenPoint) => Math.hypot(a.x - b.x, a.y - b.y)

/** SVG path through points of the screen. */
export function pathThrough(points: readonly ScreenPoint[], closed: boolean): string {
  if (!points.length) return ''
  return `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`
}
