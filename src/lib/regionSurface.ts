import type { Bounds, RegionLook, RegionPicture } from './regionShape'

/** Longitude and latitude in degrees. */
export type LngLat = readonly [lng: number, lat: number]

/** CSS pixels from the upper left corner of the surface. */
export interface ScreenPoint {
  x: number
  y: number
}

/** Where a map looks: zoom counts as drawing engines do, the world being 512 pixels wide at 0. */
export interface Camera {
  centre: LngLat
  zoom: number
}

/** One enterprise, or a cluster of `count` of them. */
export interface PointMark {
  lng: number
  lat: number
  count: number
  /** Number of the cluster; null for one enterprise. */
  cluster: number | null
  /** 统一社会信用代码 of the one enterprise; null for a cluster. */
  creditCode: string | null
}

/** Enterprises as points (企业点位), however many: tiles for drawing engines, marks of one view for the fallback. */
export interface PointLayer {
  /** Another key is another set of points. */
  key: string
  /** Address of vector tiles with {z}, {x} and {y}; their layer is named `points`. */
  tiles: string
  /** The marks within bounds; `zoom` is a whole number as in the address of a tile. */
  marks: (bounds: Bounds, zoom: number) => Promise<PointMark[]>
}

export type PointPick =
  { kind: 'one'; creditCode: string } | { kind: 'cluster'; id: number; count: number; at: [lng: number, lat: number] }

/** What is drawn by hand (圈选). */
export type DrawingKind = 'rectangle' | 'polygon'

/** Corners in order; the first is not repeated at the end. */
export type Ring = [lng: number, lat: number][]

/** From whose side a supply relation is told: 供入, 供出, or between firms of one area (本地). */
export type ArcTone = 'in' | 'out' | 'within'

/** One supply relation (供应关系), or several of one pair of places together: from the supplier to the buyer. */
export interface MapArc {
  id: string
  from: LngLat
  to: LngLat
  /** CSS pixels where words have their usual size; `arcWidth` makes them of amounts. */
  width: number
  /** 推断: not asserted by a document. */
  dashed: boolean
  tone: ArcTone
  /** Told when pointed at; lines are kept. */
  label: string
  /** How hard a stop (推演停摆) hits it, 0 to 1. Where any arc has one, those without stand back. */
  level?: number
}

/** `ego`: the firm looked at, starred. `far`: another province. `hit`: reached by a stop. */
export type StopTone = 'ego' | 'local' | 'far' | 'hit'

/** A place where arcs end, such as a county with all its firms. */
export interface MapStop {
  id: string
  at: LngLat
  /** Written into the disc where it has room. */
  count: number
  /** Written beside the disc where it has room, and at the border where the place is out of sight. */
  label: string
  tone: StopTone
  /** Radius in CSS pixels where words have their usual size; `stopSize` makes it of counts. */
  size: number
}

/** What draws a picture, whatever draws it: the props … */
export interface SurfaceProps {
  picture: RegionPicture
  look: RegionLook
  selected: string | null
  hovered: string | null
  points?: PointLayer | null
}

/** … the events … */
export interface SurfaceEvents {
  pick: [code: string]
  pickPoint: [pick: PointPick]
  /** What is under the pointer. */
  point: [code: string | null, at: ScreenPoint]
  /** Moved by hand or by a button, not by `follow`. */
  move: [camera: Camera]
  /** Points of the screen lie elsewhere than before, for whatever reason. */
  shift: []
  /** A sentence for the screen: the map goes on, but not as expected. */
  say: [message: string]
  problem: [reason: unknown]
}

/** … and the calls. The host element tells tests `data-map-state` = loading | moving | idle and `data-camera` = "lng,lat,zoom". */
export interface Surface {
  zoomIn: () => void
  zoomOut: () => void
  fit: () => void
  /** Looks where another map looks, without telling of it. */
  follow: (camera: Camera) => void
  /** Null while there is no map yet. */
  project: (at: LngLat) => ScreenPoint | null
  unproject: (point: ScreenPoint) => [lng: number, lat: number] | null
  viewBounds: () => Bounds | null
}

export type SurfaceState = 'loading' | 'moving' | 'idle'

/** Tells tests and benches where the map is; straight to the element, as it changes with every frame. */
export function tellState(host: HTMLElement | null, state: SurfaceState, camera?: Camera | null) {
  if (!host) return
  host.dataset.mapState = state
  if (!camera) return
  const [lng, lat] = camera.centre
  host.dataset.camera = `${lng.toFixed(6)},${lat.toFixed(6)},${camera.zoom.toFixed(4)}`
}
