import { LONGEST_PATH, type SupplyPath } from '@contract/supply'
import { chainOfTrades, type Hop } from '@domain/supply/chainOfTrades'
import { tradesOf } from '@domain/supply/supplyGraph'
import { linkWriter, TradeRows } from './networkLinks'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'

export interface PathWish {
  frame: SupplyFrame
  from: string
  to: string
}

/** 这家怎么挂上链主的. */
export function pathBetween(index: SupplyIndex, wish: PathWish): SupplyPath {
  const view = index.open(wish.frame)
  const from = view.require(wish.from, 'from')
  const to = view.require(wish.to, 'to')
  const hops = chainOfTrades(view.graph, from, to, LONGEST_PATH)
  return {
    ...view.head,
    from: view.describe(from),
    to: view.describe(to),
    hops: hops && hops.map((hop) => hopOf(view, hop)),
  }
}

function hopOf(view: SupplyView, { trade, forward }: Hop): NonNullable<SupplyPath['hops']>[number] {
  const { graph, parties } = view
  const supplier = graph.supplier[trade] ?? 0
  const buyer = graph.buyer[trade] ?? 0
  const same = [...tradesOf(graph.sales, supplier)].filter((other) => graph.buyer[other] === buyer)
  return {
    link: linkWriter(view, TradeRows.of(graph, same))(
      { from: parties.id(supplier), to: parties.id(buyer) },
      [0, same.length],
      same[0] ?? trade,
    ),
    isForward: forward,
    party: view.describe(forward ? buyer : supplier),
  }
}
