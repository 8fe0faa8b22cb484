import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { fromCgcs2000 } from '@domain/geo/crs'
import { demoCreditCode } from '../demo/creditCodes'
import { PointIndex } from './pointIndex'
import { packed, town, type Place } from './points.fixture'
import type { Spot } from './stacks'
import { EXTENT, tileOf } from './tileGrid'

const isOwned = ({ x, y }: Spot) => x >= 0 && x < EXTENT && y >= 0 && y < EXTENT
const sum = (spots: readonly { count: number }[]) => spots.reduce((total, { count }) => total + count, 0)

/** What the tiles that hold these places show, each spot once. */
function owned(index: PointIndex, places: readonly Place[], z: number): Spot[] {
  const tiles = new Map(places.map((place) => tileOf(place, z)).map((at) => [`${at.x}/${at.y}`, at]))
  // A cluster stands at its centre of gravity, maybe in a tile where none of its own enterprises is.
  const around = [...tiles.values()].flatMap(({ x, y }) =>
    [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ z, x: x + dx, y: y + dy }))),
  )
  const all = new Map(
    around.filter(({ x, y }) => x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z).map((at) => [`${at.x}/${at.y}`, at]),
  )
  return [...all.values()].flatMap((at) => index.spots(at).filter(isOwned))
}

const PLACES: Place[] = [
  ...town(400),
  ...town(60, [121.6, 38.9]),
  ...Array.from({ length: 9 }, (): Place => [122.22, 40.01]),
]

describe('the point index', () => {
  const index = new PointIndex(packed(PLACES), 'CGCS2000')

  it.each(Array.from({ length: 15 }, (_none, z) => z))('at zoom %i shows everyone exactly once', (z) => {
    expect(sum(owned(index, PLACES, z))).toBe(PLACES.length)
  })

  it('counts a point on the edge of a tile in one tile only', () => {
    const onEdges: Place[] = [
      [0, 0],
      [90, 0],
      [112.5, 0],
      [11.25, 21.943],
    ]
    const edges = new PointIndex(packed(onEdges), 'CGCS2000')
    for (let z = 0; z <= 14; z += 1) expect(sum(owned(edges, onEdges, z))).toBe(onEdges.length)
  })

  it('gathers those at one address into a stack that says who they are', () => {
    const at = tileOf([122.22, 40.01], 14)
    const [stack] = index.spots(at)
    expect(stack?.count).toBe(9)
    const cluster = index.cluster(stack?.id ?? 0, 5)
    expect(cluster).toMatchObject({ count: 9, expansionZoom: null })
    expect(cluster?.creditCodes).toEqual([460, 461, 462, 463, 464].map(demoCreditCode))
    const above = index.spots(tileOf([122.22, 40.01], 10)).find(({ count }) => count === 9)
    expect(index.cluster(above?.id ?? 0, 50)).toMatchObject({ count: 9, expansionZoom: null })
  })

  it('parts every cluster at the zoom it names and not before', () => {
    for (const { id, count } of owned(index, PLACES, 7).filter((spot) => spot.count > 9)) {
      const cluster = index.cluster(id, 50)
      const zoom = cluster?.expansionZoom ?? 0
      expect(cluster?.count).toBe(count)
      expect(cluster?.creditCodes).toHaveLength(Math.min(count, 50))
      expect(zoom).toBeGreaterThan(7)
      const parts = (z: number) => owned(index, PLACES, z).some((spot) => spot.count === count)
      expect([parts(zoom - 1), parts(zoom)]).toEqual([true, false])
    }
  })

  it('writes clusters with count and label, single enterprises with their code', () => {
    const read = (bytes: Uint8Array | null) => new VectorTile(new PbfReader(bytes ?? new Uint8Array())).layers['points']
    const world = read(index.tile({ z: 0, x: 0, y: 0 }))
    expect([world?.version, world?.extent, world?.length]).toEqual([2, EXTENT, 1])
    expect(world?.feature(0).properties).toMatchObject({ point_count: 469, label: '469' })
    const near = read(index.tile(tileOf(PLACES[0] ?? [0, 0], 14)))
    const codes = Array.from({ length: near?.length ?? 0 }, (_none, at) => near?.feature(at).properties)
    expect(codes).toContainEqual({ code: demoCreditCode(0) })
    expect(index.tile({ z: 5, x: 0, y: 0 })).toBeNull()
  })

  it('gives the same ids whenever it is built from the same points', () => {
    const again = new PointIndex(packed(PLACES), 'CGCS2000')
    for (const z of [3, 8, 12, 14]) expect(owned(again, PLACES, z)).toEqual(owned(index, PLACES, z))
  })

  it('draws in the system of the outlines', () => {
    const place: Place = [123.4, 41.8]
    const shifted = new PointIndex(packed([place]), 'GCJ-02')
    const [lng, lat] = fromCgcs2000(place, 'GCJ-02')
    const [mark] = shifted.marks([123, 41, 124, 42], 14).marks
    expect([mark?.lng, mark?.lat]).toEqual([expect.closeTo(lng, 6), expect.closeTo(lat, 6)])
  })

  it.each([-1, 0, 5, 468, 500, 469 + 31, 469 + 32 * 460 + 30, 469 + 32 * 461 + 31, 469 + 32 * 9999 + 31, 2 ** 31 - 1])(
    'knows no cluster %i',
    (id) => expect(index.cluster(id, 50)).toBeNull(),
  )

  it('of nobody is empty', () => {
    const empty = new PointIndex(packed([]), 'GCJ-02')
    expect(empty.tile({ z: 0, x: 0, y: 0 })).toBeNull()
    expect(empty.marks([100, 20, 130, 50], 9).marks).toEqual([])
    expect(empty.cluster(3, 5)).toBeNull()
  })
})

describe('marks', () => {
  const many = Array.from({ length: 60 * 60 }, (_none, at): Place => [
    123 + (at % 60) * 0.01,
    41 + Math.floor(at / 60) * 0.01,
  ])
  const index = new PointIndex(packed(many), 'CGCS2000')

  it('agree with the tiles on spots and ids', () => {
    const stacked = new PointIndex(packed(PLACES), 'CGCS2000')
    const { marks } = stacked.marks([122.2, 40, 122.24, 40.02], 14)
    expect(marks).toEqual([expect.objectContaining({ count: 9, creditCode: null })])
    expect(stacked.cluster(marks[0]?.cluster ?? 0, 50)?.count).toBe(9)
  })

  it('come from a coarser zoom where there would be too many, and lose nobody', () => {
    const { zoom, marks } = index.marks([122.9, 40.9, 123.7, 41.7], 14)
    expect(zoom).toBeLessThan(14)
    expect(marks.length).toBeLessThanOrEqual(2000)
    expect(sum(marks)).toBe(many.length)
  })
})
