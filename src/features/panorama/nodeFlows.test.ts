import { describe, expect, it } from 'vitest'
import { nodeFlows } from './nodeFlows'
import { chainOf, panoramaEdge } from './panorama.fixture'

const chain = chainOf({ up: [3], mid: [1], down: [1] }, [
  panoramaEdge('up0-0', 'mid0-0', { product: '电机' }),
  panoramaEdge('up0-0', 'mid0-0', { product: '驱动器' }),
  panoramaEdge('up0-1', 'mid0-0', { product: '光栅尺', broken: true }),
  panoramaEdge('mid0-0', 'down0-0', { product: '车床' }),
  panoramaEdge('mid0-0', 'gone', { product: '车床' }),
])
chain.nodes[1]!.strength = 'missing'

describe('the neighbours of a node', () => {
  const { upstream, downstream } = nodeFlows(chain, 'mid0-0')

  it('shows gaps first and each neighbour once, with all its products', () => {
    expect(upstream.map(({ node, products, broken }) => [node.id, products.join('、'), broken])).toEqual([
      ['up0-1', '光栅尺', true],
      ['up0-0', '电机、驱动器', false],
    ])
  })

  it('passes over a neighbour that is not on the chain', () => {
    expect(downstream.map(({ node }) => node.id)).toEqual(['down0-0'])
  })
})
