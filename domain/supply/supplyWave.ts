import type { Assumptions } from './assumptions'
import { ExactSums } from './exactSums'
import { Front, type Wave } from './front'
import { SparePool } from './sparePool'
import type { SupplyGraph } from './supplyGraph'

/** 缺料: inputs missing downstream. A basket (buyer × product) lacks what its suppliers deliver less, weighed as `Baskets` says. */
export function supplyWave(
  graph: SupplyGraph,
  own: Float64Array,
  stopped: readonly number[],
  { passDown, tiers, spare }: Pick<Assumptions, 'passDown' | 'tiers' | 'spare'>,
): Wave {
  const { whole, buyer, product } = graph.baskets
  const front = new Front(own, stopped, passDown)
  const missing = new ExactSums(graph.baskets.count)
  const pool = spare > 0 ? new SparePool(graph.baskets, spare) : null
  const seen = new Uint8Array(graph.baskets.count)
  const seenBuyer = new Uint8Array(graph.firms)
  const worst = new Float64Array(graph.firms)
  for (let step = 1; step <= tiers && !front.isEmpty; step += 1) {
    const short: number[] = []
    const note = (basket: number) => {
      if (seen[basket] === step) return
      seen[basket] = step
      short.push(basket)
    }
    deliverLess(graph, front, missing, pool, note, step)
    pool?.forEachWorse(note)
    const buyers: number[] = []
    for (const basket of short) {
      const unfilled = pool?.unfilled(product[basket] ?? -1) ?? 1
      const share = Math.min(missing.at(basket) / (whole[basket] ?? 1), 1) * unfilled
      const firm = buyer[basket] ?? 0
      // Leontief: the scarcest input decides. No basket is ever less short than a step before, so the largest stays so.
      if (!(share > (worst[firm] ?? 0))) continue
      worst[firm] = share
      if (seenBuyer[firm] === step) continue
      seenBuyer[firm] = step
      buyers.push(firm)
    }
    for (const firm of buyers) front.hit(firm, worst[firm] ?? 0, step)
  }
  return front.finish()
}

/** Moves what is missing from the baskets of who delivers less than a step ago. */
function deliverLess(
  { sales: { starts, trades }, buyer, yuan, baskets: { of, weight, product } }: SupplyGraph,
  front: Front,
  missing: ExactSums,
  pool: SparePool | null,
  note: (basket: number) => void,
  step: number,
): void {
  const { firms, before } = front.take()
  for (let place = 0; place < firms.length; place += 1) {
    const supplier = firms[place] ?? 0
    const [was, is] = [before[place] ?? 0, front.now[supplier] ?? 0]
    for (let at = starts[supplier] ?? 0; at < (starts[supplier + 1] ?? 0); at += 1) {
      const trade = trades[at] ?? 0
      const basket = of[trade] ?? 0
      const own = weight[trade] ?? Number.NaN
      if (own >= 0) {
        missing.move(basket, own * was, own * is)
        note(basket)
      } else front.touch(buyer[trade] ?? 0, step)
      pool?.move(basket, product[basket] ?? -1, yuan[trade] ?? Number.NaN, was, is)
    }
  }
}
