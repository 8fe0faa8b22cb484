import { describe, expect, it } from 'vitest'
import { denseRing, isAxial, readRing, writeRing } from './areaRing'

const SQUARE = '123,41;124,41;124,42;123,42'

describe('a ring in writing', () => {
  it('is read as points, closed or not', () => {
    const ring = [
      [123, 41],
      [124, 41],
      [124, 42],
      [123, 42],
    ]
    expect(readRing(SQUARE)).toEqual(ring)
    expect(readRing(`${SQUARE};123,41`)).toEqual(ring)
    expect(readRing('123.000,41;124,41.0;124,42;123,42')).toEqual(ring)
  })

  it('is written with five decimals at most', () => {
    expect(writeRing([[123.4567891, 41]])).toBe('123.45679,41')
  })

  it.each([
    ['nothing', '', '应写成'],
    ['words', '沈阳;大连;鞍山', '应写成'],
    ['three numbers a vertex', '123,41,0;124,41,0;124,42,0', '应写成'],
    ['an exponent', '1e2,41;124,41;124,42', '应写成'],
    ['NaN', 'NaN,41;124,41;124,42', '应写成'],
    ['a blank', '123, 41;124,41;124,42', '应写成'],
    ['two vertices', '123,41;124,41', '现有 2 个'],
    ['a closed line of two', '123,41;124,41;123,41', '现有 2 个'],
    ['61 vertices', Array.from({ length: 61 }, (_n, i) => `${123 + i / 100},${41 + (i % 2)}`).join(';'), '现有 61 个'],
    ['latitude first', '41,123;41,124;42,124', '第 1 个顶点不在中国境内'],
    ['one vertex abroad', '123,41;124,41;2.3,48.9', '第 3 个顶点'],
    ['a vertex twice in a row', '123,41;123,41;124,41;124,42', '重复'],
    ['a bow tie', '123,41;124,42;124,41;123,42', '自相交'],
    ['a spike', '123,41;125,41;124,41;124,42', '自相交'],
    ['a line there and back', '123,41;124,41;125,41', '自相交'],
    ['a corner that touches an edge', '123,41;125,41;125,42;124,41;123,42', '自相交'],
  ])('with %s is refused', (_what, text, words) => {
    expect(readRing(text)).toMatchObject({ fault: expect.stringContaining(words) as string })
  })

  it('may be concave, and may have a vertex in the middle of an edge', () => {
    expect(readRing('123,41;125,41;125,43;124,42;123,43')).toHaveLength(5)
    expect(readRing('123,41;124,41;125,41;125,42;123,42')).toHaveLength(5)
  })
})

describe('a dense ring', () => {
  it('keeps parallels and meridians as they are', () => {
    const ring = readRing(SQUARE)
    if ('fault' in ring) throw new Error(ring.fault)
    expect(denseRing(ring, isAxial)).toEqual(ring)
  })

  it('follows the straight line of the map, which in degrees bends towards the equator', () => {
    const ring = readRing('120,40;126,44;126,40')
    if ('fault' in ring) throw new Error(ring.fault)
    const dense = denseRing(ring, isAxial)
    const chord = (lng: number) => 40 + ((lng - 120) * 4) / 6
    const strays = dense.filter(([lng]) => lng < 126).map(([lng, lat]) => lat - chord(lng))
    expect(Math.min(...strays)).toBeGreaterThan(-1e-9)
    expect(Math.max(...strays)).toBeCloseTo(0.0315, 3)
    expect(dense.length).toBeLessThan(700)
  })
})
