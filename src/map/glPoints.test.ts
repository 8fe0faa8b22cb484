import { describe, expect, it } from 'vitest'
import { pickOf } from './glPoints'

const geometry = { type: 'Point' as const, coordinates: [123.4, 41.8] }

describe('a mark that is clicked', () => {
  it('is an enterprise by its code', () => {
    expect(pickOf({ properties: { code: '91210100MA0000000X' }, geometry })).toEqual({
      kind: 'one',
      creditCode: '91210100MA0000000X',
    })
  })

  it('is a cluster with its number, its size and its place', () => {
    const properties = { cluster_id: 7, point_count: 12_345, label: '1.2万' }
    expect(pickOf({ properties, geometry })).toEqual({ kind: 'cluster', id: 7, count: 12_345, at: [123.4, 41.8] })
  })

  it('is nothing where a tile says neither', () => {
    expect(pickOf({ properties: {}, geometry })).toBeNull()
    expect(pickOf({ properties: { cluster_id: '7', point_count: 2 }, geometry })).toBeNull()
  })
})
