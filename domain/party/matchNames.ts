import { aliasesOf, bearerOf, scoreAlias, type Alias, type Bearer } from './aliases'
import { nameKey } from './nameKey'
import { namePartsOf, type PlaceNames } from './nameParts'

/** An enterprise of the register, as far as names go; `formerNames` separated by |. */
export interface KnownFirm {
  creditCode: string
  name: string
  formerNames: string | null
}

export interface Candidate {
  creditCode: string
  name: string
  /** 0–1: orders candidates, is no probability. */
  score: number
  reason: string
}

export interface NameMatch {
  /** The one enterprise that bears the name, now or formerly; null = nobody, or a person has to say. */
  creditCode: string | null
  matchedBy: 'legal-name' | 'former-name' | 'none'
  /** Best first; empty where the match is certain or nothing resembles the name. */
  candidates: Candidate[]
  /** Province or city that the name tells. */
  place: string | null
}

export interface NameMatcher {
  /** Each enterprise once, in any order: the result does not depend on it. */
  see(firm: KnownFirm): void
  matchOf(key: string): NameMatch
}

/** Of a group with hundreds of branches nobody reads more. */
export const CANDIDATES_KEPT = 8

interface Wanted {
  legal: Candidate[]
  former: Candidate[]
  alias: Candidate[]
}

/**
 * 名称匹配 in one pass over the register: names are held, enterprises stream by. Whole names (present, then former) match
 * by themselves where exactly one enterprise bears them; short names and look-alikes only propose.
 * `keys` are names as `nameKey` writes them.
 */
export function createNameMatcher(keys: Iterable<string>, places: PlaceNames): NameMatcher {
  const wanted = new Map<string, Wanted>()
  for (const key of keys) wanted.set(key, { legal: [], former: [], alias: [] })
  const scan = aliasScan(wanted.keys(), places)
  return {
    see(firm) {
      const key = nameKey(firm.name)
      const { creditCode, name } = firm
      const namesake = wanted.get(key)
      if (namesake) keep(namesake.legal, { creditCode, name, score: 1, reason: '名称相同' })
      for (const former of firm.formerNames?.split('|') ?? []) {
        const formerKey = nameKey(former)
        if (formerKey === key) continue
        const bearer = wanted.get(formerKey)
        if (bearer) keep(bearer.former, { creditCode, name, score: 0.95, reason: `曾用名“${former}”` })
      }
      scan(key, (aliasKey, hit) => {
        const owner = aliasKey === key ? undefined : wanted.get(aliasKey)
        if (owner) keep(owner.alias, { creditCode, name, ...hit })
      })
    },
    matchOf(key) {
      const { legal, former, alias } = wanted.get(key) ?? { legal: [], former: [], alias: [] }
      const { place } = namePartsOf(key, places)
      const open = (candidates: Candidate[]): NameMatch => ({ creditCode: null, matchedBy: 'none', candidates, place })
      for (const [found, matchedBy] of [[legal, 'legal-name'] as const, [former, 'former-name'] as const]) {
        const [only, ...others] = found
        if (!only) continue
        if (others.length === 0) return { creditCode: only.creditCode, matchedBy, candidates: [], place }
        return open(found.map((one) => ({ ...one, reason: `${one.reason}，库内不止一家` })))
      }
      return open(alias)
    },
  }
}

const isBefore = (a: Candidate, b: Candidate) =>
  a.score !== b.score
    ? a.score > b.score
    : a.name.length !== b.name.length
      ? a.name.length < b.name.length
      : a.creditCode < b.creditCode

/** The best few in order; an enterprise once, with its best score. */
function keep(list: Candidate[], candidate: Candidate): void {
  const held = list.findIndex(({ creditCode }) => creditCode === candidate.creditCode)
  if (held >= 0) {
    if (!isBefore(candidate, list[held] as Candidate)) return
    list.splice(held, 1)
  }
  const at = list.findIndex((other) => isBefore(candidate, other))
  if (at >= 0) list.splice(at, 0, candidate)
  else if (list.length < CANDIDATES_KEPT) list.push(candidate)
  if (list.length > CANDIDATES_KEPT) list.pop()
}

type Report = (aliasKey: string, hit: { score: number; reason: string }) => void

/** A letter of a prefix tree: aliases that end here, and the letters that may follow. */
interface Letter {
  aliases: Alias[]
  next: Map<number, Letter>
}

const letter = (): Letter => ({ aliases: [], next: new Map() })

/**
 * Finds in a name every alias that it contains. Thousands of names begin with 沈阳: a prefix tree is left where the next
 * letter fits none of them.
 */
function aliasScan(keys: Iterable<string>, places: PlaceNames): (key: string, report: Report) => void {
  const root = letter()
  const isFirst = new Uint8Array(0x10000)
  for (const key of keys) {
    for (const alias of aliasesOf(key, places)) {
      let node = root
      for (let at = 0; at < alias.text.length; at += 1) {
        const code = alias.text.charCodeAt(at)
        const known = node.next.get(code) ?? letter()
        node.next.set(code, known)
        node = known
      }
      node.aliases.push(alias)
      isFirst[alias.text.charCodeAt(0)] = 1
    }
  }
  return (key, report) => {
    let bearer: Bearer | null = null
    for (let at = 0; at < key.length - 1; at += 1) {
      if (isFirst[key.charCodeAt(at)] === 0) continue
      let node = root.next.get(key.charCodeAt(at))
      for (let end = at + 1; node !== undefined && end <= key.length; end += 1) {
        for (const alias of node.aliases) {
          bearer ??= bearerOf(key, places)
          const hit = scoreAlias(alias, bearer, at)
          if (hit) report(alias.key, hit)
        }
        node = node.next.get(key.charCodeAt(end))
      }
    }
  }
}
