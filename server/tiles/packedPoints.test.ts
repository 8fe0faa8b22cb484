import { expect, it } from 'vitest'
import { demoCreditCode } from '../demo/creditCodes'
import { PointCollector } from './packedPoints'
import { chunkOf, packed } from './points.fixture'

it('keeps codes and degrees, also west and south of zero', () => {
  const points = packed([
    [123.4567891, 41.8],
    [-0.5, -33.25],
  ])
  expect(points.count).toBe(2)
  expect([points.code(0), points.code(1)]).toEqual([demoCreditCode(0), demoCreditCode(1)])
  expect([points.at(0), points.at(1)]).toEqual([
    [123.4567891, 41.8],
    [-0.5, -33.25],
  ])
})

it('numbers the enterprises through all chunks, empty ones among them', () => {
  const collector = new PointCollector()
  for (const chunk of [chunkOf([[1, 1]], 7), '', chunkOf([[2, 2]], 8)]) collector.add(chunk)
  const points = collector.finish()
  expect([points.code(0), points.code(1)]).toEqual([demoCreditCode(7), demoCreditCode(8)])
  expect(points.at(1)).toEqual([2, 2])
})

it('holds nobody when there is nobody', () => {
  expect(new PointCollector().finish().count).toBe(0)
})

it('does not take a code of another length for a code and a number', () => {
  expect(() => new PointCollector().add('9121,10,10')).toThrow()
})
