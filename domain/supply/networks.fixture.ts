import { supplyGraph, type SupplyGraph } from './supplyGraph'

/** Supplier, buyer, product, 元 a year, part of what the buyer buys of the product (null = unknown). */
export type Trade = [
  supplier: string,
  buyer: string,
  product: string | null,
  yuan: number | null,
  share?: number | null,
]

export interface Network extends SupplyGraph {
  names: string[]
  /** By number. */
  products: string[]
  at(name: string): number
}

/** A small network by names; firms are numbered as `order` says, else as they appear. */
export function network(trades: readonly Trade[], order?: readonly string[]): Network {
  const names = [...new Set([...(order ?? []), ...trades.flatMap(([supplier, buyer]) => [supplier, buyer])])]
  const products = [...new Set(trades.flatMap(([, , product]) => product ?? []))]
  const at = (name: string) => names.indexOf(name)
  const graph = supplyGraph({
    firms: names.length,
    supplier: Int32Array.from(trades, ([supplier]) => at(supplier)),
    buyer: Int32Array.from(trades, ([, buyer]) => at(buyer)),
    product: Int32Array.from(trades, ([, , product]) => (product === null ? -1 : products.indexOf(product))),
    yuan: Float64Array.from(trades, ([, , , yuan]) => yuan ?? Number.NaN),
    share: Float64Array.from(trades, ([, , , , share]) => share ?? Number.NaN),
  })
  return { ...graph, names, products, at }
}
