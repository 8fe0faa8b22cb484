import type { SearchAnswer } from '@contract/enterprises'

export interface SearchOption {
  kind: 'node' | 'enterprise'
  /** Node id or credit code. */
  id: string
  name: string
  /** Group of a node; county of an enterprise. */
  place: string
  /** Nodes to light up when it is chosen. */
  nodes: string[]
}

/** One list for the arrow keys: nodes first, then enterprises. */
export function searchOptions({ nodes, enterprises }: SearchAnswer): SearchOption[] {
  return [
    ...nodes.map(({ id, name, groupName }) => ({ kind: 'node' as const, id, name, place: groupName, nodes: [id] })),
    ...enterprises.map(({ creditCode, name, countyName, nodes: on }) => ({
      kind: 'enterprise' as const,
      id: creditCode,
      name,
      place: on.length > 0 ? countyName : `${countyName} · 不在本链`,
      nodes: on,
    })),
  ]
}
