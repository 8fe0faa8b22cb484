import { supplyGraph, tradesOf, type SupplyGraph } from '@domain/supply/supplyGraph'
import type { RegionBook } from '@domain/region/regionBook'
import { type Words } from './columns'
import { KeptAnswers } from './keptAnswers'
import { markBit, tradesWhere, type TradeFacts, type YearTrades } from './yearTrades'
import type { Parties } from './parties'
import { Places } from './places'
import { SupplyView, type SupplyFrame } from './supplyView'

/** How many different firms each firm buys from and sells to. */
export interface Partners {
  suppliersOf: Int32Array
  buyersOf: Int32Array
}

/** The trades of a year as one principal sees them, ready to be walked. */
export type YearGraph = SupplyGraph & TradeFacts & Partners

export interface IndexParts {
  regions: RegionBook
  parties: Parties
  products: Words
  /** By year. */
  trades: ReadonlyMap<string, YearTrades>
  /** 元 by firm, NaN = not reported; by year. */
  revenues: ReadonlyMap<string, Float64Array>
  /** Names of chains and of nodes (`chain node`). */
  names: ReadonlyMap<string, string>
}

/** Graphs of years and scopes that are kept; one of two million trades takes about 250 MB. */
const GRAPHS_KEPT = 4
/** Scopes of which is kept who trades in them, a byte a firm. */
const SCOPES_KEPT = 32

/** 供应网络索引: every party and every trade of one dataset at one data version. */
export class SupplyIndex {
  readonly parties: Parties
  readonly products: Words
  readonly places: Places
  /** Of the questions put to it. */
  readonly kept = new KeptAnswers()
  /** Newest first. */
  readonly years: readonly string[]
  readonly #parts: IndexParts
  /** Least recently used first. */
  readonly #graphs = new Map<string, YearGraph>()
  readonly #counts = new Map<string, { year: string; links: number }[]>()
  readonly #seen = new Map<string, Uint8Array>()
  readonly #trading = new Map<string, Uint8Array>()
  readonly #marked = new Set<string>()

  constructor(parts: IndexParts) {
    this.#parts = parts
    this.parties = parts.parties
    this.products = parts.products
    this.places = new Places(parts.regions, parts.parties.places)
    this.years = [...parts.trades.keys()].sort().reverse()
  }

  /** Parties and trades: how much room it takes. */
  get count(): number {
    return [...this.#parts.trades.values()].reduce((sum, { supplier }) => sum + supplier.length, this.parties.count)
  }

  open(frame: SupplyFrame): SupplyView {
    return new SupplyView(this, frame)
  }

  /** Name of a chain, or of one of its nodes. */
  nameOf(chain: string, node?: string): string {
    return this.#parts.names.get(node === undefined ? chain : `${chain} ${node}`) ?? node ?? chain
  }

  hasChain(chain: string): boolean {
    return this.#parts.names.has(chain)
  }

  /** 元 by firm, NaN = not reported. */
  revenue(year: string | null): Float64Array {
    return (year === null ? undefined : this.#parts.revenues.get(year)) ?? new Float64Array(0)
  }

  /** By number of the place: 1 = the principal may see it. */
  seen(scope: readonly string[] | null): Uint8Array {
    const key = keyOf(scope)
    const known =
      this.#seen.get(key) ?? (scope ? this.places.within(scope) : new Uint8Array(this.parties.places.length).fill(1))
    this.#seen.set(key, known)
    return known
  }

  /** Years with trades that the principal may see, newest first. */
  counts(scope: readonly string[] | null): { year: string; links: number }[] {
    const key = keyOf(scope)
    const known = this.#counts.get(key) ?? this.#count(scope)
    this.#counts.set(key, known)
    return known
  }

  #count(scope: readonly string[] | null) {
    return this.years
      .map((year) => {
        const trades = this.#parts.trades.get(year)
        const isVisible = this.#visible(scope, trades)
        let links = 0
        for (let trade = 0; trade < (trades?.supplier.length ?? 0); trade += 1) if (isVisible(trade)) links += 1
        return { year, links }
      })
      .filter(({ links }) => links > 0)
  }

  /** By firm: 1 = has a trade in any year that the principal may see; worked out once, as it is asked for firm after firm. */
  trading(scope: readonly string[] | null): Uint8Array {
    const key = keyOf(scope)
    const known = this.#trading.get(key) ?? this.#tradingOf(scope)
    this.#trading.delete(key)
    this.#trading.set(key, known)
    dropOldest(this.#trading, SCOPES_KEPT)
    return known
  }

  #tradingOf(scope: readonly string[] | null): Uint8Array {
    const trading = new Uint8Array(this.parties.count)
    for (const trades of this.#parts.trades.values()) {
      const { supplier, buyer } = trades
      const isVisible = this.#visible(scope, trades)
      for (let trade = 0; trade < supplier.length; trade += 1)
        if (supplier[trade] !== buyer[trade] && isVisible(trade))
          trading[supplier[trade] ?? 0] = trading[buyer[trade] ?? 0] = 1
    }
    return trading
  }

  /** A trade is visible when one of its ends sits where the principal may look. */
  #visible(scope: readonly string[] | null, trades: YearTrades | undefined): (trade: number) => boolean {
    if (scope === null || trades === undefined) return () => true
    const seen = this.seen(scope)
    const sits = (firm: number | undefined) => seen[this.parties.placeOf(firm ?? -1)] === 1
    return (trade) => sits(trades.supplier[trade]) || sits(trades.buyer[trade])
  }

