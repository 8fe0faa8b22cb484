/** What a name of an organisation is made of. */
export interface NameParts {
  /** 字号 and 行业: the name without 行政区划 and 组织形式. */
  core: string
  /** Where the core begins in the key. */
  at: number
  /** Code of the province or city that the name begins with, or has in brackets; null = none. */
  place: string | null
}

/** 行政区划 as names of organisations spell them, with the code each stands for. */
export interface PlaceNames {
  /** The place whose spelling stands at this position of the key; the longest one. */
  at(key: string, position: number): { code: string; length: number } | null
  /** Whether the key is a place and nothing else. */
  isPlace(key: string): boolean
}

interface Written {
  text: string
  code: string
}

/** Of two places written alike the one given first counts; spellings shorter than two characters are not taken. */
export function createPlaceNames(spellings: Iterable<readonly [text: string, code: string]>): PlaceNames {
  const byStart = new Map<string, Written[]>()
  const known = new Set<string>()
  for (const [text, code] of spellings) {
    if (text.length < 2 || known.has(text)) continue
    known.add(text)
    const list = byStart.get(text.slice(0, 2))
    if (list) list.push({ text, code })
    else byStart.set(text.slice(0, 2), [{ text, code }])
  }
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length)
  return {
    at(key, position) {
      const found = byStart.get(key.slice(position, position + 2))?.find(({ text }) => key.startsWith(text, position))
      return found ? { code: found.code, length: found.text.length } : null
    },
    isPlace: (key) => known.has(key),
  }
}

/** 组织形式, 集团 and brackets at the end, taken off again and again. */
const FORM =
  /(?:\((?:集团|控股|有限合伙|普通合伙|特殊普通合伙|[^()]{1,6})\)|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|分公司|子公司|公司|集团|控股|股份|有限|合作社|总厂|厂|研究院|研究所|事务所|中心|总部)$/u
const BRACKETED = /\(([^()]{2,8})\)/u
/** Names of two hanzi are as short as a brand gets. */
const SHORTEST = 2
const MOST_PLACES = 3

/** Parts of a name as written by `nameKey`. */
export function namePartsOf(key: string, places: PlaceNames): NameParts {
  let at = 0
  let place: string | null = null
  for (let step = 0; step < MOST_PLACES; step += 1) {
    const found = places.at(key, at)
    // 大连 alone is a name of its own; something has to be left.
    if (!found || key.length - at - found.length < SHORTEST) break
    place = finer(place, found.code)
    at += found.length
  }
  const bracketed = BRACKETED.exec(key)?.[1]
  const inside = bracketed === undefined ? null : places.at(bracketed, 0)
  if (place === null && inside && inside.length === bracketed?.length) place = inside.code
  return { core: withoutForm(key.slice(at)), at, place }
}

/** A county within a city within a province: the last one said is the finest, if it lies within the one before. */
const finer = (before: string | null, code: string) =>
  before === null || code.startsWith(before.replace(/(?:00)+$/u, '')) ? code : before

/** A name without 组织形式, 集团 and what stands in brackets at its end. */
export function withoutForm(text: string): string {
  let core = text
  for (;;) {
    const shorter = core.replace(FORM, '')
    if (shorter === core || shorter.length < SHORTEST) return core
    core = shorter
  }
}

/** The whole name of a firm as registered, as far as its ending tells. */
export const isLegalName = (key: string) =>
  /(?:有限公司|有限责任公司|股份公司|合伙\)|合伙企业|合作社|总公司|分公司)$/u.test(key) ||
  /公司[^公司]{2,12}(?:支行|分行|营业部|分厂)$/u.test(key)

/** 政府, 机关: never an enterprise of a register. */
export const isAuthority = (key: string) =>
  /(?:政府|人民政府|委员会|管委会|管理处|管理局|财政局|办公室|市局|[省市县区镇乡村旗])$/u.test(key)
