import { feature, mesh } from 'topojson-client'
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { RegionShape } from '@/lib/regionShape'

interface ShapeProperties {
  name: string
  city?: number | null
  centre: [number, number]
}

/** One province file, decoded. */
export interface ProvinceShapes {
  counties: RegionShape[]
  cities: RegionShape[]
  /** Lines between cities and around the province, each once. */
  cityLines: MultiLineString
}

/** Turns the objects `county` and `city` of a province's TopoJSON into shapes keyed by code. */
export function decodeProvince(topology: Topology): ProvinceShapes {
  const county = layerOf(topology, 'county')
  const city = layerOf(topology, 'city')
  return { counties: shapesOf(topology, county), cities: shapesOf(topology, city), cityLines: mesh(topology, city) }
}

/** An island or group of islands that a map of the country must name (公开地图内容表示规范). */
export interface NamedIsland {
  name: string
  /** The middle of the group. */
  centre: [number, number]
  geometry: Polygon | MultiPolygon
}

/** The file of the whole country, decoded. */
export interface CountryShapes {
  provinces: RegionShape[]
  /** 断续线, ten of them. */
  dashes: MultiLineString
  islands: NamedIsland[]
}

/** Turns the objects `province`, `island` and `dash` of the country's TopoJSON into shapes. */
export function decodeCountry(topology: Topology): CountryShapes {
  const lines = feature(topology, layerOf(topology, 'dash')).features
  return {
    provinces: shapesOf(topology, layerOf(topology, 'province')),
    dashes: {
      type: 'MultiLineString',
      coordinates: lines.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : [])),
    },
    islands: shapesOf(topology, layerOf(topology, 'island')).map(({ name, centre, geometry }) => ({
      name,
      centre,
      geometry,
    })),
  }
}

function layerOf(topology: Topology, name: string): GeometryCollection<ShapeProperties> {
  const layer = topology.objects[name]
  if (layer?.type !== 'GeometryCollection') throw new Error(`the boundary file has no layer "${name}"`)
  return layer as GeometryCollection<ShapeProperties>
}

function shapesOf(topology: Topology, layer: GeometryCollection<ShapeProperties>): RegionShape[] {
  return feature(topology, layer).features.flatMap((item) => shapeOf(item) ?? [])
}

function shapeOf({
  id,
  properties,
  geometry,
}: Feature<RegionShape['geometry'] | Feature['geometry'], ShapeProperties>) {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
  const city = properties.city ? String(properties.city) : null
  return { code: String(id), name: properties.name, city, centre: properties.centre, geometry }
}
