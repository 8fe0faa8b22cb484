import { readFileSync } from 'node:fs'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_PACKS, regionBook } from '../catalogue'
import { createCountyBook } from './counties'
import { demoEnterprises } from './enterprises'
import parkFile from './parks.json'
import { demoPlaces } from './places'

type Ring = [number, number][]

const outlines = new URL('../../public/geo/210000.json', import.meta.url)
const topology = JSON.parse(readFileSync(outlines, 'utf8')) as Topology<{ county: GeometryCollection }>
const rings = new Map(
  feature(topology, topology.objects.county).features.map(({ id, geometry }) => {
    if (geometry.type === 'Polygon') return [String(id), geometry.coordinates as Ring[]]
    return [String(id), geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as Ring[]) : []]
  }),
)

function inCounty(code: string, [x, y]: [number, number]): boolean {
  const sides = (rings.get(code) ?? []).flatMap((ring) =>
    ring.slice(1).map((end, at) => [ring[at] ?? end, end] as const),
  )
  const crossed = sides.filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  )
  return crossed.length % 2 === 1
}

const enterprises = demoEnterprises(BUILT_IN_PACKS, createCountyBook(regionBook(), '210000'))
const places = demoPlaces(enterprises)

describe('the places of the demonstration', () => {
  it('are given for nine firms in ten, and are the same in every run', () => {
    const share = places.filter((place) => place !== null).length / enterprises.length
    expect(share).toBeGreaterThan(0.88)
    expect(share).toBeLessThan(0.92)
    expect(demoPlaces(enterprises)).toEqual(places)
  })

  it('lie in the county of their firm, outlines and places both in GCJ-02', () => {
    const { crs } = JSON.parse(readFileSync(new URL('manifest.json', outlines), 'utf8')) as { crs: string }
    expect([crs, parkFile.crs]).toEqual(['GCJ-02', 'GCJ-02'])
    const astray = enterprises.filter(({ county }, at) => {
      const place = places[at]
      return place && !inCounty(county.code, place)
    })
    expect(astray.map(({ name }) => name)).toEqual([])
  })

  it('gather in four to seven parks of every county', () => {
    const counts = Object.values(parkFile.parks).map((parks) => parks.split(';').length)
    expect(counts).toHaveLength(100)
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([4, 7])
  })
})
