import { createClassifier } from '@domain/chain/classify'
import type { ChainPack } from '@domain/chain/pack'
import { COUNTRY } from '@domain/region/ancestors'
import type { SupplyView } from './supplyView'

/** What is known of a 环节 in the region. */
export interface NodeFacts {
  node: string
  name: string
  /** Firms of the region on the node or selling its products into the chain, by number. */
  local: Map<number, LocalSupplier>
  /** The same of the province. */
  inProvince: Set<number>
  /** Somebody of the region on the chain buys it. */
  isDemanded: boolean
}

export interface LocalSupplier {
  /** Known 元 that it sells into the chain. */
  yuan: number
  trades: number
  /** Trades without an amount. */
  unpriced: number
}

export interface ChainSupply {
  nodes: NodeFacts[]
  /** Trades whose buyer is on the chain, by number. */
  trades: number[]
  unpriced: number
}

/** Who supplies which node of a chain: by what is sold where the product tells, else by where the seller stands. */
export function chainSupply(view: SupplyView, pack: ChainPack): ChainSupply {
  const { graph } = view
  const { seats, isOnChain, isLocal, isNear } = standing(view, pack)
  const nodes = pack.nodes.map(({ id, name }): NodeFacts => ({
    node: id,
    name,
    local: new Map(),
    inProvince: new Set(),
    isDemanded: false,
  }))
  for (const [firm, own] of seats)
    for (const at of own) {
      if (isNear(firm)) nodes[at]?.inProvince.add(firm)
      if (isLocal(firm)) supplierOf(nodes[at], firm)
    }
  const nodesOfProduct = productNodes(view, pack)
  const supply: ChainSupply = { nodes, trades: [], unpriced: 0 }
  for (let trade = 0; trade < graph.supplier.length; trade += 1) {
    const [supplier = 0, buyer = 0] = [graph.supplier[trade], graph.buyer[trade]]
    if (supplier === buyer || !isOnChain(buyer)) continue
    const yuan = graph.yuan[trade] ?? Number.NaN
    supply.trades.push(trade)
    if (Number.isNaN(yuan)) supply.unpriced += 1
    const told = nodesOfProduct(graph.product[trade] ?? -1)
    for (const at of told.length > 0 ? told : (seats.get(supplier) ?? [])) {
      const facts = nodes[at]
      if (!facts) continue
      if (isLocal(buyer)) facts.isDemanded = true
      if (isNear(supplier)) facts.inProvince.add(supplier)
      if (isLocal(supplier)) addTrade(supplierOf(facts, supplier), yuan)
    }
  }
  return supply
}

const NOBODY: LocalSupplier = { yuan: 0, trades: 0, unpriced: 0 }

function supplierOf(facts: NodeFacts | undefined, firm: number): LocalSupplier {
  const known = facts?.local.get(firm) ?? { ...NOBODY }
  facts?.local.set(firm, known)
  return known
}

function addTrade(supplier: LocalSupplier, yuan: number): void {
  supplier.trades += 1
  if (Number.isNaN(yuan)) supplier.unpriced += 1
  else supplier.yuan += yuan
}

/** Who stands where: on which nodes of the chain, in the region, in its province. Outside firms are nobody's. */
function standing(view: SupplyView, pack: ChainPack) {
  const { parties, frame } = view
  const numbers = new Map(pack.nodes.map(({ id }, at) => [id, at]))
  const province = frame.region === COUNTRY ? COUNTRY : `${frame.region.slice(0, 2)}0000`
  const flags = () => new Uint8Array(parties.count)
  const [local, near, onChain] = [flags(), flags(), flags()]
  const seats = new Map<number, number[]>()
  for (let firm = 0; firm < parties.count; firm += 1) {
    const own = parties.seatsOf(firm).flatMap(({ chain, node }) => (chain === pack.id ? (numbers.get(node) ?? []) : []))
    if (own.length > 0) seats.set(firm, own)
    if (own.length > 0 || parties.ledBy(firm)?.has(pack.id)) onChain[firm] = 1
    if (!parties.isListed(firm) || !view.sees(firm)) continue
    if (view.isIn(firm, frame.region)) local[firm] = 1
    if (view.isIn(firm, province)) near[firm] = 1
  }
  return {
    seats,
    isOnChain: (firm: number) => onChain[firm] === 1,
    isLocal: (firm: number) => local[firm] === 1,
    isNear: (firm: number) => near[firm] === 1,
  }
}

/** The nodes of the chain that the name of a product tells, each name read once. */
function productNodes({ index }: SupplyView, pack: ChainPack): (product: number) => readonly number[] {
  const classifier = createClassifier([pack])
  const numbers = new Map(pack.nodes.map(({ id }, at) => [id, at]))
  const known = new Map<number, number[]>([[-1, []]])
  return (product) => {
    const read = known.get(product)
    if (read) return read
    const found = classifier.classify({ name: '', products: index.products.list[product] ?? '' })
    const nodes = found.flatMap(({ node }) => numbers.get(node) ?? [])
    known.set(product, nodes)
    return nodes
  }
}
