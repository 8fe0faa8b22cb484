import { countSources, type Baskets } from './baskets'
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
  const lost = countSources(graph.sales, graph.baskets, lostFirms(graph.firms, run))
  return { baskets: basketsLeft(graph, lost, most), ...productsLeft(graph, lost) }
}

/** How many firms deliver nothing any more, by basket and by product; a basket that lost none is not touched. */
type Lost = Pick<Baskets, 'sources' | 'productSources'>

function productsLeft({ baskets }: SupplyGraph, lost: Lost): Pick<LostSources, 'products' | 'unnamed'> {
  const { count, product, products, sources, productSources } = baskets
  const column = () => new Int32Array(products)
  const [buyers, none, one] = [column(), column(), column()]
  let unnamed = 0
  for (let basket = 0; basket < count; basket += 1) {
    const gone = lost.sources[basket] ?? 0
    if (gone === 0) continue
    const id = product[basket] ?? -1
    if (id === -1) {
      unnamed += 1
      continue
    }
    const after = (sources[basket] ?? 0) - gone
    buyers[id] = (buyers[id] ?? 0) + 1
    if (after === 0) none[id] = (none[id] ?? 0) + 1
    if (after === 1) one[id] = (one[id] ?? 0) + 1
  }
  const rows: ProductSourcesLost[] = []
  for (let id = 0; id < products; id += 1) {
    const before = productSources[id] ?? 0
    const after = before - (lost.productSources[id] ?? 0)
    const [buyersWithNone, buyersWithOne] = [none[id] ?? 0, one[id] ?? 0]
    if (buyers[id] === 0 || (after > 1 && buyersWithNone + buyersWithOne === 0)) continue
    rows.push({ product: id, before, after, buyers: buyers[id] ?? 0, buyersWithNone, buyersWithOne })
  }
  rows.sort((a, b) => a.after - b.after || b.buyersWithNone - a.buyersWithNone || a.product - b.product)
  return { products: rows, unnamed }
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

function basketsLeft(
  { baskets: { count, buyer, product, sources } }: SupplyGraph,
  lost: Lost,
  most: number,
): SourcesLost[] {
  const found: SourcesLost[] = []
  for (const left of ['none', 'single'] as const)
    for (let basket = 0; basket < count && found.length < most; basket += 1) {
      const gone = lost.sources[basket] ?? 0
      const before = sources[basket] ?? 0
      const after = before - gone
      if (gone === 0 || product[basket] === -1 || after !== (left === 'none' ? 0 : 1)) continue
      found.push({ buyer: buyer[basket] ?? 0, product: product[basket] ?? -1, before, after, left })
    }
  return found.sort((a, b) => a.after - b.after || a.buyer - b.buyer || a.product - b.product)
}
