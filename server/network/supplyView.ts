import type { SupplyHead, SupplyParty } from '@contract/supply'
import type { SupplyRing } from '@domain/indicator/localSupply'
import { COUNTRY } from '@domain/region/ancestors'
import { notFound } from '@server/source/failure'
import type { Parties } from './parties'
import { ringOf, type Seat } from './places'
import type { SupplyIndex, YearGraph } from './supplyIndex'
import { wanText } from './wanText'

/** Who asks what: everything a question needs beside its own wishes; it travels to the thread. */
export interface SupplyFrame {
  /** 本地 is here. */
  region: string
  /** null = the newest with trades. */
  year: string | null
  mode: 'current' | 'asof'
  dataset: 'real' | 'demo'
  version: number
  updatedAt: string | null
  /** Regions that the principal may see; null = the whole country. */
  scope: string[] | null
  seesUnits: boolean
}

/** One year of an index as one principal sees it. */
export class SupplyView {
  readonly parties: Parties
  readonly head: SupplyHead
  readonly #seat: (place: number) => Seat
  readonly #seen: Uint8Array
  #graph: YearGraph | null = null

  constructor(
    readonly index: SupplyIndex,
    readonly frame: SupplyFrame,
  ) {
    this.parties = index.parties
    const years = index.counts(frame.scope)
    const year = years.length === 0 ? null : (frame.year ?? years[0]?.year ?? null)
    const { region, mode, dataset, version, updatedAt } = frame
    this.head = { region, regionName: index.places.name(region), year, years, mode, dataset, version, updatedAt }
    this.#seat = index.places.reading(mode === 'asof' && year !== null ? `${year}-12-31` : 'current')
    this.#seen = index.seen(frame.scope)
  }

  get year(): string | null {
    return this.head.year
  }

  /** The visible trades of the year. */
  get graph(): YearGraph {
    return (this.#graph ??= this.index.graph(this.year, this.frame.scope))
  }

  seatOf(firm: number): Seat {
    return this.#seat(this.parties.placeOf(firm))
  }

  /** Whether the firm itself sits where the principal may look. */
  sees(firm: number): boolean {
    return this.frame.scope === null || this.#seen[this.parties.placeOf(firm)] === 1
  }

  /** Sees the firm, or a trade of it in any year. */
  knows(firm: number): boolean {
    return this.sees(firm) || this.index.trading(this.frame.scope)[firm] === 1
  }

  /** The number of a party that a request names at `field`; who is out of sight is as unknown as who is nowhere. */
  require(id: string, field: string): number {
    const firm = this.parties.at(id)
    if (firm === undefined || !this.knows(firm)) throw notFound(`没有 ${id} 的供应关系，或不在您的权限内`, field)
    return firm
  }

  /** 营业收入 of the year in 元; NaN = not reported, or not for the principal. */
  revenueOf(firm: number): number {
    if (!this.frame.seesUnits || !this.sees(firm)) return Number.NaN
    return this.index.revenue(this.year)[firm] ?? Number.NaN
  }

  ringOf(firm: number, other: number): SupplyRing {
    return ringOf(this.seatOf(firm), this.seatOf(other))
  }

  /** Whether it lies in a region, as the divisions of the question have it. */
  isIn(firm: number, region: string): boolean {
    const { county, city, province } = this.seatOf(firm)
    return region === COUNTRY || region === county || region === city || region === province
  }

  describe(firm: number): SupplyParty {
    const { parties, index } = this
    const seat = this.seatOf(firm)
    const revenue = this.revenueOf(firm)
    return {
      id: parties.id(firm),
      name: parties.name(firm),
      kind: this.kindOf(firm),
      county: seat.county,
      placeName: seat.label,
      seats: parties.seatsOf(firm).map(({ chain, node }) => ({
        chain,
        chainName: index.nameOf(chain),
        node,
        nodeName: index.nameOf(chain, node),
      })),
      leader: parties.ledBy(firm) !== undefined,
      honour: parties.honourOf(firm),
      revenueWan: Number.isNaN(revenue) ? null : wanText(revenue),
      suppliers: this.graph.suppliersOf[firm] ?? 0,
      buyers: this.graph.buyersOf[firm] ?? 0,
    }
  }

  /** 省外 as seen from the region that is asked for. */
  kindOf(firm: number): SupplyParty['kind'] {
    if (this.parties.isListed(firm)) return 'enterprise'
    const { province } = this.seatOf(firm)
    if (this.frame.region === COUNTRY) return 'unlisted'
    return province === null || province.slice(0, 2) === this.frame.region.slice(0, 2) ? 'unlisted' : 'outside'
  }
}
