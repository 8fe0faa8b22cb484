import type { Trades } from '@domain/supply/supplyGraph'
import { seededRandom } from './seededSample'

export interface SyntheticNetwork {
  trades: Trades
  /** By firm, 元; NaN = not reported. */
  revenue: Float64Array
}

const TRADES_A_FIRM = 2
/** Trades of the firm of rank r go with r^(1/SKEW − 1): the largest has one in n^(1/SKEW). */
const SKEW = 3
const PRODUCTS = 5_000
const KNOWN_AMOUNTS = 0.8
const KNOWN_SHARES = 0.3
const KNOWN_REVENUE = 0.7

/**
 * A made-up network of heavy-tailed degrees: suppliers and buyers are drawn by rank, in ranks that have nothing to do with each
 * other or with their numbers, so that it is full of cycles and its hubs lie anywhere in memory.
 */
export function syntheticNetwork(firms: number): SyntheticNetwork {
  const random = seededRandom(firms)
  const count = firms * TRADES_A_FIRM
  const trades: Trades = {
    firms,
    supplier: new Int32Array(count),
    buyer: new Int32Array(count),
    product: new Int32Array(count),
    yuan: new Float64Array(count).fill(Number.NaN),
    share: new Float64Array(count).fill(Number.NaN),
  }
  const ranked = (most: number) => Math.floor(most * random() ** SKEW)
  const suppliers = shuffled(firms, random)
  const buyers = shuffled(firms, random)
  for (let trade = 0; trade < count; trade += 1) {
    const supplier = suppliers[ranked(firms)] ?? 0
    trades.supplier[trade] = supplier
    // Who sells much tends to buy much: half of the buyers are drawn by the same rank.
    trades.buyer[trade] = (trade % 2 === 0 ? suppliers : buyers)[ranked(firms)] ?? 0
    // A firm delivers up to three products, mostly of the frequent ones.
    trades.product[trade] = Math.floor(PRODUCTS * ((supplier * 0.618 + Math.floor(random() * 3) * 0.1) % 1) ** 2)
    if (random() < KNOWN_AMOUNTS) trades.yuan[trade] = Math.round(10_000 * 10 ** (4 * random()))
    if (random() < KNOWN_SHARES) trades.share[trade] = Math.round(100 * random()) / 100
  }
  const revenue = Float64Array.from({ length: firms }, () =>
    random() < KNOWN_REVENUE ? Math.round(1_000_000 * 10 ** (4 * random())) : Number.NaN,
  )
  return { trades, revenue }
}

function shuffled(count: number, random: () => number): Int32Array {
  const numbers = Int32Array.from({ length: count }, (_, number) => number)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor((last + 1) * random())
    const kept = numbers[last] ?? 0
    numbers[last] = numbers[other] ?? 0
    numbers[other] = kept
  }
  return numbers
}
