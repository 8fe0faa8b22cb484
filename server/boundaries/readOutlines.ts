import { CHINA_BOX } from '@domain/geo/areaRing'
import { wound, type OutlinePolygon, type OutlineRing } from '@domain/geo/outline'
import { listed } from './faultList'
import { codeProperty, nameIn, sixDigits, type Properties } from './outlineCode'

/** One division of a file, checked: degrees, closed rings, RFC 7946 winding. */
export interface Outline {
  code: string
  /** As the file calls it; '' when it does not. */
  name: string
  polygons: OutlinePolygon[]
}

/** Either what a file holds or every fault found in it. */
export type Outcome<T> = { faults: string[] } | { value: T; notes: string[] }

interface Given {
  properties: Properties
  geometry: { type: string; coordinates?: unknown } | null
  label: string
}

const FEWEST_POINTS = 4

/** GeoJSON FeatureCollection of polygons in degrees, each with a division code. */
export function readOutlines(text: string): Outcome<Outline[]> {
  if (isOverburdened(text)) return { faults: ['文件不是界线文件：对象过多或嵌套过深'] }
  const parsed = parse(text)
  if (parsed === null)
    return { faults: ['文件不是 GeoJSON：内容不是有效的 JSON。Shapefile 请先用 GIS 软件另存为 GeoJSON'] }
  const projected = projectedCrs(parsed)
  if (projected !== null) return { faults: [`文件声明的坐标系是 ${projected}（投影坐标），请先转换为经纬度（度）`] }
  const features = featuresOf(parsed)
  if (features === null) return { faults: ['文件不是 GeoJSON FeatureCollection（要素集合）'] }
  if (features.length === 0) return { faults: ['文件里没有图形'] }
  const key = codeProperty(features.map(({ properties }) => properties))
  if (key === null)
    return { faults: ['没有找到每个图形都有的行政区划代码属性（如 adcode、gb、XZQDM、区划代码），无法与名录对应'] }
  const faults = [...geometryFaults(features), ...coordinateFaults(features)]
  if (faults.length > 0) return { faults }
  const value = features.map(({ properties, geometry }) => ({
    code: sixDigits(properties[key]) ?? '',
    name: nameIn(properties),
    polygons: polygonsOf(geometry).map((polygon) => wound(polygon.map(closed))),
  }))
  return { value, notes: [`行政区划代码取自属性“${key}”`] }
}

/** A country of townships has some 150,000 objects, eight deep; millions would fill the memory before they are looked at. */
const MOST_OBJECTS = 500_000
const DEEPEST = 32

function isOverburdened(text: string): boolean {
  let [objects, depth, isQuoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) at += sign === '\\' ? 1 : 0
    else if (sign === '}' || sign === ']') depth -= 1
    else if (sign === '{' || sign === '[') {
      depth += 1
      objects += sign === '{' ? 1 : 0
      if (depth > DEEPEST || objects > MOST_OBJECTS) return true
    }
  }
  return false
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function featuresOf(file: unknown): Given[] | null {
  if (!isRecord(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) return null
  return file.features.map((feature: unknown, i): Given => {
    const { properties, geometry, id } = isRecord(feature) ? feature : {}
    const known = { ...(id !== undefined && { id }), ...(isRecord(properties) ? properties : {}) }
    const shape = isRecord(geometry) && typeof geometry.type === 'string' ? geometry : null
    const name = nameIn(known)
    return {
      properties: known,
      geometry: shape && { type: String(shape.type), coordinates: shape.coordinates },
      label: `第 ${i + 1} 个图形${name === '' ? '' : `（${name}）`}`,
    }
  })
}

/** The member `crs` of GeoJSON 2008, which desktop programs still write; only degrees can be drawn. */
function projectedCrs(file: unknown): string | null {
  const crs = isRecord(file) && isRecord(file.crs) && isRecord(file.crs.properties) ? file.crs.properties.name : null
  if (typeof crs !== 'string') return null
  return /(?:4326|4490|CRS:?84|4610|4214)$/i.test(crs.trim()) ? null : crs
}

const KINDS: Record<string, string> = {
  Point: '点',
  MultiPoint: '点',
  LineString: '线',
  MultiLineString: '线',
  GeometryCollection: '混合图形',
}

function geometryFaults(features: readonly Given[]): string[] {
  const wrong = features.flatMap(({ geometry, label }) => {
    if (!geometry) return [`${label}没有图形`]
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
      return [`${label}是${KINDS[geometry.type] ?? geometry.type}`]
    const polygons = polygonsOf(geometry)
    const isSound = polygons.length > 0 && polygons.every((polygon) => polygon.length > 0 && polygon.every(isRing))
    return isSound ? [] : [`${label}的坐标不完整`]
  })
  return wrong.length > 0 ? [`界线应为面（Polygon、MultiPolygon）：${listed(wrong)}`] : []
}

const isRing = (ring: unknown): ring is OutlineRing =>
  Array.isArray(ring) &&
  ring.length >= FEWEST_POINTS - 1 &&
  ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]))

function coordinateFaults(features: readonly Given[]): string[] {
  const [west, south, east, north] = CHINA_BOX
  const isInside = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north
  const outside = features.flatMap(({ geometry, label }) => {
    const point = firstPoint(geometry, (x, y) => !isInside(x, y))
    return point ? [{ label, point }] : []
  })
  const first = outside[0]
  if (!first) return []
  const [x, y] = first.point
  const where = listed(outside.map(({ label }) => label))
  if (isInside(y, x)) return [`经度、纬度写反了（应先经度后纬度）：${where}`]
  if (Math.abs(x) > 180 || Math.abs(y) > 90)
    return [`坐标不是度：${first.label}有 ${x}, ${y}，像是投影坐标（米）。请先转换为经纬度`]
  return [`坐标不在中国境内：${where}`]
}

function firstPoint(geometry: Given['geometry'], test: (x: number, y: number) => boolean): [number, number] | null {
  for (const polygon of polygonsOf(geometry))
    for (const ring of polygon.filter(isRing)) for (const [x = 0, y = 0] of ring) if (test(x, y)) return [x, y]
  return null
}

function polygonsOf(geometry: Given['geometry']): OutlinePolygon[] {
  if (!Array.isArray(geometry?.coordinates)) return []
  // What is inside is checked ring by ring before it is used.
  const given = geometry.coordinates as unknown[]
  const polygons = geometry.type === 'Polygon' ? [given] : geometry.type === 'MultiPolygon' ? given : []
  return polygons.filter((polygon): polygon is OutlineRing[] => Array.isArray(polygon))
}

/** Longitude and latitude only, the last point equal to the first. */
function closed(ring: OutlineRing): OutlineRing {
  const flat = ring.map(([x = 0, y = 0]) => [x, y])
  const first = flat[0]
  const last = flat[flat.length - 1]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...flat, [...first]] : flat
}
