import { expect, it } from 'vitest'
import { finestZoom, tileOf, unitsOf } from './tileGrid'

it('finds the tile of a place, and at the edges of the world the last one', () => {
  expect(tileOf([0, 0], 1)).toEqual({ z: 1, x: 1, y: 1 })
  expect(tileOf([-180, 85.0511], 14)).toEqual({ z: 14, x: 0, y: 0 })
  expect(tileOf([180, -85.06], 14)).toEqual({ z: 14, x: 16_383, y: 16_383 })
})

it('counts units across the whole world', () => {
  expect(unitsOf([180, 0], 0)).toEqual({ x: 4096, y: 2048 })
})

it('answers a box of the world at a coarse zoom and one of a street at any', () => {
  expect(finestZoom([-180, -85.05, 180, 85.05])).toBe(3)
  expect(finestZoom([123.4, 41.8, 123.41, 41.81])).toBeGreaterThan(14)
  expect(finestZoom([0, 0, 0, 0])).toBeGreaterThan(14)
})
