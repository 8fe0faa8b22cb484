import type { RegionBook } from '@domain/region/regionBook'
import { decimals, integers, Words } from './columns'
import type { NetworkChunk, NetworkPart, NetworkRows } from './networkRows'
import { Parties } from './parties'
import { SupplyIndex } from './supplyIndex'
import { TradeCollector, type YearTrades } from './yearTrades'

type Adders = { [Part in NetworkPart]: (row: NetworkRows[Part]) => void }

interface Revenues {
  firms: ReturnType<typeof integers>
  yuan: ReturnType<typeof decimals>
}

const NO_PRODUCT = -1

/** Takes the rows of a dataset, chunk by chunk, and makes its index of them. */
export class NetworkCollector {
  readonly #parties = new Parties()
  readonly #products = new Words()
  readonly #names = new Map<string, string>()
  readonly #years = new Map<string, TradeCollector>()
  readonly #revenues = new Map<string, Revenues>()

  readonly #adders: Adders = {
    chains: ([chain, name, nodes]) => {
      this.#names.set(chain, name)
      for (const [node, nodeName] of nodes) this.#names.set(`${chain} ${node}`, nodeName)
    },
    parties: (row) => void this.#parties.add(...row),
    leaders: (row) => this.#parties.lead(...row),
    seats: (row) => this.#parties.seat(...row),
    honours: (row) => this.#parties.honour(...row),
    revenues: ([id, year, yuan]) => {
      const firm = this.#parties.at(id)
      if (firm === undefined) return
      const list = this.#revenues.get(year) ?? { firms: integers(), yuan: decimals() }
      this.#revenues.set(year, list)
      list.firms.push(firm)
      list.yuan.push(yuan)
    },
    trades: (row) => {
      const [supplier, buyer, product, year] = row
      const trades = this.#years.get(year) ?? new TradeCollector()
      this.#years.set(year, trades)
      const number = product === null ? NO_PRODUCT : this.#products.put(product)
      trades.add(this.#partyOf(supplier), this.#partyOf(buyer), number, row)
    },
  }

  add({ of, rows }: NetworkChunk): void {
    const add = this.#adders[of] as (row: unknown) => void
    for (const row of JSON.parse(rows) as unknown[]) add(row)
  }

  finish(regions: RegionBook): SupplyIndex {
    const parties = this.#parties
    const trades = new Map<string, YearTrades>()
    for (const [year, collector] of this.#years) trades.set(year, collector.finish(parties.count))
    const revenues = new Map<string, Float64Array>()
    for (const [year, list] of this.#revenues) {
      const yuan = new Float64Array(parties.count).fill(Number.NaN)
      const reported = list.yuan.finish()
      list.firms.finish().forEach((firm, at) => {
        yuan[firm] = reported[at] ?? Number.NaN
      })
      revenues.set(year, yuan)
    }
    return new SupplyIndex({ regions, parties, products: this.#products, trades, revenues, names: this.#names })
  }

  /** A side that stands in no list of parties keeps the name it was given. */
  #partyOf(id: string): number {
    return this.#parties.at(id) ?? this.#parties.add(id, id.replace(/^name:/u, ''), null, false)
  }
}
