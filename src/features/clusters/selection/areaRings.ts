import { CHINA_BOX, readRing, writeRing } from '@domain/geo/areaRing'
import { rectangleRing } from '@/lib/regionDrawing'
import type { Bounds } from '@/lib/regionShape'
import type { LngLat, Ring } from '@/lib/regionSurface'

/** As the address carries it: five decimals, about a metre. */
export const areaText = (ring: readonly LngLat[]) => writeRing(ring.map(([lng, lat]) => [lng, lat]))

/** 当前视野 as an area; null where nothing of the country is in view. */
export function areaOfView([west, south, east, north]: Bounds): string | null {
  const [left, bottom, right, top] = CHINA_BOX
  const low: LngLat = [Math.max(west, left), Math.max(south, bottom)]
  const high: LngLat = [Math.min(east, right), Math.min(north, top)]
  return low[0] < high[0] && low[1] < high[1] ? areaText(rectangleRing(low, high)) : null
}

/** The ring of an address; the view has checked it. */
export function ringOfArea(area: string | null): Ring | null {
  const ring = area === null ? null : readRing(area)
  return ring === null || 'fault' in ring ? null : ring
}
