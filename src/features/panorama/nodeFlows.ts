import type { Panorama, PanoramaNode } from '@contract/panorama'

/** One neighbour of a node, with all products between the two. */
export interface Flow {
  node: PanoramaNode
  products: string[]
  /** 断链影响: the supplier of this flow is missing here. */
  broken: boolean
  cycle: boolean
}

export interface NodeFlows {
  upstream: Flow[]
  downstream: Flow[]
}

const RANK = { missing: 0, weak: 1, fair: 2, strong: 3 }

/** Who supplies a node and whom it supplies; gaps first, since they are what one looks for. */
export function nodeFlows({ nodes, edges }: Panorama, id: string): NodeFlows {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const collect = (near: 'from' | 'to', far: 'from' | 'to') => {
    const flows = new Map<string, Flow>()
    for (const edge of edges) {
      const node = edge[near] === id ? byId.get(edge[far]) : undefined
      if (!node) continue
      const flow = flows.get(node.id) ?? { node, products: [], broken: false, cycle: false }
      if (!flow.products.includes(edge.product)) flow.products.push(edge.product)
      flow.broken = flow.broken || edge.broken
      flow.cycle = flow.cycle || edge.cycle
      flows.set(node.id, flow)
    }
    return [...flows.values()].sort((a, b) => RANK[a.node.strength] - RANK[b.node.strength])
  }
  return { upstream: collect('to', 'from'), downstream: collect('from', 'to') }
}
