import { expect, it } from 'vitest'
import { areaOfView, areaText, ringOfArea } from './areaRings'

it('the address carries five decimals and gives the same ring back', () => {
  const text = areaText([
    [123.4567891, 41.1],
    [124, 41.1],
    [124, 42],
  ])
  expect(text).toBe('123.45679,41.1;124,41.1;124,42')
  expect(areaText(ringOfArea(text) ?? [])).toBe(text)
})

it('what is in view is cut at the edge of the country', () => {
  expect(areaOfView([120, 40, 170, 80])).toBe('120,40;136,40;136,54;120,54')
  expect(areaOfView([-10, 40, 10, 50])).toBeNull()
})

it('no area and a broken one have no ring', () => {
  expect([ringOfArea(null), ringOfArea('123,41')]).toEqual([null, null])
})
