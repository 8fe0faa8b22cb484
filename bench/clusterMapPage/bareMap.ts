import { Map as EngineMap, setWorkerUrl, type LayerSpecification, type SourceSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Topology } from 'topojson-specification'
import type { Feature, Geometry } from 'geojson'
import { boundsOf, toFeature } from '@/lib/regionShape'
import { decodeProvince } from '@/map/decodeBoundaries'
import { fillsOf } from '@/features/clusters/clusterMap'
import { frame, type Drawn } from './drawn'
import { classed } from './sampleClusters'

setWorkerUrl(workerUrl)

const MARGIN = 28
const collection = (features: Feature<Geometry>[]) => ({ type: 'FeatureCollection' as const, features })

/** The plainest MapLibre map of the same shapes and fills: one source, one fill, one line; with the same names if asked for. */
export async function bareMap(host: HTMLElement, topology: Topology, withNames: boolean): Promise<Drawn> {
  const { counties } = decodeProvince(topology)
  const { clusters, map: classes } = classed(counties)
  const { fills } = fillsOf(clusters, classes)
  const features: Feature<Geometry>[] = counties.map((shape) => {
    const feature = toFeature(shape)
    return { ...feature, properties: { fill: fills.get(shape.code) ?? '#888' } }
  })
  const names = counties.map(({ name, centre }): Feature<Geometry> => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: centre },
  }))
  if (withNames) features.push(...names)
  const bounds = boundsOf(counties)
  return open(
    host,
    { type: 'geojson', data: collection(features) },
    withNames ? [...FILL_AND_LINE, NAMES] : FILL_AND_LINE,
    (map) => {
      if (bounds) map.fitBounds(bounds, { padding: MARGIN, animate: false })
    },
  )
}

const FILL_AND_LINE: LayerSpecification[] = [
  { id: 'fill', type: 'fill', source: 'own', paint: { 'fill-color': ['get', 'fill'] } },
  { id: 'line', type: 'line', source: 'own', paint: { 'line-color': '#8fb4e8', 'line-width': 0.8 } },
]

const NAMES: LayerSpecification = {
  id: 'names',
  type: 'symbol',
  source: 'own',
  filter: ['has', 'name'],
  layout: { 'text-field': ['get', 'name'], 'text-size': 12 },
  paint: { 'text-color': '#fff', 'text-halo-color': '#06122a', 'text-halo-width': 1.5 },
}

const DISCS: LayerSpecification[] = [
  { id: 'one', type: 'circle', source: 'own', filter: ['!', ['has', 'point_count']], paint: { 'circle-radius': 4 } },
  { id: 'many', type: 'circle', source: 'own', filter: ['has', 'point_count'], paint: { 'circle-radius': 16 } },
  {
    id: 'count',
    type: 'symbol',
    source: 'own',
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-allow-overlap': true },
  },
]

/** The same enterprises clustered in the browser by the same engine: all of them in one GeoJSON source. */
export async function clientClusters(host: HTMLElement, places: Float32Array): Promise<Drawn> {
  const features = Array.from({ length: places.length / 2 }, (_none, i): Feature<Geometry> => {
    const coordinates = [places[i * 2] ?? 0, places[i * 2 + 1] ?? 0]
    return { type: 'Feature', id: i, properties: {}, geometry: { type: 'Point', coordinates } }
  })
  const source = { type: 'geojson', data: collection(features), cluster: true, clusterRadius: 50, clusterMaxZoom: 13 }
  return open(host, source as SourceSpecification, DISCS, () => undefined)
}

async function open(
  container: HTMLElement,
  own: SourceSpecification,
  layers: LayerSpecification[],
  begin: (map: EngineMap) => void,
): Promise<Drawn> {
  const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': '#06122a' } }
  const map = new EngineMap({
    container,
    style: { version: 8, sources: { own }, layers: [ground, ...layers] },
    attributionControl: false,
    center: [122.3, 41.1],
    zoom: 6,
    fadeDuration: 0,
    renderWorldCopies: false,
  })
  begin(map)
  await new Promise((resolve) => map.once('idle', resolve))
  await frame()
  return {
    async look({ centre: [lng, lat], zoom }) {
      map.jumpTo({ center: [lng, lat], zoom })
      await frame()
    },
    close: () => map.remove(),
  }
}
