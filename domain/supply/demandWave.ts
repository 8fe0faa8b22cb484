import type { Assumptions } from './assumptions'
import { ExactSums } from './exactSums'
import { Front, type Wave } from './front'
import { Numbers } from './numbers'
import { salesBase } from './salesBase'
import type { SupplyGraph } from './supplyGraph'

export interface DemandWave extends Wave {
  /** Orders lost by a firm in 元 of a year. */
  lostYuan(firm: number): number
}

/** 断单: orders lost upstream. A supplier with a trade of unknown amount is touched, by how much is not known. */
export function demandWave(
  graph: SupplyGraph,
  own: Float64Array,
  stopped: readonly number[],
  revenue: Float64Array,
  { passUp, tiers }: Pick<Assumptions, 'passUp' | 'tiers'>,
): DemandWave {
  const front = new Front(own, stopped, passUp, tiers)
  const lost = new ExactSums(graph.firms)
  const seen = new Uint8Array(graph.firms)
  const touched = new Numbers()
  for (let step = 1; !front.isEmpty; step += 1) {
    touched.length = 0
    loseOrders(graph, front, lost, { seen, touched }, step)
    // By number, since their trades lie in that order.
    touched.sortMarked(0, seen, step)
    for (const supplier of touched.finish()) {
      const yuan = lost.at(supplier)
      front.hit(supplier, yuan > 0 ? Math.min(yuan / salesBase(graph, revenue, supplier), 1) : 0, step)
    }
  }
  return { ...front.finish(), lostYuan: (firm) => lost.at(firm) }
}

/** Moves the orders of who buys less than a step ago, and notes their suppliers, each once. */
function loseOrders(
  { purchases: { starts, supplier, yuan } }: SupplyGraph,
  front: Front,
  lost: ExactSums,
  { seen, touched }: { seen: Uint8Array; touched: Numbers },
  step: number,
): void {
  const { firms, before, now, length } = front.take()
  for (let place = 0; place < length; place += 1) {
    const buyer = firms[place] ?? 0
    const [was, is] = [before[place] ?? 0, now[place] ?? 0]
    const end = starts[buyer + 1] ?? 0
    for (let at = starts[buyer] ?? 0; at < end; at += 1) {
      const amount = yuan[at] ?? Number.NaN
      const seller = supplier[at] ?? 0
      if (!(amount >= 0)) {
        front.touch(seller, step)
        continue
      }
      lost.move(seller, amount * was, amount * is)
      if (seen[seller] === step) continue
      seen[seller] = step
      touched.push(seller)
    }
  }
}
