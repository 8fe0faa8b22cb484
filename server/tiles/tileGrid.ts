import type { LngLat } from '@domain/geo/crs'

/** Units along an edge of a tile; the coordinates inside a tile are whole units. */
export const EXTENT = 4096
/** A screen covers about twenty tiles; a box of more is answered at a coarser zoom. */
const MOST_TILES = 64

export interface TileAddress {
  z: number
  x: number
  y: number
}

/** Degrees. */
export type Box = [west: number, south: number, east: number, north: number]

/** Web Mercator (EPSG:3857), the whole world from 0 to 1, x eastward and y southward. */
function worldOf([lng, lat]: LngLat): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI
  return [lng / 360 + 0.5, Math.min(Math.max(y, 0), 1)]
}

export function tileOf(point: LngLat, z: number): TileAddress {
  const [x, y] = worldOf(point)
  const within = (part: number) => Math.min(Math.floor(part * 2 ** z), 2 ** z - 1)
  return { z, x: within(x), y: within(y) }
}

/** A point in whole units of a zoom, counted over the whole world. */
export function unitsOf(point: LngLat, z: number): { x: number; y: number } {
  const [x, y] = worldOf(point)
  return { x: Math.round(x * 2 ** z * EXTENT), y: Math.round(y * 2 ** z * EXTENT) }
}

/** The finest zoom at which a box is covered by a few dozen tiles. */
export function finestZoom([west, south, east, north]: Box): number {
  const [left, top] = worldOf([west, north])
  const [right, bottom] = worldOf([east, south])
  const worlds = Math.max((right - left) * (bottom - top), Number.MIN_VALUE)
  return Math.max(Math.floor(Math.log2(MOST_TILES / worlds) / 2), 0)
}
