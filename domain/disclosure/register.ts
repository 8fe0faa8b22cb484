/** 口径 by nesting: everyone, 四上, 规上工业; an enterprise of one is in all before it. */
export const NESTED_SCOPES = ['all', 'four', 'above'] as const
export const SCOPES = NESTED_SCOPES.length

/**
 * Enterprises that no published sum tells apart: the same place, the same nodes, the same scopes. They stand for one
 * unknown in everything that can be concluded from sums.
 */
export interface Atom {
  /** Index into `Register.places`. */
  place: number
  /** Index into `Register.unitSets`. */
  unitSet: number
  /** Index of the last of NESTED_SCOPES that it is in. */
  scope: number
  reporting: number
  /** Integers of one 元. */
  sum: number
  largest: number
  /** -Infinity where only one reported. */
  second: number
}

/** The reporting enterprises of a province in one 统计期, with everything the sums are taken over. */
export interface Register {
  atoms: readonly Atom[]
  /** Regions of each place as "<mode key> <code>"; within one mode they are nested. */
  places: readonly (readonly string[])[]
  /** Units by index; the parent is the next larger unit (node, group, stage, chain, linked, total), -1 at the top. */
  units: readonly { key: string; parent: number }[]
  /** Which units the enterprises of an atom count in. */
  unitSets: readonly (readonly number[])[]
}
