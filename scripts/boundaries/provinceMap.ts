import type { FeatureCollection, Geometry } from 'geojson'
import type { Topology } from 'topojson-specification'
import type { RegionBook } from '../../domain/region/regionBook'
import { type CountyProperties, describeLayer, layerOf, provinceTopology } from './buildTopology'
import type { DivisionJoin, MapUnit } from './joinDivisions'

/** public/geo/<province>.json: objects county, city (one step below the province) and province; id = numeric code. */
export async function provinceMap(
  province: string,
  { units }: DivisionJoin,
  book: RegionBook,
  simplify: string,
): Promise<Topology> {
  const byId = new Map(units.map((unit) => [Number(unit.code), unit]))
  const topology = await provinceTopology(toCollection(units), province, simplify)
  const nameOf = (id: number) => byId.get(id)?.name ?? book.name(String(id))
  const { arcs, transform } = topology
  return {
    type: 'Topology',
    transform,
    objects: {
      county: describeLayer(layerOf(topology, 'county'), (id, centre) => ({ ...describeCounty(byId.get(id)), centre })),
      city: describeLayer(layerOf(topology, 'city'), (id, centre) => ({ name: nameOf(id), centre })),
      province: describeLayer(layerOf(topology, 'province'), (id, centre) => ({ name: nameOf(id), centre })),
    },
    arcs,
  }
}

function describeCounty(unit: MapUnit | undefined) {
  if (!unit) throw new Error('简化后多出了没有代码的图形')
  const { name, city, note } = unit
  return { name, city: city === null ? null : Number(city), ...(note === '' ? {} : { approximate: true, note }) }
}

function toCollection(units: readonly MapUnit[]): FeatureCollection<Geometry, CountyProperties> {
  const features = units.flatMap(({ code, city, shapes }) =>
    shapes.map(({ geometry }) => ({
      type: 'Feature' as const,
      properties: { id: Number(code), group: Number(city ?? code) },
      geometry,
    })),
  )
  return { type: 'FeatureCollection', features }
}
