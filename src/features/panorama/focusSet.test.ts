import { describe, expect, it } from 'vitest'
import { focusSet } from './focusSet'
import { panoramaEdge } from './panorama.fixture'

const EDGES = [
  panoramaEdge('ore', 'steel'),
  panoramaEdge('steel', 'shaft'),
  panoramaEdge('shaft', 'lathe'),
  panoramaEdge('lathe', 'car'),
  panoramaEdge('steel', 'bed'),
  panoramaEdge('car', 'scrap'),
]

describe('focusSet', () => {
  it('follows suppliers and customers by hops', () => {
    const { nodes } = focusSet(EDGES, 'shaft')
    expect(Object.fromEntries(nodes)).toEqual({ shaft: 0, steel: 1, ore: 2, lathe: 1, car: 2 })
  })

  it('leaves out the other customers of a supplier', () => {
    expect(focusSet(EDGES, 'shaft').nodes.has('bed')).toBe(false)
  })

  it('marks the edges by the hop at which they are met', () => {
    expect([...focusSet(EDGES, 'shaft').edges].sort(([a], [b]) => a - b)).toEqual([
      [0, 2],
      [1, 1],
      [2, 1],
      [3, 2],
    ])
  })

  it('goes as far as asked', () => {
    expect(focusSet(EDGES, 'shaft', 3).nodes.get('scrap')).toBe(3)
    expect(focusSet(EDGES, 'shaft', 1).nodes.size).toBe(3)
  })

  it('ends on cycles and keeps the nearest hop', () => {
    const { nodes, edges } = focusSet([panoramaEdge('a', 'b'), panoramaEdge('b', 'a')], 'a', 5)
    expect(Object.fromEntries(nodes)).toEqual({ a: 0, b: 1 })
    expect([...edges.values()]).toEqual([1, 1])
  })

  it('of a node without edges is the node alone', () => {
    expect([...focusSet(EDGES, 'idle').nodes.keys()]).toEqual(['idle'])
  })
})
