import { expect, it } from 'vitest'
import { countLabel } from './pointTiles'

it.each([
  [2, '2'],
  [999, '999'],
  [1000, '1,000'],
  [1005, '1,005'],
  [9999, '9,999'],
  [10_000, '1万'],
  [12_345, '1.2万'],
  [12_500, '1.3万'],
  [1_000_000, '100万'],
])('writes %i as %s', (count, label) => {
  expect(countLabel(count)).toBe(label)
})
