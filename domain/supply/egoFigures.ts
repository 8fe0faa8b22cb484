import { Decimal } from 'decimal.js'
import {
  localSupplyRate,
  SUPPLY_ZONES,
  supplyOf,
  zoneOf,
  type SupplyRing,
  type SupplyZone,
} from '../indicator/localSupply'
import { MOST_TIERS } from './assumptions'
import { depthOf } from './reach'
import { tradesOf, type SupplyGraph } from './supplyGraph'

export interface EgoWish {
  firm: number
  /** How near a firm has its seat to that of `firm`. */
  ringOf: (firm: number) => SupplyRing
  /** Chains that a firm serves. */
  chainsOf: (firm: number) => readonly string[]
  /** 营业收入 of `firm` in 元; NaN = not known. */
  revenue: number
}

/** 本地配套率 of a zone; null = there is nothing to divide by. Rates are decimal text, 0–1; amounts 万元. */
export interface LocalRate {
  zone: SupplyZone
  byCount: { local: number; whole: number; rate: string | null }
  byAmount: { local: string; whole: string; rate: string | null } | null
}

/** Who is bought from or sold to most, among those whose amount is known. */
export interface Top {
  firm: number
  yuan: number
  /** 元; of sales the 营业收入 where it is more than the known sales. */
  whole: number
  /** 0–1. */
  part: number
}

export interface EgoFigures {
  /** county ⊂ city ⊂ province. */
  localRates: LocalRate[]
  suppliers: number
  buyers: number
  /** 市内供应商数量: in the same city, the same county among them. */
  citySuppliers: number
  /** Suppliers and buyers none of whose trades has an amount: in no figure by amount. */
  suppliersWithoutAmount: number
  buyersWithoutAmount: number
  /** Known 元 of a year; NaN = no amount is known. */
  purchases: number
  sales: number
  /** 层级深度: the last tier anybody was found at, up to 4. */
  depth: { up: number; down: number }
  topSupplier: Top | null
  topBuyer: Top | null
  /** 单一来源产品: bought from one firm alone. By product; `yuan` NaN = not known. */
  singleSource: { product: number; supplier: number; yuan: number }[]
  /** 跨链供应商: suppliers that serve two chains or more, the most chains first. */
  multiChain: { firm: number; chains: readonly string[] }[]
}

const YUAN_OF_WAN = 10_000
const BOTH = 2

/** 链主的数, from its own trades of a year. */
export function egoFigures(graph: SupplyGraph, { firm, ringOf, chainsOf, revenue }: EgoWish): EgoFigures {
  const bought = partners(graph, tradesOf(graph.purchases, firm), graph.supplier)
  const sold = partners(graph, tradesOf(graph.sales, firm), graph.buyer)
  const supply = supplyOf(
    [...bought].map(([supplier, yuan]) => ({
      leader: String(firm),
      supplier: String(supplier),
      ring: ringOf(supplier),
      amount: Number.isNaN(yuan) ? null : new Decimal(yuan).div(YUAN_OF_WAN),
    })),
  )
  const known = (firms: ReadonlyMap<number, number>) => [...firms.values()].filter((yuan) => !Number.isNaN(yuan))
  const sum = (yuan: number[]) => (yuan.length > 0 ? yuan.reduce((all, own) => all + own, 0) : Number.NaN)
  const [purchases, sales] = [sum(known(bought)), sum(known(sold))]
  return {
    localRates: SUPPLY_ZONES.map((zone) => localRate(supply, zone)),
    suppliers: bought.size,
    buyers: sold.size,
    citySuppliers: Number(zoneOf(supply.suppliers, 'city').local),
    suppliersWithoutAmount: supply.withoutAmount,
    buyersWithoutAmount: sold.size - known(sold).length,
    purchases,
    sales,
    depth: {
      up: depthOf(graph, { from: firm, direction: 'up', tiers: MOST_TIERS }),
      down: depthOf(graph, { from: firm, direction: 'down', tiers: MOST_TIERS }),
    },
    topSupplier: topOf(bought, purchases),
    topBuyer: topOf(sold, revenue > sales ? revenue : sales),
    singleSource: singleSource(graph, firm),
    multiChain: [...bought.keys()]
      .map((supplier) => ({ firm: supplier, chains: [...new Set(chainsOf(supplier))].sort() }))
      .filter(({ chains }) => chains.length >= BOTH)
      .sort((a, b) => b.chains.length - a.chains.length || a.firm - b.firm),
  }
}

/** Known 元 by the firm at the other end; NaN where no trade with it has an amount. */
function partners({ yuan }: SupplyGraph, trades: Int32Array, other: Int32Array): Map<number, number> {
  const sums = new Map<number, number>()
  for (const trade of trades) {
    const firm = other[trade] ?? 0
    const amount = yuan[trade] ?? Number.NaN
    const sum = sums.get(firm) ?? Number.NaN
    sums.set(firm, Number.isNaN(sum) ? amount : Number.isNaN(amount) ? sum : sum + amount)
  }
  return sums
}

function localRate({ suppliers, amounts }: ReturnType<typeof supplyOf>, zone: SupplyZone): LocalRate {
  const count = zoneOf(suppliers, zone)
  const amount = amounts && zoneOf(amounts, zone)
  return {
    zone,
    byCount: {
      local: count.local.toNumber(),
      whole: count.whole.toNumber(),
      rate: localSupplyRate(suppliers, zone),
    },
    byAmount:
      amount && amounts
        ? { local: amount.local.toFixed(), whole: amount.whole.toFixed(), rate: localSupplyRate(amounts, zone) }
        : null,
  }
}

/** Of equal ones that of the smaller number. */
function topOf(firms: ReadonlyMap<number, number>, whole: number): Top | null {
  const [first] = [...firms].filter(([, yuan]) => yuan > 0).sort(([a, yuan], [b, other]) => other - yuan || a - b)
  if (!first) return null
  const [firm, yuan] = first
  return { firm, yuan, whole, part: yuan / whole }
}

function singleSource(graph: SupplyGraph, firm: number): EgoFigures['singleSource'] {
  const byProduct = new Map<number, number[]>()
  for (const trade of tradesOf(graph.purchases, firm)) {
    const product = graph.product[trade] ?? -1
    if (product === -1) continue
    const own = byProduct.get(product)
    if (own) own.push(trade)
    else byProduct.set(product, [trade])
  }
  return [...byProduct]
    .flatMap(([product, trades]) => {
      const [only, ...others] = partners(graph, Int32Array.from(trades), graph.supplier)
      return only && others.length === 0 ? [{ product, supplier: only[0], yuan: only[1] }] : []
    })
    .sort((a, b) => a.product - b.product)
}
