import type { Contribution } from './rule'
import { SCOPES, type Atom, type Register } from './register'

/** Two units of one region and scope of which the first happens to hold all of the second, and what it has beyond. */
export interface Nesting {
  outer: number
  inner: number
  scope: number
  beyond: Contribution
}

/**
 * Units need not be of one branch to be nested: where everybody on one node is on another too, the difference of the two
 * is one subtraction away.
 */
export function nestedUnits(register: Register, atoms: readonly number[]): Nesting[] {
  return Array.from({ length: SCOPES }, (_, scope) => scope).flatMap((scope) => {
    const members = new Map<number, number[]>()
    for (const index of atoms) {
      const atom = register.atoms[index]
      if (!atom || atom.scope < scope) continue
      for (const unit of register.unitSets[atom.unitSet] ?? []) {
        const known = members.get(unit)
        if (known) known.push(index)
        else members.set(unit, [index])
      }
    }
    return nestingsOf(register, scope, members)
  })
}

function nestingsOf(register: Register, scope: number, members: ReadonlyMap<number, readonly number[]>): Nesting[] {
  return [...members].flatMap(([inner, own]) => {
    const [first, ...others] = own
    if (first === undefined) return []
    // Whatever holds all of them holds the first.
    const holders = unitsOf(register, first).filter((unit) => {
      const size = members.get(unit)?.length ?? 0
      return size > own.length && others.every((atom) => unitsOf(register, atom).includes(unit))
    })
    const known = new Set(own)
    return holders
      .filter((outer) => !isAbove(register, outer, inner))
      .map((outer) => {
        const rest = (members.get(outer) ?? []).filter((atom) => !known.has(atom))
        return { outer, inner, scope, beyond: contributionOf(register, rest) }
      })
  })
}

const unitsOf = (register: Register, atom: number) => register.unitSets[register.atoms[atom]?.unitSet ?? -1] ?? []

function isAbove({ units }: Register, outer: number, inner: number): boolean {
  for (let above = units[inner]?.parent ?? -1; above !== -1; above = units[above]?.parent ?? -1)
    if (above === outer) return true
  return false
}

function contributionOf(register: Register, rest: readonly number[]): Contribution {
  const beyond = { reporting: 0, sum: 0, largest: -Infinity, second: -Infinity }
  const seen = (value: number) => {
    if (value > beyond.largest) [beyond.second, beyond.largest] = [beyond.largest, value]
    else beyond.second = Math.max(beyond.second, value)
  }
  for (const index of rest) {
    const atom: Atom | undefined = register.atoms[index]
    if (!atom) continue
    beyond.reporting += atom.reporting
    beyond.sum += atom.sum
    seen(atom.largest)
    if (atom.reporting > 1) seen(atom.second)
  }
  return beyond
}
