import { Decimal } from 'decimal.js'
import { ratioOf, roundHalfUp, type Numeric } from './rounding'

/** How near to its 链主 a supplier has its seat; `unknown`: its seat is not in the data. */
export const SUPPLY_RINGS = ['county', 'city', 'province', 'outside', 'unknown'] as const
export type SupplyRing = (typeof SUPPLY_RINGS)[number]

/** 本县 is part of 本市, 本市 of 本省. */
export const SUPPLY_ZONES = ['county', 'city', 'province'] as const
export type SupplyZone = (typeof SUPPLY_ZONES)[number]

/** What one 链主 bought from one supplier in a year. */
export interface Purchase {
  leader: string
  supplier: string
  ring: SupplyRing
  /** 万元; null where no amount was given. */
  amount: Numeric | null
}

export interface Supply {
  /** Suppliers by the nearest ring they have to any of the 链主: each once. */
  suppliers: Record<SupplyRing, number>
  /** 采购额（万元） by ring; null where no amount was given at all. */
  amounts: Record<SupplyRing, string> | null
  /** Pairs without an amount: outside every rate by amount. */
  withoutAmount: number
}

const AMOUNT_DIGITS = 4
const RATE_DIGITS = 4

const perRing = <T>(of: (ring: SupplyRing) => T) =>
  Object.fromEntries(SUPPLY_RINGS.map((ring) => [ring, of(ring)])) as Record<SupplyRing, T>

export function supplyOf(purchases: readonly Purchase[]): Supply {
  const nearest = new Map<string, number>()
  for (const { supplier, ring } of purchases) {
    const own = SUPPLY_RINGS.indexOf(ring)
    nearest.set(supplier, Math.min(own, nearest.get(supplier) ?? own))
  }
  const priced = purchases.flatMap(({ ring, amount }) => (amount === null ? [] : [{ ring, amount }]))
  const amountIn = (wanted: SupplyRing) =>
    priced
      .filter(({ ring }) => ring === wanted)
      .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
      .toFixed(AMOUNT_DIGITS)
  return {
    suppliers: perRing((ring) => [...nearest.values()].filter((at) => SUPPLY_RINGS[at] === ring).length),
    amounts: priced.length > 0 ? perRing(amountIn) : null,
    withoutAmount: purchases.length - priced.length,
  }
}

/** Rings that lie in a zone. */
export const ringsIn = (zone: SupplyZone): readonly SupplyRing[] =>
  SUPPLY_RINGS.slice(0, SUPPLY_ZONES.indexOf(zone) + 1)

/** What lies in a zone and in all: the two numbers of a rate. */
export function zoneOf(rings: Record<SupplyRing, Numeric>, zone: SupplyZone): { local: Decimal; whole: Decimal } {
  const add = (list: readonly SupplyRing[]) => list.reduce((sum, ring) => sum.plus(rings[ring]), new Decimal(0))
  return { local: add(ringsIn(zone)), whole: add(SUPPLY_RINGS) }
}

/**
 * 本地配套率 = 链主在本地（县、市、省）的采购 ÷ 全部采购, by 采购额 or by number of suppliers. Suppliers of unknown seat stand
 * in the denominator only, so that the rate never says too much. Null without any purchase.
 */
export function localSupplyRate(rings: Record<SupplyRing, Numeric>, zone: SupplyZone): string | null {
  const { local, whole } = zoneOf(rings, zone)
  const ratio = ratioOf(local, whole)
  return ratio === null ? null : roundHalfUp(ratio, RATE_DIGITS)
}
