import Supercluster from 'supercluster'
import { fromCgcs2000, type Crs } from '@domain/geo/crs'
import { encodeTile } from './encodeTile'
import type { PackedPoints } from './packedPoints'
import { PointFeatures, type PlainPoint } from './pointFeatures'
import { gatherStacks, isStack, spotKey, stackFirst, type Spot } from './stacks'
import { FINEST_TILE, MOST_MARKS } from '@domain/geo/pointTiles'
import { EXTENT, finestZoom, tileOf, unitsOf, type Box, type TileAddress } from './tileGrid'

/** A tenth of a tile, fifty pixels where it is drawn 512 wide: circles of neighbouring clusters do not overlap. */
const RADIUS = 400
/** The finest zoom with clusters; the tiles of FINEST_TILE show every spot. */
const CLUSTER_ZOOM = FINEST_TILE - 1

/** A cluster or a single enterprise. Degrees in the system of the drawing. */
export interface PointMark {
  lng: number
  lat: number
  count: number
  cluster: number | null
  creditCode: string | null
}

export interface PointMarks {
  /** The zoom whose clusters these are: the one asked for, or a coarser one. */
  zoom: number
  marks: PointMark[]
}

export interface PointCluster {
  count: number
  /** The first zoom at which it falls apart; null when its enterprises share one spot. */
  expansionZoom: number | null
  creditCodes: string[]
}

/**
 * 企业点位的索引: clusters of every zoom, and below them the spots. Enterprises on the same spot of the finest tiles
 * (half a metre) are a stack with a count, as no zoom would ever part them.
 */
export class PointIndex {
  readonly count: number
  readonly #points: PackedPoints
  readonly #crs: Crs
  readonly #clusters: Supercluster<PlainPoint, { cluster: true }>

  constructor(points: PackedPoints, crs: Crs) {
    this.count = points.count
    this.#points = points
    this.#crs = crs
    this.#clusters = new Supercluster({ radius: RADIUS, extent: EXTENT, maxZoom: CLUSTER_ZOOM })
    this.#clusters.load(new PointFeatures(points, crs))
  }

  /** What stands in a tile and, for the drawing of its edges, a tenth of a tile around it. */
  spots(at: TileAddress): Spot[] {
    const spots = this.#plainSpots(at)
    return at.z > CLUSTER_ZOOM ? gatherStacks(spots, this.count) : spots
  }

  /** The tile as bytes, null where nobody stands. */
  tile(at: TileAddress): Uint8Array<ArrayBuffer> | null {
    const spots = this.spots(at)
    return spots.length === 0 ? null : encodeTile(spots, (id) => this.#points.code(id))
  }

  /** At most 2,000 marks in a box: at a coarser zoom where the one asked for would give more. */
  marks(box: Box, zoom: number): PointMarks {
    for (let z = Math.min(zoom, FINEST_TILE, finestZoom(box)); ; z -= 1) {
      const marks = this.#marksAt(box, z)
      if (marks.length <= MOST_MARKS || z <= 0) return { zoom: z, marks: marks.slice(0, MOST_MARKS) }
    }
  }

  /** A cluster and up to `limit` of its enterprises; null when there is none of this id. */
  cluster(id: number, limit: number): PointCluster | null {
    if (isStack(id, this.count)) return this.#stack(id, limit)
    try {
      const count = this.#clusters
        .getChildren(id)
        .reduce((sum, { properties }) => sum + (properties.point_count ?? 1), 0)
      const leaves = this.#clusters.getLeaves(id, limit)
      const expansionZoom = this.#expansionZoom(id, count)
      return { count, expansionZoom, creditCodes: leaves.map((leaf) => this.#points.code(Number(leaf.id))) }
    } catch {
      // The index has no other way to say that it does not know the id.
      return null
    }
  }

  #plainSpots({ z, x, y }: TileAddress): Spot[] {
    const features = this.#clusters.getTile(z, x, y)?.features ?? []
    return features.map(({ id, geometry, tags }) => ({
      id: Number(id),
      count: tags?.point_count ?? 1,
      x: geometry[0]?.[0] ?? 0,
      y: geometry[0]?.[1] ?? 0,
    }))
  }

  #marksAt(box: Box, zoom: number): PointMark[] {
    const places = new Map<number, [lng: number, lat: number]>()
    const found = this.#clusters.getClusters(box, zoom).map(({ id, properties, geometry }) => {
      const [lng = 0, lat = 0] = geometry.coordinates
      const spot = { id: Number(id), count: properties.point_count ?? 1, ...unitsOf([lng, lat], zoom) }
      places.set(spotKey(spot), [lng, lat])
      return spot
    })
    const spots = zoom > CLUSTER_ZOOM ? gatherStacks(found, this.count) : found
    return spots.map((spot) => {
      const [lng, lat] = places.get(spotKey(spot)) ?? [0, 0]
      const isCluster = spot.count > 1
      const creditCode = isCluster ? null : this.#points.code(spot.id)
      return { lng, lat, count: spot.count, cluster: isCluster ? spot.id : null, creditCode }
    })
  }

  #stack(id: number, limit: number): PointCluster | null {
    const first = stackFirst(id, this.count)
    if (first >= this.count) return null
    const spots = this.#plainSpots(tileOf(this.#drawn(first), FINEST_TILE))
    const own = spots.find((spot) => spot.id === first)
    const members = own ? spots.filter((spot) => spotKey(spot) === spotKey(own)).map((spot) => spot.id) : []
    if (members.length < 2 || Math.min(...members) !== first) return null
    members.sort((a, b) => a - b)
    const creditCodes = members.slice(0, limit).map((member) => this.#points.code(member))
    return { count: members.length, expansionZoom: null, creditCodes }
  }

  #expansionZoom(id: number, count: number): number | null {
    const zoom = this.#clusters.getClusterExpansionZoom(id)
    if (zoom <= CLUSTER_ZOOM) return zoom
    const spots = new Set(
      this.#clusters.getLeaves(id, count).map((leaf) => spotKey(unitsOf(this.#drawn(Number(leaf.id)), FINEST_TILE))),
    )
    return spots.size > 1 ? zoom : null
  }

  #drawn(index: number) {
    return fromCgcs2000(this.#points.at(index), this.#crs)
  }
}
