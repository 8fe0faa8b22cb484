import type { FeatureCollection, Geometry, LineString } from 'geojson'
import type { Topology } from 'topojson-specification'
import type { RegionBook } from '../../domain/region/regionBook'
import { combineLayers, describeLayer, layerOf, simplifyProvinces } from './buildTopology'
import { islandGroups } from './islandGroups'
import type { Outline, Shape } from './readShapes'

/** public/geo/100000.json: objects province, island (named groups) and dash (断续线, ids 1 to 10). */
export async function countryMap(
  provinces: readonly Shape[],
  dashes: readonly LineString[],
  book: RegionBook,
): Promise<Topology> {
  const outlines = await simplifyProvinces(
    collect(provinces.map(({ code, geometry }) => ({ properties: { id: Number(code) }, geometry }))),
  )
  const islands = islandGroups(outlines.features.map(({ geometry }) => geometry as Outline))
  const nameOf = new Map(islands.map(({ properties: { id, name } }) => [id, name]))
  const topology = await combineLayers({
    province: outlines,
    island: collect(islands),
    dash: collect(dashes.map((geometry, index) => ({ properties: { id: index + 1 }, geometry }))),
  })
  const { arcs, transform } = topology
  return {
    type: 'Topology',
    transform,
    objects: {
      province: describeLayer(layerOf(topology, 'province'), (id, centre) => ({ name: book.name(String(id)), centre })),
      island: describeLayer(layerOf(topology, 'island'), (id, centre) => ({ name: nameOf.get(id) ?? '', centre })),
      dash: describeLayer(layerOf(topology, 'dash'), () => ({})),
    },
    arcs,
  }
}

function collect<P>(features: { properties: P; geometry: Geometry }[]): FeatureCollection<Geometry, P> {
  return { type: 'FeatureCollection', features: features.map((feature) => ({ ...feature, type: 'Feature' })) }
}
