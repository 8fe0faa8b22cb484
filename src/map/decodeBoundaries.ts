import { feature, mesh } from 'topojson-client'
import type { Feature, MultiLineString } from 'geojson'
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
