import type { KnockOut } from './knockOut'
import type { SupplyGraph } from './supplyGraph'

/** How many firms deliver a product to a buyer, before and after the stop. */
export interface SourcesLost {
  buyer: number
  product: number
  before: number
  after: number
  /** 断供 = nobody is left; 单一来源 = one is. */
  left: 'none' | 'single'
}

/** The sources of a product in the whole network, and what its buyers are left with. */
export interface ProductSourcesLost {
  product: number
  before: number
  after: number
  /** Buyers that lost a source of it; of those, with nobody left, and with one left of several. */
  buyers: number
  buyersWithNone: number
  buyersWithOne: number
}

export interface LostSources {
  /** Buyers × products left with one source or none, that had more before. */
  baskets: SourcesLost[]
  /** Products with at most one source left in the network, or with such buyers; the fewest left first. */
  products: ProductSourcesLost[]
  /** Buyers that lost a source of a product without a name: how many others there are of it cannot be said. */
  unnamed: number
}

/**
 * 单一来源与断供. A source is a firm, over however many trades. It is lost when it delivers nothing any more: it stops
 * altogether, or its own shortage stops it (β = 1 and nothing left) within the tiers. One that delivers less stays a source.
 * `baskets` are those with nobody left first, then by number; `most` of them are listed, `products` counts all.
 */
export function sourcesLost(graph: SupplyGraph, run: KnockOut, most = Number.POSITIVE_INFINITY): LostSources {
  const { count, product } = graph.baskets
  const isLost = lostFirms(graph.firms, run)
  const touched = basketsOf(graph, isLost)
  const sources = countSources(graph, isLost, touched)
  const rows = new Map<number, ProductSourcesLost>()
  let unnamed = 0
  for (let basket = 0; basket < count; basket += 1) {
    if (touched[basket] === 0) continue
    const id = product[basket] ?? -1
    if (id === -1) {
      unnamed += 1
      continue
    }
    const row = rows.get(id) ?? blankRow(id, sources)
    rows.set(id, row)
    row.buyers += 1
    if (sources.after[basket] === 0) row.buyersWithNone += 1
    if (sources.after[basket] === 1) row.buyersWithOne += 1
  }
  return {
    baskets: basketsLeft(graph, touched, sources, most),
    products: [...rows.values()]
      .filter((row) => row.after <= 1 || row.buyersWithNone + row.buyersWithOne > 0)
      .sort((a, b) => a.after - b.after || b.buyersWithNone - a.buyersWithNone || a.product - b.product),
    unnamed,
  }
}

/** 1 = delivers nothing. */
function lostFirms(firms: number, { own, shortage, shortageTier, assumptions }: KnockOut): Uint8Array {
  const lost = new Uint8Array(firms)
  for (let firm = 0; firm < firms; firm += 1) {
    const isOver = (shortageTier[firm] ?? 0) < assumptions.tiers
    const less = Math.max(own[firm] ?? 0, isOver ? assumptions.passDown * (shortage[firm] ?? 0) : 0)
    if (less >= 1) lost[firm] = 1
  }
  return lost
}

/** 1 = has lost a source. */
function basketsOf({ firms, sales, baskets }: SupplyGraph, isLost: Uint8Array): Uint8Array {
  const touched = new Uint8Array(baskets.count)
  for (let firm = 0; firm < firms; firm += 1) {
    if (isLost[firm] === 0) continue
    for (let at = sales.starts[firm] ?? 0; at < (sales.starts[firm + 1] ?? 0); at += 1)
      touched[sales.basket[at] ?? 0] = 1
  }
  return touched
}

interface Sources {
  /** By basket. */
  before: Int32Array
  after: Int32Array
  /** By product. */
  allBefore: Int32Array
  allAfter: Int32Array
}

/** Supplier after supplier, so that each is counted once a basket and once a product. */
function countSources({ firms, sales, baskets }: SupplyGraph, isLost: Uint8Array, touched: Uint8Array): Sources {
  const { count, products, product } = baskets
  const [before, after, latest] = [new Int32Array(count), new Int32Array(count), new Int32Array(count).fill(-1)]
  const [allBefore, allAfter] = [new Int32Array(products), new Int32Array(products)]
  const latestOfAll = new Int32Array(products).fill(-1)
  for (let firm = 0; firm < firms; firm += 1) {
    const stays = isLost[firm] === 0 ? 1 : 0
    for (let at = sales.starts[firm] ?? 0; at < (sales.starts[firm + 1] ?? 0); at += 1) {
      const basket = sales.basket[at] ?? 0
      const id = product[basket] ?? -1
      if (id !== -1 && latestOfAll[id] !== firm) {
        latestOfAll[id] = firm
        allBefore[id] = (allBefore[id] ?? 0) + 1
        allAfter[id] = (allAfter[id] ?? 0) + stays
      }
      if (touched[basket] === 0 || latest[basket] === firm) continue
      latest[basket] = firm
      before[basket] = (before[basket] ?? 0) + 1
      after[basket] = (after[basket] ?? 0) + stays
    }
  }
  return { before, after, allBefore, allAfter }
}

const blankRow = (product: number, { allBefore, allAfter }: Sources): ProductSourcesLost => ({
  product,
  before: allBefore[product] ?? 0,
  after: allAfter[product] ?? 0,
  buyers: 0,
  buyersWithNone: 0,
  buyersWithOne: 0,
})

function basketsLeft(
  { baskets: { count, buyer, product } }: SupplyGraph,
  touched: Uint8Array,
  { before, after }: Sources,
  most: number,
): SourcesLost[] {
  const found: SourcesLost[] = []
  for (const left of ['none', 'single'] as const)
    for (let basket = 0; basket < count && found.length < most; basket += 1) {
      const isLeft = touched[basket] === 1 && product[basket] !== -1 && after[basket] === (left === 'none' ? 0 : 1)
      if (!isLeft) continue
      found.push({
        buyer: buyer[basket] ?? 0,
        product: product[basket] ?? -1,
        before: before[basket] ?? 0,
        after: after[basket] ?? 0,
        left,
      })
    }
  return found.sort((a, b) => a.after - b.after || a.buyer - b.buyer || a.product - b.product)
}
