import type { SupplyView } from './supplyView'

/** Chains that a firm serves: those its buyers stand on. Ids in no order. */
export function chainsServed({ graph, parties }: SupplyView): (firm: number) => string[] {
  const { starts, trades } = graph.sales
  return (firm) => {
    const chains = new Set<string>()
    for (let at = starts[firm] ?? 0; at < (starts[firm + 1] ?? 0); at += 1)
      parties.addChains(graph.buyer[trades[at] ?? 0] ?? firm, chains)
    return [...chains]
  }
}
