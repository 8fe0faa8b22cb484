import { expect, it } from 'vitest'
import { knockOut, type Assumptions, type KnockOut, type Stop } from './knockOut'
import { supplyGraph, type Trades } from './supplyGraph'

/* Networks drawn at random, full of cycles, 自供, parallel trades, unknown amounts and shares. */

const NETWORKS = 120
const NEW_NUMBERS = 3

function generator(seed: number) {
  let state = seed * 2_654_435_761 + 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Case {
  trades: Trades
  revenue: Float64Array
  stops: Stop[]
  assumptions: Assumptions
}

function drawCase(random: () => number): Case {
  const below = (most: number) => Math.floor(random() * most)
  const firms = 4 + below(12)
  const count = 8 + below(40)
  const from = <Kind>(make: () => Kind) => Array.from({ length: count }, make)
  return {
    trades: {
      firms,
      supplier: Int32Array.from(from(() => below(firms))),
      buyer: Int32Array.from(from(() => below(firms))),
      product: Int32Array.from(from(() => below(4) - 1)),
      yuan: Float64Array.from(from(() => (random() < 0.7 ? 1 + below(1000) : Number.NaN))),
      share: Float64Array.from(from(() => (random() < 0.5 ? below(101) / 100 : Number.NaN))),
    },
    revenue: Float64Array.from({ length: firms }, () => (random() < 0.5 ? below(5000) : Number.NaN)),
    stops: Array.from({ length: 1 + below(3) }, () => ({ firm: below(firms), share: (1 + below(3)) / 3 })),
    assumptions: { days: 90, passUp: random(), passDown: random(), tiers: 1 + below(4), spare: below(2) * random() },
  }
}

function shuffled(count: number, random: () => number): number[] {
  const keys = Array.from({ length: count }, random)
  return [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}

/** The same case with other numbers: firm f is `firms[f]`, product p is `products[p]`, trades stand in another order. */
function renumber({ trades, revenue, stops, assumptions }: Case, firms: number[], random: () => number): Case {
  const products = shuffled(3, random)
  const order = shuffled(trades.supplier.length, random)
  const moved = new Float64Array(revenue.length)
  firms.forEach((to, firm) => (moved[to] = revenue[firm] ?? Number.NaN))
  const firm = (column: Int32Array) => Int32Array.from(order, (trade) => firms[column[trade] ?? 0] ?? 0)
  return {
    trades: {
      firms: trades.firms,
      supplier: firm(trades.supplier),
      buyer: firm(trades.buyer),
      product: Int32Array.from(order, (trade) => products[trades.product[trade] ?? -1] ?? -1),
      yuan: Float64Array.from(order, (trade) => trades.yuan[trade] ?? Number.NaN),
      share: Float64Array.from(order, (trade) => trades.share[trade] ?? Number.NaN),
    },
    revenue: moved,
    stops: shuffled(stops.length, random).map((at) => {
      const stop = stops[at] ?? { firm: 0, share: 0 }
      return { ...stop, firm: firms[stop.firm] ?? 0 }
    }),
    assumptions,
  }
}

const play = ({ trades, revenue, stops, assumptions }: Case) =>
  knockOut(supplyGraph(trades), revenue, stops, assumptions)

const COLUMNS = [
  'shortage',
  'lostOrders',
  'shortageTier',
  'lostOrdersTier',
  'shortageUncounted',
  'lostOrdersUncounted',
  'atRisk',
] as const

/** What is said of each firm, as the firms were numbered at first. */
const said = (run: KnockOut, firms: readonly number[]) =>
  firms.map((firm) => COLUMNS.map((column) => run[column][firm]))

it('gives the same numbers to the last bit however firms, products and trades are numbered', () => {
  const random = generator(1)
  let told = 0
  for (let drawn = 0; drawn < NETWORKS; drawn += 1) {
    const own = drawCase(random)
    const run = play(own)
    const first = said(run, [...run.own.keys()])
    told += run.hit.length
    for (let again = 0; again < NEW_NUMBERS; again += 1) {
      const firms = shuffled(own.trades.firms, random)
      expect(said(play(renumber(own, firms, random)), firms)).toEqual(first)
    }
  }
  expect(told).toBeGreaterThan(NETWORKS)
})

/** The two waves as their definition reads, every firm asked at every step. */
function slowly({ trades, revenue, stops, assumptions }: Case) {
  const { firms, supplier, buyer, product, yuan, share } = trades
  const { passUp, passDown, tiers, spare } = assumptions
  const all = [...supplier.keys()].filter((trade) => supplier[trade] !== buyer[trade])
  const at = (list: ArrayLike<number>, place: number) => list[place] ?? Number.NaN
  const sum = (list: number[], of: (trade: number) => number) => list.reduce((total, trade) => total + of(trade), 0)
  const own = Array.from({ length: firms }, (_, firm) =>
    Math.max(0, ...stops.filter((stop) => stop.firm === firm).map((stop) => stop.share)),
  )
  const isPriced = (trade: number) => at(yuan, trade) > 0
  const base = own.map((_, firm) => {
    const sold = sum(
      all.filter((trade) => supplier[trade] === firm && isPriced(trade)),
      (trade) => at(yuan, trade),
    )
    return at(revenue, firm) > sold ? at(revenue, firm) : sold
  })
  const basketOf = (trade: number) => all.filter((o) => buyer[o] === buyer[trade] && product[o] === product[trade])
  const isByYuan = (trade: number) => {
    const basket = basketOf(trade)
    const priced = basket.filter(isPriced).length
    return priced > 0 && priced >= basket.filter((other) => at(share, other) >= 0).length
  }
  const part = new Map(
    all.map((trade) => {
      const basket = basketOf(trade)
      const priced = basket.filter(isPriced)
      const shared = basket.filter((other) => at(share, other) >= 0)
      if (priced.length + shared.length === 0) return [trade, 1 / basket.length]
      if (isByYuan(trade)) return [trade, at(yuan, trade) / sum(priced, (other) => at(yuan, other))]
      const given = sum(shared, (other) => at(share, other))
      const rest = Math.max(1 - given, 0) / (basket.length - shared.length)
      return [trade, (at(share, trade) >= 0 ? at(share, trade) : rest) / Math.max(given, 1)]
    }),
  )
  let [short, lost] = [own.map(() => 0), own.map(() => 0)]
  for (let step = 1; step <= tiers; step += 1) {
    const less = own.map((cut, firm) => Math.max(cut, passDown * at(short, firm)))
    const orders = own.map((cut, firm) => Math.max(cut, passUp * Math.min(at(lost, firm) / at(base, firm) || 0, 1)))
    const unfilled = (id: number) => {
      const known = all.filter((trade) => product[trade] === id && isPriced(trade))
      const missing = sum(known.filter(isByYuan), (trade) => at(yuan, trade) * at(less, at(supplier, trade)))
      const others = sum(
        known.filter((trade) => at(less, at(supplier, trade)) === 0),
        (trade) => at(yuan, trade),
      )
      return id === -1 || missing === 0 ? 1 : 1 - Math.min((spare * others) / missing, 1)
    }
    short = own.map((_, firm) =>
      Math.max(
        0,
        ...all
          .filter((trade) => buyer[trade] === firm)
          .map((trade) => {
            const lacking = sum(basketOf(trade), (other) => (part.get(other) || 0) * at(less, at(supplier, other)))
            return Math.min(lacking, 1) * (isByYuan(trade) ? unfilled(at(product, trade)) : 1)
          }),
      ),
    )
    lost = own.map((_, firm) =>
      sum(
        all.filter((trade) => supplier[trade] === firm && isPriced(trade)),
        (trade) => at(yuan, trade) * at(orders, at(buyer, trade)),
      ),
    )
  }
  return { short, lost: lost.map((orders, firm) => Math.min(orders / at(base, firm) || 0, 1)) }
}

it('gives what the definition gives when every firm is asked at every step', () => {
  const random = generator(2)
  for (let drawn = 0; drawn < NETWORKS; drawn += 1) {
    const own = drawCase(random)
    const [run, plain] = [play(own), slowly(own)]
    plain.short.forEach((cut, firm) => expect(run.shortage[firm]).toBeCloseTo(cut, 9))
    plain.lost.forEach((cut, firm) => expect(run.lostOrders[firm]).toBeCloseTo(cut, 9))
  }
})
