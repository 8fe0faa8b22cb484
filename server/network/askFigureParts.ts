import { SUPPLY_RINGS, type SupplyRing } from '@domain/indicator/localSupply'
import { tradesOf } from '@domain/supply/supplyGraph'
import { figuresOf, knownFigures, membersOf, type FiguresWish, type FirmFigures } from './askFigures'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'

/** Firms and known 万元 by how near their seat is; amounts are null where none is known at all. */
export interface Rings {
  firms: Record<SupplyRing, number>
  amounts: Record<SupplyRing, string> | null
}

/** What the cards of a firm's figures are made of: the figures themselves, and their parts counted from the trades. */
export interface FigureParts {
  figures: FirmFigures
  bought: Rings
  sold: Rings
  roles: { role: 'leader' | 'supplier' | 'buyer' | 'both'; firms: number }[]
  /** 营业收入 of the firm, 万元, where it is more than its known sales. */
  revenueWan: string | null
}

export function figureParts(index: SupplyIndex, wish: FiguresWish): FigureParts {
  const figures = figuresOf(index, wish)
  const view = index.open(wish.frame)
  const firm = view.require(wish.firm, 'firm')
  const { purchases, sales, supplier, buyer } = view.graph
  const roles = new Map<FigureParts['roles'][number]['role'], number>()
  for (const { role } of membersOf(view, firm, wish.tiers)) roles.set(role, (roles.get(role) ?? 0) + 1)
  const revenue = view.revenueOf(firm)
  return {
    figures,
    bought: ringsOf(view, firm, tradesOf(purchases, firm), supplier),
    sold: ringsOf(view, firm, tradesOf(sales, firm), buyer),
    roles: [...roles].map(([role, firms]) => ({ role, firms })),
    revenueWan: revenue > knownFigures(view, firm).sales ? wanText(revenue) : null,
  }
}

function ringsOf(view: SupplyView, firm: number, trades: Int32Array, others: Int32Array): Rings {
  const counted = new Map<SupplyRing, Set<number>>(SUPPLY_RINGS.map((ring) => [ring, new Set()]))
  const yuan = new Map<SupplyRing, number>()
  for (const trade of trades) {
    const other = others[trade] ?? firm
    const ring = view.ringOf(firm, other)
    counted.get(ring)?.add(other)
    const amount = view.graph.yuan[trade] ?? Number.NaN
    if (!Number.isNaN(amount)) yuan.set(ring, (yuan.get(ring) ?? 0) + amount)
  }
  const perRing = <T>(of: (ring: SupplyRing) => T) =>
    Object.fromEntries(SUPPLY_RINGS.map((ring) => [ring, of(ring)])) as Record<SupplyRing, T>
  return {
    firms: perRing((ring) => counted.get(ring)?.size ?? 0),
    amounts: yuan.size > 0 ? perRing((ring) => wanText(yuan.get(ring) ?? 0)) : null,
  }
}
