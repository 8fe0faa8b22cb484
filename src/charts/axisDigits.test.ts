import { expect, it } from 'vitest'
import { axisDigits } from './axisDigits'

it.each([
  [[9027.1, 8500], 6, 0],
  [[12, 3], 6, 0],
  [[5.3, -1.2], 6, 0],
  [[4.5, 1], 6, 1],
  [[0.36, null], 6, 2],
  [[0.36], 1, 1],
  [[0, 0], 6, 0],
  [[null], 6, 0],
])('an axis over %j of at most %i decimals shows %i', (values, most, digits) => {
  expect(axisDigits(values, most)).toBe(digits)
})
