/** A firm that a walk came by. */
export interface Found {
  firm: number
  /** Negative = upstream. */
  tier: number
  isBothSides: boolean
  /** Not looked for itself, but on the way. */
  isVia: boolean
}

const BOTH_SIDES = 1
const VIA = 2

/** The firms of a walk in columns: a hub has hundreds of thousands within three tiers. */
export class FoundFirms {
  readonly firms: Int32Array
  readonly tiers: Int8Array
  readonly #flags: Uint8Array
  #length = 0

  constructor(most: number) {
    this.firms = new Int32Array(most)
    this.tiers = new Int8Array(most)
    this.#flags = new Uint8Array(most)
  }

  get length(): number {
    return this.#length
  }

  push(firm: number, tier: number, isBothSides: boolean, isVia: boolean): void {
    const at = this.#length
    this.firms[at] = firm
    this.tiers[at] = tier
    this.#flags[at] = (isBothSides ? BOTH_SIDES : 0) | (isVia ? VIA : 0)
    this.#length += 1
  }

  firm(at: number): number {
    return this.firms[at] ?? 0
  }

  tier(at: number): number {
    return this.tiers[at] ?? 0
  }

  at(at: number): Found {
    const flags = this.#flags[at] ?? 0
    return {
      firm: this.firm(at),
      tier: this.tier(at),
      isBothSides: (flags & BOTH_SIDES) !== 0,
      isVia: (flags & VIA) !== 0,
    }
  }
}