  /** Only what is visible is in it, so that no walk and no sum can pass through anything else. */
  graph(asked: string | null, scope: readonly string[] | null): YearGraph {
    // All years without trades are one: whoever asks for a hundred of them drives nobody else's out.
    const year = asked !== null && this.#parts.trades.has(asked) ? asked : null
    const key = `${year} ${keyOf(scope)}`
    const graph = this.#graphs.get(key) ?? this.#build(year, scope)
    this.#graphs.delete(key)
    this.#graphs.set(key, graph)
    dropOldest(this.#graphs, GRAPHS_KEPT)
    return graph
  }

  #build(year: string | null, scope: readonly string[] | null): YearGraph {
    const whole = (year === null ? undefined : this.#parts.trades.get(year)) ?? noTrades(this.parties.count)
    if (scope === null || year === null) {
      const graph = withPartners(whole)
      if (year !== null && !this.#marked.has(year)) markTrades(graph)
      this.#marked.add(year ?? '')
      return graph
    }
    // Marks come from all trades of the year, seen or not.
    if (!this.#marked.has(year)) this.graph(year, null)
    return withPartners(tradesWhere(whole, this.#visible(scope, whole)))
  }
}

/** `kept` is in the order of last use. */
function dropOldest(kept: Map<string, unknown>, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
}

const withPartners = (trades: YearTrades): YearGraph => ({ ...trades, ...supplyGraph(trades), ...partnersOf(trades) })

/** Trades of one pair stand side by side. */
function partnersOf({ firms, supplier, buyer, pair }: YearTrades): Partners {
  const suppliersOf = new Int32Array(firms)
  const buyersOf = new Int32Array(firms)
  for (let trade = 0; trade < pair.length; trade += 1) {
    const from = supplier[trade] ?? 0
    const to = buyer[trade] ?? 0
    if (from === to || (trade > 0 && pair[trade] === pair[trade - 1])) continue
    suppliersOf[to] = (suppliersOf[to] ?? 0) + 1
    buyersOf[from] = (buyersOf[from] ?? 0) + 1
  }
  return { suppliersOf, buyersOf }
}

const keyOf = (scope: readonly string[] | null) => scope?.join(',') ?? ''

export const noTrades = (firms: number): YearTrades => ({
  firms,
  supplier: new Int32Array(0),
  buyer: new Int32Array(0),
  product: new Int32Array(0),
  yuan: new Float64Array(0),
  share: new Float64Array(0),
  pair: new Int32Array(0),
  evidence: new Uint8Array(0),
  marks: new Uint8Array(0),
  sharePercent: new Float64Array(0),
  ttrDays: new Float32Array(0),
  ttsDays: new Float32Array(0),
  alternates: new Float32Array(0),
})

const WHOLE_PERCENT = 100
/** Shares are given with up to four digits. */
const SLACK = 0.0001

/** What only shows when the trades of a year stand side by side: 份额合计超过 100%, 互为供需. */
function markTrades(graph: YearGraph): void {
  const suppliers = new Int32Array(graph.firms).fill(-1)
  for (let firm = 0; firm < graph.firms; firm += 1) {
    const bought = tradesOf(graph.purchases, firm)
    if (bought.length === 0) continue
    const shares = new Map<number, number>()
    for (const trade of bought) {
      suppliers[graph.supplier[trade] ?? firm] = firm
      const percent = graph.sharePercent[trade] ?? Number.NaN
      const product = graph.product[trade] ?? -1
      if (percent > 0) shares.set(product, (shares.get(product) ?? 0) + percent)
    }
    for (const trade of bought) {
      const sum = shares.get(graph.product[trade] ?? -1) ?? 0
      if (sum > WHOLE_PERCENT + SLACK) mark(graph, trade, 'share-sum')
    }
    for (const trade of tradesOf(graph.sales, firm))
      if (suppliers[graph.buyer[trade] ?? firm] === firm) mark(graph, trade, 'mutual')
  }
}

function mark({ marks }: YearGraph, trade: number, which: 'share-sum' | 'mutual'): void {
  marks[trade] = (marks[trade] ?? 0) | markBit(which)
}
