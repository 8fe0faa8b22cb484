import type { MapGeoJSONFeature } from 'maplibre-gl'
import { FINEST_TILE } from '@/lib/regionPoints'
import type { RegionLook } from '@/lib/regionShape'
import type { PointLayer, PointPick, ScreenPoint } from '@/lib/regionSurface'
import type { EngineMap } from './engineMap'
import { COUNTS, MARK_LAYERS, POINT_LAYERS, pointLayers, POINTS } from './pointStyle'
import { LABELS, RINGS } from './regionStyle'

/** A pointer this near to a mark means it, in pixels. */
const REACH = 3

/** Where a name goes that a disc keeps from its place; sideways it would stand in a neighbour. */
const ASIDE: ('center' | 'top' | 'bottom')[] = ['center', 'top', 'bottom']

/** Enterprises as points on one engine map. */
export class GlPoints {
  private shown: string | null = null

  constructor(
    private readonly map: EngineMap,
    private readonly look: RegionLook,
    private readonly scale: number,
  ) {}

  show(layer: PointLayer | null) {
    const key = layer?.key ?? null
    if (key === this.shown) return
    this.clear()
    this.shown = key
    if (!layer) return
    this.map.addSource(POINTS, { type: 'vector', tiles: [absolute(layer.tiles)], maxzoom: FINEST_TILE })
    for (const style of pointLayers(this.look, this.scale))
      this.map.addLayer(style, style.id === COUNTS ? undefined : RINGS)
    this.map.setLayoutProperty(LABELS, 'text-variable-anchor', ASIDE)
  }

  private clear() {
    if (this.shown === null) return
    for (const id of POINT_LAYERS) this.map.removeLayer(id)
    this.map.removeSource(POINTS)
    this.map.setLayoutProperty(LABELS, 'text-variable-anchor', undefined)
  }

  /** The uppermost mark under a point of the canvas. */
  markAt({ x, y }: ScreenPoint): PointPick | null {
    if (this.shown === null) return null
    const found = this.map.queryRenderedFeatures(
      [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ],
      { layers: MARK_LAYERS },
    )
    for (const feature of found) {
      const pick = pickOf(feature)
      if (pick) return pick
    }
    return null
  }
}

export function pickOf({ properties, geometry }: Pick<MapGeoJSONFeature, 'properties' | 'geometry'>): PointPick | null {
  const { cluster_id: id, point_count: count, code }: Record<string, unknown> = properties
  if (typeof code === 'string') return { kind: 'one', creditCode: code }
  if (typeof id !== 'number' || typeof count !== 'number' || geometry.type !== 'Point') return null
  const [lng = 0, lat = 0] = geometry.coordinates
  return { kind: 'cluster', id, count, at: [lng, lat] }
}

/** A worker that is no file of ours has no address of its own to complete this one. */
const absolute = (tiles: string) => (tiles.startsWith('/') ? location.origin + tiles : tiles)
