import type { LngLat } from '@domain/geo/crs'
import { tileOf, type TileAddress } from '@server/tiles/tileGrid'

/** A full-screen map, 1920 × 1080, tiles drawn 512 wide. */
const SCREEN = { across: 1920 / 512, down: 1080 / 512 }
const MAX_ZOOM = 14

const SHENYANG: LngLat = [123.45, 41.8]
const DALIAN: LngLat = [121.62, 38.92]
const PROVINCE: LngLat = [122.3, 41.1]

/** One look at the map. */
type Look = [centre: LngLat, zoom: number]

/** 缩放平移: from the province into a city, around there, out, and into another. */
function looks(): Look[] {
  const into = (centre: LngLat) => Array.from({ length: MAX_ZOOM - 5 }, (_none, step): Look => [centre, 6 + step])
  const around = ([lng, lat]: LngLat, zoom: number) =>
    [1, 2, 3, 4].map((step): Look => [[lng + (step * 300) / 2 ** zoom, lat - (step * 100) / 2 ** zoom], zoom])
  return [
    [PROVINCE, 6],
    ...into(SHENYANG),
    ...around(SHENYANG, 14),
    ...around(SHENYANG, 12),
    ...around(SHENYANG, 10),
    ...around(PROVINCE, 8),
    ...into(DALIAN),
    ...around(DALIAN, 13),
  ]
}

/** The tiles that a map asks for on the way, each once: it keeps what it has. */
export function mapWalk(): TileAddress[] {
  const asked = new Map<string, TileAddress>()
  for (const [centre, z] of looks()) {
    const middle = tileOf(centre, z)
    const [right, below] = [Math.ceil(SCREEN.across / 2), Math.ceil(SCREEN.down / 2)]
    for (let x = middle.x - right; x <= middle.x + right; x += 1) {
      for (let y = middle.y - below; y <= middle.y + below; y += 1) {
        if (x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z) asked.set(`${z}/${x}/${y}`, { z, x, y })
      }
    }
  }
  return [...asked.values()]
}
