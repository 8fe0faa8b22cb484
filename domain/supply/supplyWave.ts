import type { Assumptions } from './assumptions'
import { ExactSums } from './exactSums'
import { Front, type Wave } from './front'
import { Numbers } from './numbers'
import { SparePool } from './sparePool'
import type { SupplyGraph } from './supplyGraph'

/** 缺料: inputs missing downstream. A basket (buyer × product) lacks what its suppliers deliver less, weighed as `Baskets` says. */
export function supplyWave(
  graph: SupplyGraph,
  own: Float64Array,
  stopped: readonly number[],
  { passDown, tiers, spare }: Pick<Assumptions, 'passDown' | 'tiers' | 'spare'>,
): Wave {
  const front = new Front(own, stopped, passDown, tiers)
  const missing = new ExactSums(graph.baskets.count)
  const scarcest = new Scarcest(graph.firms)
  const pool = spare > 0 ? new SparePool(graph.baskets, spare) : null
  for (let step = 1; !front.isEmpty; step += 1) {
    if (pool) {
      deliverLessFromPool(graph, front, missing, pool, step)
      noteShort(graph, missing, pool, scarcest, step)
    } else deliverLess(graph, front, missing, scarcest, step)
    for (const firm of scarcest.takeFirms(step)) front.hit(firm, scarcest.of(firm), step)
  }
  return front.finish()
}

/**
 * Leontief: the scarcest input of a buyer decides. No basket is ever less short than a moment before, so the largest share
 * noted is that of the last state.
 */
class Scarcest {
  private readonly share: Float64Array
  private readonly step: Uint8Array
  private readonly firms = new Numbers()

  constructor(firms: number) {
    this.share = new Float64Array(firms)
    this.step = new Uint8Array(firms)
  }

  note(firm: number, share: number, step: number): void {
    if (share <= (this.share[firm] ?? 0)) return
    this.share[firm] = share
    if (this.step[firm] === step) return
    this.step[firm] = step
    this.firms.push(firm)
  }

  of(firm: number): number {
    return this.share[firm] ?? 0
  }

  /** The firms that are shorter than a step before, by number: their trades lie in that order. Good until the next step. */
  takeFirms(step: number): Int32Array {
    const { firms } = this
    firms.sortMarked(0, this.step, step)
    const taken = firms.finish()
    firms.length = 0
    return taken
  }
}

/** Moves what is missing from the baskets of who delivers less than a step ago. */
function deliverLess(
  { sales: { starts, buyer, basket, weight, whole } }: SupplyGraph,
  front: Front,
  missing: ExactSums,
  scarcest: Scarcest,
  step: number,
): void {
  const { firms, before, now, length } = front.take()
  for (let place = 0; place < length; place += 1) {
    const supplier = firms[place] ?? 0
    const [was, is] = [before[place] ?? 0, now[place] ?? 0]
    const end = starts[supplier + 1] ?? 0
    for (let at = starts[supplier] ?? 0; at < end; at += 1) {
      const own = weight[at] ?? Number.NaN
      const firm = buyer[at] ?? 0
      if (!(own >= 0)) {
        front.touch(firm, step)
        continue
      }
      const short = basket[at] ?? 0
      missing.move(short, own * was, own * is)
      scarcest.note(firm, Math.min(missing.at(short) / (whole[at] ?? 1), 1), step)
    }
  }
}

/** The same where others can fill in: who is how short shows only when the pool has settled. */
function deliverLessFromPool(
  { sales: { starts, trades, buyer, basket, weight }, yuan }: SupplyGraph,
  front: Front,
  missing: ExactSums,
  pool: SparePool,
  step: number,
): void {
  const { firms, before, now, length } = front.take()
  for (let place = 0; place < length; place += 1) {
    const supplier = firms[place] ?? 0
    const [was, is] = [before[place] ?? 0, now[place] ?? 0]
    const end = starts[supplier + 1] ?? 0
    for (let at = starts[supplier] ?? 0; at < end; at += 1) {
      const own = weight[at] ?? Number.NaN
      const short = basket[at] ?? 0
      if (own >= 0) missing.move(short, own * was, own * is)
      else front.touch(buyer[at] ?? 0, step)
      pool.move(short, yuan[trades[at] ?? 0] ?? Number.NaN, was, is)
    }
  }
  pool.settle()
}

/** A product that is shared out anew touches all who lack it; they lie in a row, and asking all baskets takes milliseconds. */
function noteShort(
  { baskets: { count, whole, buyer } }: SupplyGraph,
  missing: ExactSums,
  pool: SparePool,
  scarcest: Scarcest,
  step: number,
): void {
  for (let basket = 0; basket < count; basket += 1) {
    const lacking = missing.at(basket)
    if (lacking === 0) continue
    const share = Math.min(lacking / (whole[basket] ?? 1), 1) * pool.unfilledOf(basket)
    scarcest.note(buyer[basket] ?? 0, share, step)
  }
}
