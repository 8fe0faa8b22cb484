import type { Panorama, PanoramaNode } from '@contract/panorama'

export interface Plans {
  missing: PanoramaNode[]
  weak: PanoramaNode[]
  strong: PanoramaNode[]
  /** 补链: missing nodes that a strong node here would buy from. */
  supplement: { node: PanoramaNode; downstream: PanoramaNode }[]
  /** 延链: missing nodes that a specialised node here would sell to. */
  extend: { node: PanoramaNode; upstream: PanoramaNode }[]
  /** 强链: present, but below the province's average. */
  strengthen: PanoramaNode[]
  /** Nodes for which partners are looked for, in this order. */
  wanted: PanoramaNode[]
  broken: { edges: number; waiting: PanoramaNode[] }
}

const MOST = 2
/** What nobody in the province makes has no partner: a few more are asked for. */
const MOST_ASKED = 6
/** 区位商 from which a node is more than the province's average. */
const AVERAGE = 1

const quotient = (node: PanoramaNode) => (node.locationQuotient === null ? null : Number(node.locationQuotient))

/** 强 / 补 / 延 by the strengths and the flows of the panorama; each rests on a node, its number and the period. */
export function choosePlans({ nodes, edges }: Pick<Panorama, 'nodes' | 'edges'>): Plans {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const heaviest = (some: PanoramaNode[]) => [...some].sort((a, b) => b.weight - a.weight)
  const of = (strength: PanoramaNode['strength']) => heaviest(nodes.filter((node) => node.strength === strength))
  const missing = of('missing')
  const others = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const best = (some: PanoramaNode[]) => [...some].sort((a, b) => (quotient(b) ?? 0) - (quotient(a) ?? 0))[0]
  const supplement = missing.flatMap((node) => {
    const buyers = others(edges.filter(({ from }) => from === node.id).map(({ to }) => to))
    const downstream = best(buyers.filter((one) => one.strength === 'strong' && quotient(one) !== null))
    return downstream ? [{ node, downstream }] : []
  })
  const chosen = new Set(supplement.map(({ node }) => node.id))
  const extend = missing.flatMap((node) => {
    const sellers = others(edges.filter(({ to }) => to === node.id).map(({ from }) => from))
    const upstream = best(sellers.filter((one) => one.strength !== 'missing' && (quotient(one) ?? 0) > AVERAGE))
    return upstream && !chosen.has(node.id) ? [{ node, upstream }] : []
  })
  const weak = of('weak')
  const cut = edges.filter(
    ({ from, to }) => byId.get(from)?.strength === 'missing' && byId.get(to)?.strength !== 'missing',
  )
  const waiting = others([...new Set(cut.map(({ to }) => to))])
  return {
    missing,
    weak,
    strong: of('strong'),
    supplement: supplement.slice(0, MOST),
    extend: extend.slice(0, MOST),
    strengthen: weak.filter((node) => (quotient(node) ?? AVERAGE) < AVERAGE).slice(0, MOST),
    wanted: [...new Set([...supplement.map(({ node }) => node), ...missing, ...weak])].slice(0, MOST_ASKED),
    broken: { edges: cut.length, waiting: heaviest(waiting) },
  }
}
