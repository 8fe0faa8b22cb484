import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Topology } from 'topojson-specification'
import { boundsOf } from '@/lib/regionShape'
import { decodeProvince } from './decodeBoundaries'
import { shapeTowards } from './regionWalk'

/** Two counties of one city side by side, sharing their middle edge. */
const TOPOLOGY: Topology = {
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    county: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 210102, arcs: [[0, 1]], properties: { name: '西区', city: 210100, centre: [0.5, 0.5] } },
        { type: 'Polygon', id: 210103, arcs: [[2, -1]], properties: { name: '𠅤县', city: null, centre: [1.5, 0.5] } },
      ],
    },
    city: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: 210100, arcs: [[[1, 2]]], properties: { name: '某市', centre: [1, 0.5] } },
      ],
    },
  },
}

describe('boundaries', () => {
  it('become shapes keyed by code, with their city', () => {
    const { counties, cities } = decodeProvince(TOPOLOGY)
    expect(counties.map(({ code, name, city }) => [code, name, city])).toEqual([
      ['210102', '西区', '210100'],
      ['210103', '𠅤县', null],
    ])
    expect(cities.map(({ code }) => code)).toEqual(['210100'])
    expect(boundsOf(counties)).toEqual([0, 0, 2, 1])
  })

  it('give the lines between cities without those between counties', () => {
    const { cityLines } = decodeProvince(TOPOLOGY)
    const hasMiddle = cityLines.coordinates.some((line) => line.length === 2 && line.every(([x]) => x === 1))
    expect(hasMiddle).toBe(false)
    expect(cityLines.coordinates.length).toBeGreaterThan(0)
  })

  it('say which layer a file lacks', () => {
    expect(() => decodeProvince({ ...TOPOLOGY, objects: {} })).toThrow('county')
  })

  it('of every province that opens hold each county once', () => {
    for (const province of ['210000', '220000', '370000', '500000']) {
      const file = new URL(`../../public/geo/${province}.json`, import.meta.url)
      const { counties, cities } = decodeProvince(JSON.parse(readFileSync(file, 'utf8')) as Topology)
      const codes = counties.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes.every((code) => /^\d{6}$/.test(code) && code.startsWith(province.slice(0, 2)))).toBe(true)
      expect(cities.length).toBeGreaterThan(0)
    }
  })
})

describe('arrow keys', () => {
  const { counties } = decodeProvince(TOPOLOGY)

  it('lead to the neighbour in their direction and stay where there is none', () => {
    const [west, east] = counties
    if (!west || !east) throw new Error('two counties expected')
    expect(shapeTowards(counties, west, 'right')).toBe(east)
    expect(shapeTowards(counties, east, 'left')).toBe(west)
    expect(shapeTowards(counties, west, 'up')).toBe(west)
  })
})
