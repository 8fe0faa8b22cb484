import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { Spot } from './stacks'
import { countLabel } from '@domain/geo/pointTiles'
import { EXTENT } from './tileGrid'

const LAYER = 'points'

/** Mapbox Vector Tile 2.1: clusters carry `point_count`, `cluster_id`, `label`; single enterprises `code`. */
export function encodeTile(spots: readonly Spot[], codeOf: (id: number) => string): Uint8Array<ArrayBuffer> {
  const features = spots.map(({ id, count, x, y }) => ({
    id,
    type: 1 as const,
    geometry: [[x, y] as [number, number]],
    tags: count > 1 ? { point_count: count, cluster_id: id, label: countLabel(count) } : { code: codeOf(id) },
  }))
  const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
  layer.name = LAYER
  // A copy of its own length: what the encoder hands out is a window on a larger buffer.
  return new Uint8Array(fromVectorTileJs({ layers: { [LAYER]: layer } }))
}
