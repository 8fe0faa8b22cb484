import mapshaper from 'mapshaper'
import type { FeatureCollection, Geometry } from 'geojson'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'

/**
 * Counties of neighbouring cities lie about a metre apart in the source: snapping and cleaning make them share edges.
 * Without `-explode` simplification drops every island but the largest of a county.
 */
export const COUNTY_SETTINGS = {
  join: 'snap snap-interval=0.0002, clean gap-fill-area=30km2',
  simplify: 'explode, weighted 25% keep-shapes',
  quantization: 1e5,
}
export const COUNTRY_SETTINGS = { ...COUNTY_SETTINGS, simplify: 'explode, weighted 25% keep-shapes' }

/** Drawn coarsely in the source already. */
export const COARSE_SETTINGS = { ...COUNTY_SETTINGS, simplify: 'none' }

/** An interior point, degrees, for labels and bars. */
export type Point = [number, number]

/** `group`: the city, or the county itself where there is none. */
export interface CountyProperties {
  id: number
  group: number
}

export interface RawProperties {
  id: number
  x: number
  y: number
}

export type Layer = GeometryCollection<RawProperties>

const INNER_POINT = `-each 'x = this.innerX, y = this.innerY'`

/** Objects county, city and province of one province, from outlines that carry the final codes. */
export async function provinceTopology(
  counties: FeatureCollection<Geometry, CountyProperties>,
  province: string,
  simplify: string,
): Promise<Topology> {
  return run(
    [
      '-i county.json snap snap-interval=0.0002 -clean gap-fill-area=30km2',
      simplify === 'none' ? '' : `-${simplify.replace(', ', ' -simplify ')}`,
      `-dissolve id copy-fields=group ${INNER_POINT}`,
      `-dissolve group + name=city -rename-fields id=group ${INNER_POINT}`,
      `-target county -dissolve + name=province -each 'id = ${Number(province)}' ${INNER_POINT}`,
      `-o out.json format=topojson quantization=${COUNTY_SETTINGS.quantization} target=*`,
    ].join(' '),
    { 'county.json': counties },
  )
}

/** Province outlines of the country, simplified, one feature each. */
export async function simplifyProvinces(
  provinces: FeatureCollection<Geometry, { id: number }>,
): Promise<FeatureCollection<Geometry, RawProperties>> {
  return run(
    [
      '-i province.json snap snap-interval=0.0002 -clean gap-fill-area=30km2',
      `-${COUNTRY_SETTINGS.simplify.replace(', ', ' -simplify ')} -dissolve id ${INNER_POINT}`,
      '-o out.json format=geojson precision=0.00001',
    ].join(' '),
    { 'province.json': provinces },
  )
}

/** Layers by name into one topology; lines and outlines keep their properties. */
export async function combineLayers(layers: Record<string, FeatureCollection>): Promise<Topology> {
  const files = Object.fromEntries(Object.entries(layers).map(([name, layer]) => [`${name}.json`, layer]))
  const quantization = COUNTRY_SETTINGS.quantization
  const names = Object.keys(files).join(' ')
  return run(`-i ${names} combine-files -o out.json format=topojson quantization=${quantization} target=*`, files)
}

export function layerOf(topology: Topology, name: string): Layer {
  const layer = topology.objects[name]
  if (layer?.type !== 'GeometryCollection') throw new Error(`缺少图层 ${name}`)
  return layer as Layer
}

/** Replaces ids and properties of a layer, features in code order. */
export function describeLayer<P extends object>(
  layer: Layer,
  describe: (id: number, centre: Point) => P,
): GeometryCollection<P> {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000
  const geometries = layer.geometries.map((geometry) => {
    const { id = 0, x = 0, y = 0 }: Partial<RawProperties> = geometry.properties ?? {}
    const described = { ...geometry, id, properties: describe(id, [round(x), round(y)]) }
    return described as GeometryObject<P> & { id: number }
  })
  geometries.sort((a, b) => a.id - b.id)
  return { type: 'GeometryCollection', geometries }
}

async function run<T>(commands: string, input: Record<string, unknown>): Promise<T> {
  const output = (await mapshaper.applyCommands(`${commands} -quiet`.replace(/\s+/g, ' '), input))['out.json']
  if (output === undefined) throw new Error('mapshaper 没有输出')
  return JSON.parse(Buffer.from(output).toString('utf8')) as T
}
