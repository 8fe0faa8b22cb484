import type { KnockOut } from './knockOut'
import { tradesOf, type SupplyGraph } from './supplyGraph'

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
 * Sorted by what is left, then by number.
 */
export function sourcesLost(graph: SupplyGraph, run: KnockOut): LostSources {
  const lost = lostFirms(graph.firms, run)
  const isLost = new Uint8Array(graph.firms)
  for (const firm of lost) isLost[firm] = 1
  const buyersOf = new Map<number, Set<number>>()
  for (const firm of lost)
    for (const trade of tradesOf(graph.sales, firm)) {
      const product = graph.product[trade] ?? -1
      const buyers = buyersOf.get(product) ?? new Set()
      buyersOf.set(product, buyers.add(graph.buyer[trade] ?? 0))
    }
  const unnamed = buyersOf.get(-1)?.size ?? 0
  buyersOf.delete(-1)
  const baskets = basketsLeft(graph, buyersOf, isLost)
  return { baskets, products: productsLeft(graph, buyersOf, isLost, baskets), unnamed }
}

function lostFirms(firms: number, { own, shortage, shortageTier, assumptions }: KnockOut): number[] {
  const lost: number[] = []
  for (let firm = 0; firm < firms; firm += 1) {
    const isOver = (shortageTier[firm] ?? 0) < assumptions.tiers
    const less = Math.max(own[firm] ?? 0, isOver ? assumptions.passDown * (shortage[firm] ?? 0) : 0)
    if (less >= 1) lost.push(firm)
  }
  return lost
}

const leftOf = (after: number) => (after === 0 ? 'none' : 'single')

function basketsLeft(
  graph: SupplyGraph,
  buyersOf: ReadonlyMap<number, ReadonlySet<number>>,
  isLost: Uint8Array,
): SourcesLost[] {
  const left: SourcesLost[] = []
  const buyers = new Set([...buyersOf.values()].flatMap((some) => [...some]))
  for (const buyer of buyers) {
    const sources = new Map<number, Set<number>>()
    for (const trade of tradesOf(graph.purchases, buyer)) {
      const product = graph.product[trade] ?? -1
      if (!buyersOf.get(product)?.has(buyer)) continue
      const own = sources.get(product) ?? new Set()
      sources.set(product, own.add(graph.supplier[trade] ?? 0))
    }
    for (const [product, all] of sources) {
      const after = [...all].filter((firm) => isLost[firm] === 0).length
      if (after <= 1) left.push({ buyer, product, before: all.size, after, left: leftOf(after) })
    }
  }
  return left.sort((a, b) => a.after - b.after || a.buyer - b.buyer || a.product - b.product)
}

/** Supplier after supplier, so that each is counted once a product. */
function productsLeft(
  graph: SupplyGraph,
  buyersOf: ReadonlyMap<number, ReadonlySet<number>>,
  isLost: Uint8Array,
  baskets: readonly SourcesLost[],
): ProductSourcesLost[] {
  const { products } = graph.baskets
  const [before, after] = [new Int32Array(products), new Int32Array(products)]
  const latest = new Int32Array(products).fill(-1)
  for (let firm = 0; firm < graph.firms; firm += 1)
    for (const trade of tradesOf(graph.sales, firm)) {
      const product = graph.product[trade] ?? -1
      if (product === -1 || latest[product] === firm) continue
      latest[product] = firm
      before[product] = (before[product] ?? 0) + 1
      if (isLost[firm] === 0) after[product] = (after[product] ?? 0) + 1
    }
  const rows = new Map<number, ProductSourcesLost>()
  for (const [product, buyers] of buyersOf)
    rows.set(product, {
      product,
      before: before[product] ?? 0,
      after: after[product] ?? 0,
      buyers: buyers.size,
      buyersWithNone: 0,
      buyersWithOne: 0,
    })
  for (const { product, left } of baskets) {
    const row = rows.get(product)
    if (row) row[left === 'none' ? 'buyersWithNone' : 'buyersWithOne'] += 1
  }
  return [...rows.values()]
    .filter((row) => row.after <= 1 || row.buyersWithNone + row.buyersWithOne > 0)
    .sort((a, b) => a.after - b.after || b.buyersWithNone - a.buyersWithNone || a.product - b.product)
}
