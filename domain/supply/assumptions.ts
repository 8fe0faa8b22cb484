/** 停摆: a firm produces less by this share, 0–1; 1 = it stops altogether. */
export interface Stop {
  firm: number
  share: number
}

/** Everything that is assumed and not known; each is shown beside the result. */
export interface Assumptions {
  /** 停产天数, whole, 1–365. */
  days: number
  /** 向上游传导系数 α, 0–1: by how much of its own loss a supplier cuts its orders in turn. */
  passUp: number
  /** 向下游传导系数 β, 0–1: by how much of its own shortage a buyer delivers less in turn. */
  passDown: number
  /** 层级, 1–4. */
  tiers: number
  /** 增供系数 ρ, 0–1: by how much the other suppliers of a product can raise what they deliver. */
  spare: number
}

/**
 * What is taken until somebody says otherwise. α = β = 0 (C-18): the first tier follows from the trades alone; that a firm
 * passes its loss on depends on stocks, contracts and other customers, of which the data says nothing. With α = β = 1 and no
 * stocks a month without one 链主 would stop whatever hangs on it over four tiers, which no real month has shown: whoever wants
 * to see further tiers sets α and β and answers for them. ρ = 0 for the same reason: no spare capacity is reported.
 */
export const DEFAULT_ASSUMPTIONS: Assumptions = { days: 30, passUp: 0, passDown: 0, tiers: 4, spare: 0 }

export const MOST_TIERS = 4
export const DAYS_OF_YEAR = 365

const isPart = (value: number) => value >= 0 && value <= 1

/** Throws a RangeError that names what is out of its range. */
export function checkAssumptions(assumptions: Assumptions): void {
  const { days, tiers } = assumptions
  if (!Number.isInteger(days) || days < 1 || days > DAYS_OF_YEAR) throw new RangeError(`days: ${days}`)
  if (!Number.isInteger(tiers) || tiers < 1 || tiers > MOST_TIERS) throw new RangeError(`tiers: ${tiers}`)
  for (const name of ['passUp', 'passDown', 'spare'] as const)
    if (!isPart(assumptions[name])) throw new RangeError(`${name}: ${assumptions[name]}`)
}

export function checkStops(firms: number, stops: readonly Stop[]): void {
  for (const { firm, share } of stops) {
    if (!Number.isInteger(firm) || firm < 0 || firm >= firms) throw new RangeError(`stop: no firm ${firm}`)
    if (!isPart(share)) throw new RangeError(`stop of firm ${firm}: share ${share}`)
  }
}
