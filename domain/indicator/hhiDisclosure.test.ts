import { expect, it } from 'vitest'
import { hhiDisclosure } from './hhiDisclosure'

const at = (value: string) => ({ lower: value, upper: value })

it.each([
  [3, '3562.9', 'few'],
  [4, '3000.0', null],
  [7, '5000.0', null],
  [7, '5000.1', 'dominant'],
  [3, '6014.6', 'few'],
] as const)('judges an index over %i enterprises of %s as %s', (reporting, value, verdict) => {
  expect(hhiDisclosure(reporting, at(value))).toBe(verdict)
})

it('lets the upper bound decide, and nothing where there is no index', () => {
  expect(hhiDisclosure(9, { lower: '4000.0', upper: '5200.0' })).toBe('dominant')
  expect(hhiDisclosure(0, null)).toBeNull()
})
