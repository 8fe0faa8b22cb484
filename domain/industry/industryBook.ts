/** 1 门类, 2 大类, 3 中类, 4 小类. */
export type IndustryLevel = 1 | 2 | 3 | 4

/** A classification as data; the rows stand in the order of the standard, each after its parent. */
export interface IndustryData {
  edition: string
  note: string
  /** [code, level, name]; typed loosely because that is how a JSON module reads. */
  classes: readonly (readonly (string | number)[])[]
}

export interface IndustryBook {
  readonly edition: string
  readonly note: string
  /** True for a code as printed in the standard: `C`, `26`, `268`, `2683`. */
  has(code: string): boolean
  name(code: string): string | undefined
  level(code: string): IndustryLevel | undefined
  /** The class one level up; of a 大类 its 门类 letter; undefined for a 门类 or an unknown code. */
  parent(code: string): string | undefined
  /** 门类 letter. */
  section(code: string): string | undefined
  /** True when `code` is `ancestor` or lies under it; false when either is unknown. */
  isWithin(code: string, ancestor: string): boolean
  /**
   * Reads a code as people write it (`C2683`, `ｃ2683`, `2683`, `268`, `C`) and returns the code of the standard.
   * Undefined when there is no such class, or when the letter contradicts the digits. A lost leading zero
   * (`111` for 0111) is not repaired: 111 may be a class of its own.
   */
  normalise(raw: string): string | undefined
}

interface Entry {
  name: string
  level: IndustryLevel
  parent: string | undefined
  section: string
}

const isLevel = (value: unknown): value is IndustryLevel => value === 1 || value === 2 || value === 3 || value === 4

function readEntries(data: IndustryData): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let section = ''
  for (const [code, level, name] of data.classes) {
    if (typeof code !== 'string' || !isLevel(level) || typeof name !== 'string') {
      throw new Error(`Malformed class in the industry data: ${String(code)}`)
    }
    if (level === 1) section = code
    const parent = level === 1 ? undefined : level === 2 ? section : code.slice(0, -1)
    if (parent !== undefined && !entries.has(parent)) throw new Error(`Class ${code} stands before its parent`)
    entries.set(code, { name, level, parent, section })
  }
  return entries
}

/** 国民经济行业分类 as a lookup; O(1) per question. */
export function createIndustryBook(data: IndustryData): IndustryBook {
  const entries = readEntries(data)

  const normalise = (raw: string): string | undefined => {
    const [, letter, digits] = /^([A-Z]?)(\d{0,4})$/.exec(raw.normalize('NFKC').trim().toUpperCase()) ?? []
    const code = digits || letter
    const entry = code ? entries.get(code) : undefined
    return entry && (!letter || entry.section === letter) ? code : undefined
  }

  return {
    edition: data.edition,
    note: data.note,
    has: (code) => entries.has(code),
    name: (code) => entries.get(code)?.name,
    level: (code) => entries.get(code)?.level,
    parent: (code) => entries.get(code)?.parent,
    section: (code) => entries.get(code)?.section,
    isWithin: (code, ancestor) => {
      const [entry, upper] = [entries.get(code), entries.get(ancestor)]
      if (!entry || !upper) return false
      return upper.level === 1 ? entry.section === ancestor : code.startsWith(ancestor)
    },
    normalise,
  }
}
