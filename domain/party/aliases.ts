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
  /** 集团, 股份 or 控股 that the wanted name says of itself. */
  form: string | null
}

const SHORTEST = 2
/** Two characters are no mark inside a longer word. */
const SHORTEST_INSIDE = 3
/** 贸易, 实业, 物资经销: such cores are everybody's. */
const SHORTEST_WHOLE = 4
const LONGEST_BRAND = 16
const LATIN = /^[\u0000-\u024f]+$/u
const SHORTEST_LATIN = 4

const FORM_SAID = /(集团|股份|控股)(?:公司)?$/u
/** Countries stand in news for their governments and markets. */
const COUNTRY_NAME =
  /^(?:中国|美国|日本|韩国|朝鲜|德国|法国|英国|俄罗斯|印度|新加坡|加拿大|澳大利亚|意大利|西班牙|巴西|泰国|越南|欧盟|香港|台湾|澳门)$/u

/** What to look for when nobody bears the name itself; nothing for 政府 and for names of places. */
export function aliasesOf(key: string, places: PlaceNames): Alias[] {
  if (isAuthority(key) || places.isPlace(key) || COUNTRY_NAME.test(key)) return []
  const { core, place, at } = namePartsOf(key, places)
  if (isLegalName(key)) {
    return core.length >= SHORTEST_WHOLE ? [{ key, text: core, how: 'whole', place, form: null }] : []
  }
  const text = withoutForm(key)
  const shortest = LATIN.test(text) ? SHORTEST_LATIN : SHORTEST
  const aliases: Alias[] = []
  if (text.length >= shortest && text.length <= LONGEST_BRAND && !places.isPlace(text))
    aliases.push({ key, text, how: 'brand', place: null, form: FORM_SAID.exec(key)?.[1] ?? null })
  if (at > 0 && core.length >= SHORTEST) aliases.push({ key, text: core, how: 'local', place, form: null })
  return aliases
}

const BRANCH =
  /(?:支行|分行|分理处|储蓄所|银行|营业部|营业所|营业厅|分公司|支公司|分厂|分店|门市部?|办事处|代办处|代表处|加油站|服务部|经营部|供电所|分院|客户中心|路店)\)?$/u
const BRANCH_LESS = 0.2
/** Below this a person would only be kept from work. */
const LEAST = 0.3

interface Hit {
  score: number
  reason: string
}

/** A name of the register, with what is asked of it for every alias that it contains. */
export interface Bearer {
  key: string
  parts: NameParts
  isBranch: boolean
}

export const bearerOf = (key: string, places: PlaceNames): Bearer => ({
  key,
  parts: namePartsOf(key, places),
  isBranch: BRANCH.test(key),
})

/** How well a name of the register answers to an alias that stands at `at` in it; null = not at all. */
export function scoreAlias(alias: Alias, { key, parts, isBranch }: Bearer, at: number): Hit | null {
  const hit = SCORES[alias.how](alias, parts, key, at)
  if (!hit) return null
  const score = Math.round((isBranch ? hit.score - BRANCH_LESS : hit.score) * 100) / 100
  return score < LEAST ? null : { score, reason: isBranch ? `${hit.reason}；分支机构` : hit.reason }
}

/** 宁德时代 is more of 宁德时代科技 than of a name of twenty characters. */
const coverage = (text: string, { core }: NameParts) => 0.1 * Math.min(1, text.length / Math.max(core.length, 1))

type Score = (alias: Alias, parts: NameParts, key: string, at: number) => Hit | null

const scoreBrand: Score = ({ text, form }, parts, key, at) => {
  if (parts.core === text && at === parts.at) return { score: 0.9, reason: `字号同为“${text}”，仅区划或组织形式不同` }
  // 中国 before a name says as little as a place.
  const isStart = at === 0 || at === parts.at || (at === 2 && key.startsWith('中国'))
  const cover = coverage(text, parts)
  if (text.length < SHORTEST_INSIDE) {
    // Two characters begin many names. They count where the firm says the same of itself, or puts no place before them.
    const isAlike = form === null ? at === 0 : isStart && key.includes(form)
    return isAlike ? { score: 0.5 + cover, reason: `名称以“${text}”开头${form === null ? '' : `，同为${form}`}` } : null
  }
  if (isStart) return { score: 0.65 + cover, reason: `名称以“${text}”开头` }
  return LATIN.test(text) ? null : { score: 0.35 + cover, reason: `名称中含“${text}”` }
}

/** 大连重工 → a firm of 大连 whose 字号 is 重工…. */
const scoreLocal: Score = ({ text, place }, parts, _key, at) => {
  if (at !== parts.at || !isSamePlace(place, parts.place)) return null
  if (parts.core === text) return { score: 0.85, reason: `同在一地，字号同为“${text}”` }
  return { score: 0.5 + coverage(text, parts), reason: `同在一地，字号以“${text}”开头` }
}

/** 沈阳机床股份有限公司 and 沈阳机床（集团）有限责任公司. */
const scoreWhole: Score = ({ text, place }, parts) => {
  if (parts.core !== text) return null
  if (isSamePlace(place, parts.place)) return { score: 0.8, reason: '区划与字号相同，仅写法或组织形式不同' }
  return place === null || parts.place === null ? { score: 0.6, reason: '字号相同，一方名称没有区划' } : null
}

const SCORES: Record<Alias['how'], Score> = { brand: scoreBrand, local: scoreLocal, whole: scoreWhole }

/** One lies in the other, or both are the same. */
function isSamePlace(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const [a, b] = [one, other].map((code) => code.replace(/(?:00)+$/u, '')) as [string, string]
  return a.startsWith(b) || b.startsWith(a)
}
