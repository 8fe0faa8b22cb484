/** 来源 of one number in a sentence: enough to find it again. */
export interface Citation {
  name: string
  /** Region and object: 沈阳市数控系统环节. */
  subject: string
  value: string
  period: string
  /** Opens its card; null where it has none. */
  ref: string | null
  /** What it rests on, or how it was estimated. */
  basis: string | null
}

/** A number in words, with where it comes from. */
export interface Fact {
  text: string
  cite: Citation
}

/** Words, and behind them the numbers that they rest on. */
export interface Piece {
  text: string
  cites: Citation[]
}

/** 分句: says one thing completely; without one of its facts it is not said at all. */
export type Clause = Piece[]

type Part = Fact | Clause | string | null

/** A clause from words and facts; null as soon as one of them is missing. */
export function say(words: TemplateStringsArray, ...parts: Part[]): Clause | null {
  const clause: Clause = []
  const add = (text: string, cites: Citation[] = []) => {
    const last = clause[clause.length - 1]
    if (text === '' && cites.length === 0) return
    if (last && last.cites.length === 0) clause[clause.length - 1] = { text: last.text + text, cites }
    else clause.push({ text, cites })
  }
  for (const [at, word] of words.entries()) {
    add(word)
    if (at === parts.length) break
    const part = parts[at]
    if (part === null || part === undefined) return null
    if (typeof part === 'string') add(part)
    else if (Array.isArray(part)) for (const piece of part) add(piece.text, piece.cites)
    else add(part.text, [part.cite])
  }
  return clause
}

/** The first clause that can be said: the fuller before the shorter. */
export const either = (...clauses: (Clause | null)[]): Clause | null => clauses.find((one) => one !== null) ?? null

/** A、B、C; null without any. */
export function listed(items: readonly Clause[]): Clause | null {
  const [first, ...rest] = items
  if (!first) return null
  return rest.reduce<Clause>((all, item) => say`${all}、${item}` ?? all, first)
}

/**
 * Clauses that belong together are parted by commas, groups by semicolons; the sentence ends with a full stop. Null
 * where there is nothing to say.
 */
export function sentence(groups: readonly (readonly (Clause | null)[])[]): Piece[] | null {
  const told = groups
    .map((group) => group.filter((clause): clause is Clause => clause !== null))
    .filter((group) => group.length > 0)
  if (told.length === 0) return null
  return told.flatMap((group, groupAt) =>
    group.flatMap((clause, at) => {
      const isLast = at === group.length - 1
      const mark = !isLast ? '，' : groupAt === told.length - 1 ? '。' : '；'
      return [...clause, { text: mark, cites: [] }]
    }),
  )
}

export interface Segment {
  text: string
  /** Numbers of the citations behind the text. */
  marks: number[]
}

/** Numbers the citations of all sentences in reading order; what is cited twice keeps its number. */
export function numbered(sentences: readonly Piece[][]): { sentences: Segment[][]; citations: Citation[] } {
  const citations: Citation[] = []
  const keys: string[] = []
  const markOf = (citation: Citation) => {
    const { ref, name, subject, value, period } = citation
    const key = ref ?? [name, subject, value, period].join('|')
    const known = keys.indexOf(key)
    if (known >= 0) return known + 1
    keys.push(key)
    return citations.push(citation)
  }
  const marked = sentences.map((pieces) =>
    pieces.map(({ text, cites }): Segment => ({ text, marks: [...new Set(cites.map(markOf))] })),
  )
  return { sentences: marked, citations }
}
