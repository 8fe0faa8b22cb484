import type { NetworkFirm, SupplyHead, SupplyParty } from '@contract/supply'
import { heaviest, walkWeights } from './networkWeights'
import { walkFor, type NetworkWish } from './askNetwork'
import type { SupplyIndex } from './supplyIndex'

/** Firms of one workbook: more rows than this nobody reads, and the programs that open them stall. */
export const MOST_EXPORTED = 20_000

export type NetworkRow = Omit<NetworkFirm, 'what' | 'group'>

/** A network to be printed: every firm by itself. */
export interface NetworkRowList {
  head: SupplyHead
  firm: SupplyParty
  rows: NetworkRow[]
  /** Firms left out, the lightest. */
  cut: number
  /** `supplier>buyer` of every walked pair between the firms of the list. */
  pairs: string[]
}

export function networkRows(index: SupplyIndex, { frame, query }: NetworkWish): NetworkRowList {
  const view = index.open(frame)
  const { graph, parties } = view
  const firm = view.require(query.firm, 'firm')
  const walked = walkFor(view, firm, query)
  const { found } = walked
  const weight = walkWeights(graph, walked.trades)
  const weights = Float64Array.from({ length: found.length }, (_, at) => weight[found.firm(at)] ?? 0)
  const listed = [...heaviest(weights, MOST_EXPORTED)].flatMap((isKept, at) => (isKept === 1 ? found.at(at) : []))
  const isListed = new Uint8Array(graph.firms)
  for (const one of [{ firm }, ...listed]) isListed[one.firm] = 1
  const pairs = new Set<string>()
  for (const trade of walked.trades) {
    const [supplier = 0, buyer = 0] = [graph.supplier[trade], graph.buyer[trade]]
    if (isListed[supplier] === 1 && isListed[buyer] === 1) pairs.add(`${parties.id(supplier)}>${parties.id(buyer)}`)
  }
  return {
    head: view.head,
    firm: view.describe(firm),
    rows: listed.map((one) => ({
      ...view.describe(one.firm),
      tier: one.tier,
      isBothSides: one.isBothSides,
      isVia: one.isVia,
      ring: view.ringOf(firm, one.firm),
    })),
    cut: found.length - listed.length,
    pairs: [...pairs],
  }
}
