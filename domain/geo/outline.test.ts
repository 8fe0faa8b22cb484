import { describe, expect, it } from 'vitest'
import { interiorPoint, signedArea, wound, type OutlineRing } from './outline'

const square = (x: number, y: number, size: number): OutlineRing => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const reversed = (ring: OutlineRing) => [...ring].reverse()

describe('the winding of an outline', () => {
  it('is counter-clockwise outside and clockwise for holes, however it came', () => {
    const given = [reversed(square(120, 40, 4)), square(121, 41, 1)]
    expect(wound(given).map((ring) => Math.sign(signedArea(ring)))).toEqual([1, -1])
    expect(wound(wound(given))).toEqual(wound(given))
  })
})

describe('the interior point of an outline', () => {
  it('is the middle of a square', () => {
    const [lng, lat] = interiorPoint([[square(120, 40, 1)]]) ?? []
    expect(lng).toBeCloseTo(120.5, 5)
    expect(lat).toBeCloseTo(40.5, 1)
  })

  it('lies in the largest of several polygons and outside its holes', () => {
    const [lng = 0, lat = 0] =
      interiorPoint([[square(110, 20, 0.1)], [square(120, 40, 3), square(120.5, 40.5, 2)]]) ?? []
    expect(lng > 120 && lng < 123 && lat > 40 && lat < 43).toBe(true)
    expect(lng > 120.5 && lng < 122.5 && lat > 40.5 && lat < 42.5).toBe(false)
  })

  it('lies inside a bow whose middle of mass is outside', () => {
    const bow = [
      [0, 0],
      [10, 0],
      [10, 10],
      [9, 10],
      [9, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0],
    ]
    const [lng = 0, lat = 0] = interiorPoint([[bow]]) ?? []
    expect(lat < 1 || lng < 1 || lng > 9).toBe(true)
  })

  it('is none where there is nothing', () => {
    expect(interiorPoint([])).toBeNull()
  })
})
