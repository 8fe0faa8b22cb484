import { HONOUR_TIERS, type CountedTier } from '@domain/register/honourTier'
import { bytes, integers, Words } from './columns'

/** Where a party stands on a chain. */
export interface SeatOfParty {
  chain: string
  node: string
}

const NO_PLACE = -1
const NO_SEAT = -1

/** 参与方 of all years by number, in columns: a million of them must fit. */
export class Parties {
  readonly ids: string[] = []
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #placeOf = integers()
  readonly #isListed = bytes()
  readonly #seatFirms = integers()
  readonly #seatKinds = integers()
  readonly #honours = new Map<number, number>()
  readonly #leads = new Map<number, Set<string>>()
  readonly #places = new Words()
  readonly #seatWords = new Words()
  #sealed: Sealed | null = null

  get count(): number {
    return this.ids.length
  }

  /** A party known already keeps what was said of it first. */
  add(id: string, name: string, place: string | null, isListed: boolean): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const firm = this.ids.push(id) - 1
    this.names.push(name)
    this.#numbers.set(id, firm)
    this.#placeOf.push(place === null ? NO_PLACE : this.#places.put(place))
    this.#isListed.push(isListed ? 1 : 0)
    return firm
  }

  lead(id: string, chain: string): void {
    const firm = this.at(id)
    if (firm === undefined) return
    this.#leads.set(firm, (this.#leads.get(firm) ?? new Set()).add(chain))
  }

  seat(id: string, chain: string, node: string): void {
    const firm = this.at(id)
    if (firm === undefined) return
    this.#seatFirms.push(firm)
    this.#seatKinds.push(this.#seatWords.put(`${chain} ${node}`))
  }

  honour(id: string, tier: string): void {
    const firm = this.at(id)
    const bit = HONOUR_TIERS.indexOf(tier as CountedTier)
    if (firm !== undefined && bit >= 0) this.#honours.set(firm, (this.#honours.get(firm) ?? 0) | (1 << bit))
  }

  /** The number of a party; undefined where nobody has that id. */
  at(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  id(firm: number): string {
    return this.ids[firm] ?? ''
  }

  name(firm: number): string {
    return this.names[firm] ?? ''
  }

  /** One order on every database, where nothing else tells two apart. */
  byId(a: number, b: number): number {
    return this.id(a) < this.id(b) ? -1 : 1
  }

  /** In the register. */
  isListed(firm: number): boolean {
    return this.#seal().isListed[firm] === 1
  }

  /** Codes of all places; a party has the number of one, -1 where its seat is not known. */
  get places(): readonly string[] {
    return this.#places.list
  }

  placeOf(firm: number): number {
    return this.#seal().placeOf[firm] ?? NO_PLACE
  }

  /** Chains of which it is 链主, by id. */
  ledBy(firm: number): ReadonlySet<string> | undefined {
    return this.#leads.get(firm)
  }

  get leaders(): Iterable<number> {
    return this.#leads.keys()
  }

  hasHonour(firm: number, tier: CountedTier | 'any'): boolean {
    const held = this.#honours.get(firm) ?? 0
    return tier === 'any' ? held !== 0 : (held & (1 << HONOUR_TIERS.indexOf(tier))) !== 0
  }

  /** The highest title it holds today. */
  honourOf(firm: number): CountedTier | null {
    if (!this.#honours.has(firm)) return null
    return TIERS_DOWN.find((tier) => this.hasHonour(firm, tier)) ?? null
  }

  seatsOf(firm: number): SeatOfParty[] {
    const { seatStarts, seatKinds, seats } = this.#seal()
    const list = seatKinds.subarray(seatStarts[firm] ?? 0, seatStarts[firm + 1] ?? 0)
    return Array.from(list, (kind) => seats[kind] ?? { chain: '', node: '' })
  }

  /** Number of its seat on a chain, else of its first seat; -1 where it stands on none. */
  seatNumber(firm: number, chain?: string): number {
    const { seatStarts, seatKinds, seats } = this.#seal()
    const [start, end] = [seatStarts[firm] ?? 0, seatStarts[firm + 1] ?? 0]
    for (let at = start; chain !== undefined && at < end; at += 1)
      if (seats[seatKinds[at] ?? 0]?.chain === chain) return seatKinds[at] ?? NO_SEAT
    return start < end ? (seatKinds[start] ?? NO_SEAT) : NO_SEAT
  }

  seatAt(number: number): SeatOfParty | undefined {
    return this.#seal().seats[number]
  }

  /** Puts the chains that a firm stands on into a set. */
  addChains(firm: number, chains: Set<string>): void {
    const { seatStarts, seatKinds, seats } = this.#seal()
    for (let at = seatStarts[firm] ?? 0; at < (seatStarts[firm + 1] ?? 0); at += 1)
      chains.add(seats[seatKinds[at] ?? 0]?.chain ?? '')
  }

  isOnChain(firm: number, chain: string): boolean {
    const { seatStarts, seatKinds, seats } = this.#seal()
    for (let at = seatStarts[firm] ?? 0; at < (seatStarts[firm + 1] ?? 0); at += 1)
      if (seats[seatKinds[at] ?? 0]?.chain === chain) return true
    return false
  }

  /** Everyone on a node, by number. */
  onNode(chain: string, node: string): number[] {
    const kind = this.#seatWords.at(`${chain} ${node}`)
    if (kind === undefined) return []
    const { seatStarts, seatKinds } = this.#seal()
    const found: number[] = []
    for (let firm = 0; firm < this.count; firm += 1)
      for (let at = seatStarts[firm] ?? 0; at < (seatStarts[firm + 1] ?? 0); at += 1)
        if (seatKinds[at] === kind) found.push(firm)
    return found
  }

  /** Packs the columns; nothing is added afterwards. */
  #seal(): Sealed {
    return (this.#sealed ??= {
      placeOf: this.#placeOf.finish(),
      isListed: this.#isListed.finish(),
      ...seatsByFirm(this.count, this.#seatFirms.finish(), this.#seatKinds.finish()),
      seats: this.#seatWords.list.map((text) => {
        const [chain = '', node = ''] = text.split(' ')
        return { chain, node }
      }),
    })
  }
}

interface Sealed {
  placeOf: Int32Array
  isListed: Uint8Array
  /** Seats of firm f are `seatKinds[seatStarts[f] … seatStarts[f + 1])`, numbers of `seats`. */
  seatStarts: Int32Array
  seatKinds: Int32Array
  seats: SeatOfParty[]
}

/** 瞪羚 stands beside the ladder of 专精特新, above its first step. */
const TIERS_DOWN: readonly CountedTier[] = ['champion', 'little-giant', 'specialised', 'gazelle', 'innovative']

function seatsByFirm(count: number, firms: Int32Array, kinds: Int32Array) {
  const seatStarts = new Int32Array(count + 1)
  for (const firm of firms) seatStarts[firm + 1] = (seatStarts[firm + 1] ?? 0) + 1
  for (let firm = 0; firm < count; firm += 1)
    seatStarts[firm + 1] = (seatStarts[firm + 1] ?? 0) + (seatStarts[firm] ?? 0)
  const next = seatStarts.slice()
  const seatKinds = new Int32Array(kinds.length)
  for (let at = 0; at < firms.length; at += 1) {
    const firm = firms[at] ?? 0
    const place = next[firm] ?? 0
    seatKinds[place] = kinds[at] ?? 0
    next[firm] = place + 1
  }
  return { seatStarts, seatKinds }
}
