import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { Texture, TextureColours } from './hatch'

/** A division as it is drawn: joined to figures by its code, never by its name or position. */
export interface RegionShape {
  /** Six digits, GB/T 2260. */
  code: string
  name: string
  /** The city it belongs to; null where it belongs to the province directly. */
  city: string | null
  /** A point inside, longitude and latitude in degrees. */
  centre: [number, number]
  geometry: Polygon | MultiPolygon
}

/** Everything a map of divisions shows; the engines only paint it. */
export interface RegionPicture {
  /** What can be pointed at and picked. */
  shapes: readonly RegionShape[]
  /** Neighbours, faint and without figures. */
  context: readonly RegionShape[]
  /** Stronger lines, such as those between cities. */
  borders: MultiLineString
  /** Code → colour; a shape without one is hatched as 缺, … */
  fills: ReadonlyMap<string, string>
  /** … or dotted as 不公布. */
  suppressed?: ReadonlySet<string>
  /** Code → words on the map. */
  labels: ReadonlyMap<string, string>
  /** What the whole view shows where that is less than all shapes, the rest being in an inset (附图). */
  extent?: Bounds
}

export interface RegionLook {
  background: string
  context: string
  line: string
  border: string
  text: string
  halo: string
  hatch: TextureColours
  dots: TextureColours
  hovered: string
  selected: string
  points: PointLook
  /** 圈选: line on casing, so that it shows on any ground. */
  area: { line: string; casing: string; fill: string; broken: string }
}

/** Disc and ring differ from each other so much that one of them shows on any ground. */
export interface PointLook {
  disc: string
  ring: string
  text: string
}

export type Bounds = [west: number, south: number, east: number, north: number]

export type RegionFills = Pick<RegionPicture, 'fills' | 'suppressed'>

/** What a division without a colour is drawn with; null where it has one. */
export function textureOf({ fills, suppressed }: RegionFills, code: string): Texture | null {
  if (suppressed?.has(code)) return 'dots'
  return fills.has(code) ? null : 'hatch'
}

/** The paint of a division on a canvas: its colour, or a texture. */
export function paintOf<Pattern>(picture: RegionFills, code: string, patterns: Record<Texture, Pattern>) {
  const texture = textureOf(picture, code)
  return texture === null ? (picture.fills.get(code) ?? patterns.hatch) : patterns[texture]
}

/** Degrees that the whole view shows. */
export const extentOf = ({ shapes, extent }: Pick<RegionPicture, 'shapes' | 'extent'>): Bounds | null =>
  extent ?? boundsOf(shapes)

/** Degrees around all given shapes. */
export function boundsOf(shapes: Iterable<RegionShape>): Bounds | null {
  let bounds: Bounds | null = null
  for (const { geometry } of shapes)
    for (const ring of ringsOf(geometry)) for (const point of ring) bounds = grown(bounds, point)
  return bounds
}

function grown(bounds: Bounds | null, [x = 0, y = 0]: Position): Bounds {
  if (!bounds) return [x, y, x, y]
  return [Math.min(bounds[0], x), Math.min(bounds[1], y), Math.max(bounds[2], x), Math.max(bounds[3], y)]
}

export function ringsOf(geometry: RegionShape['geometry']): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** GeoJSON with the code as numeric id, so that engines can keep a state for each. */
export function toFeature({
  code,
  name,
  geometry,
}: RegionShape): Feature<Polygon | MultiPolygon, { code: string; name: string }> {
  return { type: 'Feature', id: Number(code), properties: { code, name }, geometry }
}

/** Web Mercator of a point in degrees, y downwards; in degrees of longitude at the equator. */
export function mercator([lng = 0, lat = 0]: Position): [number, number] {
  return [lng, (-180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))]
}

/** Degrees of a point of that plane. */
export function unmercator([x = 0, y = 0]: Position): [number, number] {
  return [x, (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90]
}
