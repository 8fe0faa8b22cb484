import { isAuthority, isLegalName, namePartsOf, withoutForm, type NameParts, type PlaceNames } from './nameParts'

/** A piece of text that stands for a wanted name in the names of the register. */
export interface Alias {
  /** The wanted name. */
  key: string
  text: string
  /**
   * brand: 宁德时代 anywhere in 宁德时代新能源科技; local: 重工 of a firm of 大连; whole: all but 行政区划 and 组织形式 agree.
   */
  how: 'brand' | 'local' | 'whole'
  place: string | null
}

const SHORTEST = 2
/** Two characters are no mark inside a longer word. */
const SHORTEST_INSIDE = 3
/** 贸易, 实业, 物资经销: such cores are everybody's. */
const SHORTEST_WHOLE = 4
const LONGEST_BRAND = 16
const LATIN = /^[\u0000-\u024f]+$/u
const SHORTEST_LATIN = 4

/** What to look for when nobody bears the name itself; nothing for 政府 and for names of places. */
export function aliasesOf(key: string, places: PlaceNames): Alias[] {
  if (isAuthority(key) || places.isPlace(key)) return []
  const { core, place, at } = namePartsOf(key, places)
  if (isLegalName(key)) {
    return core.length >= SHORTEST_WHOLE ? [{ key, text: core, how: 'whole', place }] : []
  }
  const text = withoutForm(key)
  const shortest = LATIN.test(text) ? SHORTEST_LATIN : SHORTEST
  const aliases: Alias[] = []
  if (text.length >= shortest && text.length <= LONGEST_BRAND && !places.isPlace(text))
    aliases.push({ key, text, how: 'brand', place: null })
  if (at > 0 && core.length >= SHORTEST) aliases.push({ key, text: core, how: 'local', place })
  return aliases
}

const BRANCH =
  /(?:支行|分行|分理处|储蓄所|营业部|营业所|分公司|支公司|分厂|分店|门市部?|办事处|加油站|服务部|经营部|供电所|分院)$/u

interface Hit {
  score: number
  reason: string
}

/** How well a name of the register answers to an alias that stands at `at` in it; null = not at all. */
export function scoreAlias(alias: Alias, key: string, at: number, places: PlaceNames): Hit | null {
  const { text, how } = alias
  if (how === 'brand' && at > 0 && (text.length < SHORTEST_INSIDE || LATIN.test(text))) {
    // Only where the 字号 begins, behind a place.
    if (places.at(key, 0) === null) return null
  }
  const parts = namePartsOf(key, places)
  const hit =
    how === 'whole'
      ? scoreWhole(alias, parts)
      : how === 'local'
        ? scoreLocal(alias, parts, at)
        : scoreBrand(alias, parts, at)
  if (!hit) return null
  return BRANCH.test(key)
    ? { score: rounded(hit.score - 0.2), reason: `${hit.reason}；分支机构` }
    : { ...hit, score: rounded(hit.score) }
}

const rounded = (score: number) => Math.round(score * 100) / 100
/** 宁德时代 is more of 宁德时代科技 than of a name of twenty characters. */
const coverage = (text: string, { core }: NameParts) => 0.1 * Math.min(1, text.length / Math.max(core.length, 1))

function scoreBrand({ text }: Alias, parts: NameParts, at: number): Hit | null {
  if (parts.core === text && at === parts.at) return { score: 0.9, reason: `字号同为“${text}”，仅区划或组织形式不同` }
  const cover = coverage(text, parts)
  if (at === 0 || at === parts.at) {
    return { score: (text.length < SHORTEST_INSIDE ? 0.5 : 0.65) + cover, reason: `名称以“${text}”开头` }
  }
  return text.length < SHORTEST_INSIDE ? null : { score: 0.35 + cover, reason: `名称中含“${text}”` }
}

/** 大连重工 → a firm of 大连 whose 字号 is 重工…. */
function scoreLocal({ text, place }: Alias, parts: NameParts, at: number): Hit | null {
  if (at !== parts.at || !isSamePlace(place, parts.place)) return null
  if (parts.core === text) return { score: 0.85, reason: `同在一地，字号同为“${text}”` }
  return { score: 0.5 + coverage(text, parts), reason: `同在一地，字号以“${text}”开头` }
}

/** 沈阳机床股份有限公司 and 沈阳机床（集团）有限责任公司. */
function scoreWhole({ text, place }: Alias, parts: NameParts): Hit | null {
  if (parts.core !== text) return null
  if (isSamePlace(place, parts.place)) return { score: 0.8, reason: '区划与字号相同，仅写法或组织形式不同' }
  return place === null || parts.place === null ? { score: 0.6, reason: '字号相同，一方名称没有区划' } : null
}

/** One lies in the other, or both are the same. */
function isSamePlace(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const [a, b] = [one, other].map((code) => code.replace(/(?:00)+$/u, '')) as [string, string]
  return a.startsWith(b) || b.startsWith(a)
}
