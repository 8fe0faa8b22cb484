import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import divisions from '@packs/regions/divisions.json'
import lineage from '@packs/regions/lineage.json'
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { createRegionBook } from '../../domain/region/regionBook'
import type { BoundaryManifest } from './boundaryManifest'
import { polygonsOf } from './readShapes'

interface Properties {
  name: string
  city?: number | null
  centre: [number, number]
  approximate?: boolean
  note?: string
}
type Layer = GeometryCollection<Properties>
type Outlined = Feature<Polygon | MultiPolygon, Properties>

const folder = new URL('../../public/geo/', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const manifest = JSON.parse(textOf('manifest.json')) as BoundaryManifest
const book = createRegionBook({ divisions, lineage })
const topologies = new Map(
  Object.values(manifest.files).map(({ file }) => [file.slice(0, 6), JSON.parse(textOf(file)) as Topology]),
)
const PROVINCES = book.provinces().map(({ code }) => code)
const COVERED = ['210000', '220000', '370000', '500000']

function topologyOf(code: string): Topology {
  const topology = topologies.get(code)
  if (!topology) throw new Error(`no file for ${code}`)
  return topology
}

function layer(code: string, name: string): Layer {
  return topologyOf(code).objects[name] as Layer
}

function shapes(code: string, name: string): Outlined[] {
  return feature(topologyOf(code), layer(code, name)).features as Outlined[]
}

const shapeOf = (file: string, name: string, id: number) => shapes(file, name).filter((shape) => shape.id === id)

function areaOf(ring: readonly Position[]): number {
  const cross = ring.slice(1).map(([x = 0, y = 0], index) => {
    const [beforeX = 0, beforeY = 0] = ring[index] ?? []
    return beforeX * y - x * beforeY
  })
  return Math.abs(cross.reduce((sum, part) => sum + part, 0)) / 2
}

/** Square degrees, holes taken off. */
function area(outlines: readonly Outlined[]): number {
  const rings = outlines.flatMap(({ geometry }) => polygonsOf(geometry))
  return rings.reduce((sum, [outer = [], ...holes]) => {
    return sum + areaOf(outer) - holes.reduce((hole, ring) => hole + areaOf(ring), 0)
  }, 0)
}

function isInside([x = 0, y = 0]: Position, { geometry }: Outlined): boolean {
  let inside = false
  for (const ring of polygonsOf(geometry).flat()) {
    ring.slice(1).forEach(([x2 = 0, y2 = 0], index) => {
      const [x1 = 0, y1 = 0] = ring[index] ?? []
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    })
  }
  return inside
}

/** Divisions in force at the lowest level: counties, or a city that has none (东莞). */
function leaves(province: string): string[] {
  const below = book.children(province).flatMap(({ code }) => {
    const counties = book.children(code).map((county) => county.code)
    return counties.length > 0 ? counties : [code]
  })
  return below.length > 0 ? below : [province]
}

describe('the committed boundary files', () => {
  it('are those the manifest describes, one for the country and one for each province', () => {
    expect(Object.keys(manifest.files).sort()).toEqual(['100000', ...PROVINCES].sort())
    for (const { file, bytes, sha256 } of Object.values(manifest.files)) {
      const text = textOf(file)
      expect([file, Buffer.byteLength(text), createHash('sha256').update(text).digest('hex')]).toEqual([
        file,
        bytes,
        sha256,
      ])
    }
  })

  it('say that they are GCJ-02 and no reviewed map', () => {
    expect(manifest).toMatchObject({ crs: 'GCJ-02', reviewNumber: null, divisionsAsOf: book.asOf })
    expect(manifest.notice).toContain('示意图')
  })

  it('stay below 60 KB compressed', () => {
    for (const { file } of Object.values(manifest.files)) {
      expect([file, gzipSync(textOf(file)).length < 60 * 1024]).toEqual([file, true])
    }
  })
})

describe('the counties', () => {
  it.each(PROVINCES)('of %s are each drawn once or listed as missing', (province) => {
    const drawn = shapes(province, 'county').map(({ id }) => String(id))
    const { missing, unlisted, counties } = manifest.files[province] ?? { missing: [], unlisted: [] }
    expect(new Set(drawn).size).toBe(drawn.length)
    expect(drawn.length).toBe(counties)
    const wholes = missing.map(({ code }) => book.get(code)?.parent)
    const known = drawn.filter((code) => !unlisted.some((other) => other.code === code) && !wholes.includes(code))
    expect([...known, ...missing.map(({ code }) => code)].sort()).toEqual(leaves(province).sort())
  })

  it.each(COVERED)('of %s are complete and bear their names and cities of today', (province) => {
    expect(manifest.files[province]).toMatchObject({ missing: [], unlisted: [] })
    for (const { id, properties } of shapes(province, 'county')) {
      const { name, parent } = book.get(String(id)) ?? {}
      expect([name, parent === province ? null : Number(parent)]).toEqual([properties.name, properties.city])
    }
  })

  it.each(COVERED)('of %s lie under the divisions one step below the province', (province) => {
    const below = shapes(province, 'city').map(({ id }) => String(id))
    expect(below).toEqual(book.children(province).map(({ code }) => code))
  })

  it.each(COVERED)('of %s fill the province, which has its size on the map of the country', (province) => {
    const counties = area(shapes(province, 'county'))
    expect(counties / area(shapes(province, 'province'))).toBeCloseTo(1, 4)
    expect(counties / area(shapeOf('100000', 'province', Number(province)))).toBeCloseTo(1, 1)
  })

  it.each(COVERED)('of %s share their edges, across cities too', (province) => {
    const cityOf = new Map(shapes(province, 'county').map(({ id, properties }) => [id, properties.city]))
    const lines = mesh(topologyOf(province), layer(province, 'county'), (a, b) => {
      const [one, other] = [a, b].map((side) => cityOf.get(side.id))
      return a !== b && (one !== other || one === null)
    })
    expect(lines.coordinates.flat().length).toBeGreaterThan(300)
  })

  it.each(PROVINCES)('of %s hold their own label points', (province) => {
    const outside = shapes(province, 'county').filter((shape) => !isInside(shape.properties.centre, shape))
    expect(outside.map(({ properties }) => properties.name)).toEqual([])
  })

  it('of 两江新区 and 北碚区 are marked as approximate, with the reason', () => {
    const marked = shapes('500000', 'county').filter(({ properties }) => properties.approximate)
    expect(marked.map(({ id }) => id)).toEqual([500109, 500157])
    expect(manifest.files['500000']?.approximate.map(({ code }) => code)).toEqual(['500109', '500157'])
    expect(marked[1]?.properties.note).toContain('由原江北区、渝北区的界线合并而成')
    for (const formerSeat of [
      [106.57, 29.6],
      [106.63, 29.72],
    ]) {
      expect(marked.filter((shape) => isInside(formerSeat, shape)).map(({ id }) => id)).toEqual([500157])
    }
  })

  it('keep their small islands', () => {
    for (const province of ['460000', '210000', '370000', '330000']) {
      const { source = 0, output = 0 } = manifest.files[province]?.polygons ?? {}
      const drawn = shapes(province, 'county').flatMap(({ geometry }) => polygonsOf(geometry)).length
      expect([province, drawn, output / source > 0.94]).toEqual([province, output, true])
    }
  })
})

describe('the map of the country', () => {
  it.each<[string, number, Position]>([
    ['台北', 710000, [121.52, 25.04]],
    ['高雄', 710000, [120.4, 22.8]],
    ['澎湖', 710000, [119.6, 23.57]],
    ['钓鱼岛', 710000, [123.475, 25.745]],
    ['赤尾屿', 710000, [124.56, 25.92]],
    ['藏南达旺', 540000, [91.86, 27.58]],
    ['藏南', 540000, [94, 28]],
    ['阿克赛钦', 650000, [79.5, 35.2]],
    ['香港', 810000, [114.18, 22.4]],
    ['三亚', 460000, [109.5, 18.3]],
  ])('holds %s', (_, province, point) => {
    const holders = shapes('100000', 'province').filter((shape) => isInside(point, shape))
    expect(holders.map(({ id }) => id)).toEqual([province])
    expect(shapes(String(province), 'county').filter((shape) => isInside(point, shape))).toHaveLength(1)
  })

  it('shows Taiwan, Hong Kong and Macao as provinces like the others', () => {
    const drawn = shapes('100000', 'province')
    expect(drawn.map(({ id }) => String(id))).toEqual(PROVINCES)
    expect(drawn.map(({ properties }) => properties.name)).toEqual(book.provinces().map(({ name }) => name))
  })

  it('has the ten dashes, from the east of Taiwan to the south of 曾母暗沙', () => {
    const dashes = feature(topologyOf('100000'), layer('100000', 'dash')).features.map(
      ({ geometry }) => (geometry as LineString).coordinates,
    )
    expect(dashes).toHaveLength(10)
    for (const line of dashes) {
      const [start = [], end = []] = [line[0], line.at(-1)]
      expect(Math.hypot((start[0] ?? 0) - (end[0] ?? 0), (start[1] ?? 0) - (end[1] ?? 0))).toBeGreaterThan(0.9)
    }
    const [lngs, lats] = [0, 1].map((axis) => dashes.flat().map((point) => point[axis] ?? 0))
    expect(Math.max(...(lngs ?? []))).toBeGreaterThan(122.7)
    expect(Math.min(...(lats ?? []))).toBeLessThan(3.5)
  })

  it('names the islands of 南海 and 钓鱼岛, within the inset where they belong', () => {
    const islands = shapes('100000', 'island')
    expect(islands.map(({ properties }) => properties.name)).toEqual([
      ...['钓鱼岛', '赤尾屿', '东沙群岛', '西沙群岛', '中沙群岛', '黄岩岛', '南沙群岛', '曾母暗沙'],
    ])
    const [west = 0, south = 0, east = 0, north = 0] = manifest.inset.bbox
    for (const { properties } of islands.slice(2)) {
      const [lng, lat] = properties.centre
      expect([properties.name, lng > west && lng < east && lat > south && lat < north]).toEqual([properties.name, true])
    }
    expect(polygonsOf(islands[6]?.geometry ?? { type: 'Polygon', coordinates: [] }).length).toBeGreaterThan(80)
  })
})
