import type { PanoramaEdge } from '@contract/panorama'

/** What lies up- and downstream of a node, by hops. */
export interface FocusSet {
  /** Node id → hops from the focus; upstream and downstream both count positive, the focus itself is 0. */
  nodes: Map<string, number>
  /** Index in the edge list → hop at which the edge is met: 1 touches the focus. */
  edges: Map<number, number>
}

/** Follows product flow only: suppliers of suppliers and customers of customers, never a supplier's other customers. */
export function focusSet(edges: readonly PanoramaEdge[], focus: string, hops = 2): FocusSet {
  const found: FocusSet = { nodes: new Map([[focus, 0]]), edges: new Map() }
  walk(edges, focus, hops, found, 'to', 'from')
  walk(edges, focus, hops, found, 'from', 'to')
  return found
}

function walk(
  edges: readonly PanoramaEdge[],
  focus: string,
  hops: number,
  found: FocusSet,
  near: 'from' | 'to',
  far: 'from' | 'to',
) {
  let front = new Set([focus])
  const seen = new Set([focus])
  for (let hop = 1; hop <= hops && front.size > 0; hop++) {
    const next = new Set<string>()
    edges.forEach((edge, index) => {
      if (!front.has(edge[near])) return
      keepNearest(found.edges, index, hop)
      const other = edge[far]
      keepNearest(found.nodes, other, hop)
      if (!seen.has(other)) next.add(other)
      seen.add(other)
    })
    front = next
  }
}

function keepNearest<K>(hops: Map<K, number>, key: K, hop: number) {
  hops.set(key, Math.min(hop, hops.get(key) ?? hop))
}
