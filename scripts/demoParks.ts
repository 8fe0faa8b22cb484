import { readFile, writeFile } from 'node:fs/promises'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { createRandom, type Random } from '@server/demo/random'

/*
 * Writes server/demo/parks.json: for each county of the demonstration four to seven 园区 that do not exist, well inside
 * its outline. The outlines are GCJ-02 (public/geo/manifest.json), and so are the parks.
 */

const OUTLINES = new URL('../public/geo/210000.json', import.meta.url)
const FILE = new URL('../server/demo/parks.json', import.meta.url)

type Point = [number, number]
type Ring = Point[]

const KM_PER_DEGREE = 111.32
const TRIES = 4000
/** Kilometres: firms stand up to 0.6 from the centre of their park. */
const FROM_BORDER = { wanted: 1.5, least: 0.75 }
const APART = { wanted: 4, least: 0.5 }
/** Parks lie round the seat of a county, not in its mountains. */
const REACH_KM = 22

const inKm = ([lng, lat]: Point, [fromLng, fromLat]: Point): Point => [
  (lng - fromLng) * KM_PER_DEGREE * Math.cos((fromLat * Math.PI) / 180),
  (lat - fromLat) * KM_PER_DEGREE,
]
const apart = (a: Point, b: Point) => Math.hypot(...inKm(a, b))

function edges(polygon: Ring[]): [Point, Point][] {
  return polygon.flatMap((ring) => ring.slice(1).map((end, index): [Point, Point] => [ring[index] ?? end, end]))
}

/** Even-odd over all rings, so that a hole is outside. */
function inside([x, y]: Point, sides: [Point, Point][]): boolean {
  const crossed = sides.filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  )
  return crossed.length % 2 === 1
}

function toBorder(point: Point, sides: [Point, Point][]): number {
  return sides.reduce((least, [a, b]) => Math.min(least, toSide(inKm(a, point), inKm(b, point))), Infinity)
}

/** From the origin to a stretch of line. */
function toSide([ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4

/** Draws places, and asks for less room from round to round until there are enough. */
function parksOf(code: string, polygon: Ring[], centre: Point): Point[] {
  const random = createRandom(`parks of ${code}`)
  const sides = edges(polygon)
  const box = boxOf(polygon, centre)
  const wanted = random.whole(4, 7)
  const parks: Point[] = []
  for (let ease = 0; ease <= 1 && parks.length < wanted; ease += 0.1) {
    const fromBorder = FROM_BORDER.wanted + ease * (FROM_BORDER.least - FROM_BORDER.wanted)
    const between = APART.wanted + ease * (APART.least - APART.wanted)
    for (let at = 0; at < TRIES / 10 && parks.length < wanted; at += 1) {
      const place = drawPlace(box, random)
      const free = parks.every((park) => apart(park, place) >= between)
      if (free && inside(place, sides) && toBorder(place, sides) >= fromBorder) parks.push(place)
    }
  }
  if (parks.length < 4) throw new Error(`${code}: room for ${parks.length} parks only`)
  return parks
}

interface Box {
  low: Point
  high: Point
}

/** Where the outline and the surroundings of the seat overlap; the whole outline for islands away from the seat. */
function boxOf([outer = []]: Ring[], centre: Point): Box {
  const reach: Point = [REACH_KM / KM_PER_DEGREE / Math.cos((centre[1] * Math.PI) / 180), REACH_KM / KM_PER_DEGREE]
  const axes = ([0, 1] as const).map((axis) => {
    const all = outer.map((point) => point[axis])
    const [least, most] = [Math.min(...all), Math.max(...all)]
    const [low, high] = [Math.max(least, centre[axis] - reach[axis]), Math.min(most, centre[axis] + reach[axis])]
    return low < high ? [low, high] : [least, most]
  })
  const [[west = 0, east = 0] = [], [south = 0, north = 0] = []] = axes
  return { low: [west, south], high: [east, north] }
}

const drawPlace = ({ low, high }: Box, random: Random): Point => [
  rounded(random.between(low[0], high[0])),
  rounded(random.between(low[1], high[1])),
]

const areaOf = (ring: Ring = []) =>
  Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0),
  )

const topology = JSON.parse(await readFile(OUTLINES, 'utf8')) as Topology<{
  county: GeometryCollection<{ name: string; centre: Point }>
}>
const counties = feature(topology, topology.objects.county).features.map(({ id, geometry, properties }) => {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`${id}: no outline`)
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][]
  const [mainland] = [...polygons].sort((a, b) => areaOf(b[0]) - areaOf(a[0]))
  const parks = parksOf(String(id), mainland ?? [], properties.centre)
  return [String(id), parks.map((park) => park.join(',')).join(';')] as const
})
const text = {
  about: '演示用的虚构园区中心（经度,纬度）。由 scripts/demoParks.ts 按各县轮廓生成，请勿手改。',
  crs: 'GCJ-02',
  parks: Object.fromEntries([...counties].sort(([a], [b]) => a.localeCompare(b))),
}
await writeFile(FILE, `${JSON.stringify(text, null, 2)}\n`)
process.stdout.write(`已写入 ${counties.length} 个县的园区\n`)
