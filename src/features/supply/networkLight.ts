import type { Network, SupplyPath } from '@contract/supply'
import type { SceneStates } from '@/graph/network/networkScene'
import { neighbourhood } from './networkRows'

/** What is looked at: a node, a link, the links between two places, or the way between two firms. */
export type Picked =
  { kind: 'node'; id: string } | { kind: 'link'; id: string } | { kind: 'pair'; id: string } | { kind: 'path' }

/** How the drawing shows it. */
export interface NetworkLight {
  selected: string | null
  focus: ReadonlySet<string> | null
  states: SceneStates | null
  edgeStates: SceneStates | null
}

const NOTHING: NetworkLight = { selected: null, focus: null, states: null, edgeStates: null }

/** What stays bright. The firm looked at itself dims nothing: all there is belongs to it. */
export function networkLight(network: Network, picked: Picked | null, path: SupplyPath | undefined): NetworkLight {
  if (picked?.kind === 'node' && network.nodes.some(({ id }) => id === picked.id)) {
    const isEgo = picked.id === network.firm.id
    return { ...NOTHING, selected: picked.id, focus: isEgo ? null : neighbourhood(network, picked.id) }
  }
  if (picked?.kind === 'link') {
    const link = network.links.find(({ id }) => id === picked.id)
    if (link) return { ...NOTHING, focus: new Set([link.from, link.to]), edgeStates: new Map([[link.id, LIT]]) }
  }
  if (picked?.kind === 'path' && path?.hops) return pathLight(path, path.hops)
  return NOTHING
}

const LIT = { tone: 'path', level: 1 }

function pathLight({ from }: SupplyPath, hops: NonNullable<SupplyPath['hops']>): NetworkLight {
  const ids = [from.id, ...hops.map(({ party }) => party.id)]
  return {
    selected: null,
    focus: new Set(ids),
    states: new Map(ids.map((id) => [id, LIT])),
    edgeStates: new Map(hops.map(({ link }) => [link.id, LIT])),
  }
}
