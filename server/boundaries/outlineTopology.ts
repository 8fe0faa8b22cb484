import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature, merge } from 'topojson-client'
import { topology } from 'topojson-server'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'
import { interiorPoint, wound, type OutlinePolygon } from '@domain/geo/outline'
import type { RegionBook } from '@domain/region/regionBook'
import type { OutlineUnit } from './joinOutlines'

/** Steps across the province: about ten metres, the fineness of the bundled outlines. Nothing else is left out. */
const QUANTIZATION = 1e5

interface Described {
  name: string
  city?: number | null
  centre: [number, number]
}

type Part = Feature<Polygon | MultiPolygon, Described>

/** The objects county, city (one step below the province) and province, as in public/geo; cities are made of counties. */
export function outlineTopology(province: string, units: readonly OutlineUnit[], book: RegionBook): Topology {
  const counties = collection(
    units.map(({ code, name, city, polygons }) =>
      part(code, { name, city: city === null ? null : Number(city) }, polygons),
    ),
  )
  const fine = topology({ county: counties }, QUANTIZATION)
  const byCode = new Map(membersOf(fine).map((member) => [String(member.id), member]))
  const dissolve = (code: string, members: readonly OutlineUnit[]) => {
    const geometries = members.flatMap((unit) => byCode.get(unit.code) ?? [])
    return part(code, { name: book.name(code) }, merge(fine, geometries).coordinates)
  }
  const groups = new Map<string, OutlineUnit[]>()
  for (const unit of units) {
    const group = unit.city ?? unit.code
    groups.set(group, [...(groups.get(group) ?? []), unit])
  }
  const objects = {
    county: asCollection(fine),
    city: collection([...groups].map(([code, members]) => dissolve(code, members))),
    province: collection([dissolve(province, units)]),
  }
  // The county layer comes back from its own arcs, so that all three layers share the same lines.
  return topology(objects, QUANTIZATION)
}

function part(code: string, described: Omit<Described, 'centre'>, polygons: readonly OutlinePolygon[]): Part {
  const coordinates = polygons.map((polygon) => wound(polygon).map((ring) => ring.map((point) => [...point])))
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000
  const [x, y] = interiorPoint(polygons) ?? [0, 0]
  return {
    type: 'Feature',
    id: Number(code),
    properties: { ...described, centre: [round(x), round(y)] },
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

const collection = (features: Part[]): FeatureCollection<Polygon | MultiPolygon, Described> => ({
  type: 'FeatureCollection',
  features: [...features].sort((a, b) => Number(a.id) - Number(b.id)),
})

function countyLayer(fine: Topology): GeometryCollection<Described> {
  // Made from a collection a moment ago.
  return fine.objects.county as GeometryCollection<Described>
}

/** Members as `merge` takes them; they were made from polygons. */
const membersOf = (fine: Topology) =>
  countyLayer(fine).geometries as (GeometryObject<Described> & { type: 'Polygon' | 'MultiPolygon'; arcs: never })[]

const asCollection = (fine: Topology) => feature(fine, countyLayer(fine))
