import { EXCEPT, PLANNED_NOTE } from './clauseItem'
import { blankBrackets, cutPieces, findBrackets, SENTENCE_END, type Piece } from './clausePieces'
import { SentenceReader } from './sentenceReader'
import type { Activity } from './verbList'

/** How far the clause can be believed: excluded goods, a branch only, or a plant still 筹建. */
export type Reservation = 'excluded' | 'branch-only' | 'planned' | null

/** One item of a business scope with what the firm does to it; positions are UTF-16 units of the text. */
export interface Clause {
  start: number
  end: number
  activity: Activity
  /** The verbs as written, possibly standing elsewhere in the list: 制造、销售 for 车床 in 车床、铣床制造、销售. */
  verb: string
  /** How many goods stand in one list with this one, itself included. */
  listSize: number
  reservation: Reservation
  /** 0-based place in the whole text. */
  position: number
}

const VOID_NOTE = new RegExp(
  `不含|不包括|不包含|${EXCEPT}|不得|禁止|凭|依法|须经|需经|许可|审批|取得|为准|有效期|限制|限定|以上|上述|按国家|国家|涉及|资质`,
  'u',
)
const BRANCH_NOTE = /分支|分公司|下属|下设/u
/** Deeper brackets are noise, or an attack on the stack. */
const MAX_BRACKET_DEPTH = 3

/**
 * Splits 经营范围 into items and decides what the firm does to each: prefix lists (销售：A、B), suffix lists (A、B制造、销售),
 * notes in brackets, 许可/一般项目 headers, exclusions (不含…), 仅限分支机构 and 筹建. Works on text from `toMatchText`.
 */
export function splitClauses(text: string): Clause[] {
  return splitNested(text, 0)
}

function splitNested(text: string, depth: number): Clause[] {
  const brackets = findBrackets(text)
  const flow = blankBrackets(text, brackets)
  const clauses: Clause[] = []
  let before: SentenceReader | null = null
  for (const sentence of cutPieces(flow, 0, flow.length, SENTENCE_END)) {
    const reader: SentenceReader = new SentenceReader(flow, before)
    clauses.push(...reader.read(sentence))
    before = reader
  }
  if (clauses.every(({ verb }) => verb === '')) for (const clause of clauses) clause.listSize = clauses.length
  clauses.sort((a, b) => a.start - b.start)
  for (const bracket of brackets) applyBracket(text, bracket, clauses, depth)
  clauses.sort((a, b) => a.start - b.start)
  clauses.forEach((clause, position) => (clause.position = position))
  return clauses
}

/** The last clause, i.e. the innermost one, that covers the stretch. */
export function clauseAt(clauses: readonly Clause[], { start, end }: Piece): Clause | undefined {
  for (let i = clauses.length - 1; i >= 0; i -= 1) {
    const clause = clauses[i] as Clause
    if (clause.start <= start && clause.end >= end) return clause
  }
  return undefined
}

/** A bracket either restricts the item before it (不含…, 仅限分支机构, 筹建) or lists more goods of the same kind. */
function applyBracket(text: string, bracket: Piece, clauses: Clause[], depth: number): void {
  const inner = text.slice(bracket.start + 1, bracket.end - 1)
  const host = clauseAt(clauses, { start: bracket.start, end: bracket.start })
  if (host && BRANCH_NOTE.test(inner)) host.reservation = 'branch-only'
  else if (host && PLANNED_NOTE.test(inner)) host.reservation = 'planned'
  const reservation: Reservation =
    VOID_NOTE.test(inner) || BRANCH_NOTE.test(inner) ? 'excluded' : (host?.reservation ?? null)
  const base = { position: 0, listSize: 1, reservation }
  if (reservation === 'excluded' || depth >= MAX_BRACKET_DEPTH) {
    clauses.push({ ...base, start: bracket.start, end: bracket.end, activity: 'none', verb: '' })
    return
  }
  for (const own of splitNested(inner, depth + 1)) {
    const activity = own.activity === 'none' ? (host?.activity ?? 'none') : own.activity
    const shift = bracket.start + 1
    clauses.push({
      ...base,
      listSize: host?.listSize ?? 1,
      start: own.start + shift,
      end: own.end + shift,
      activity,
      verb: own.verb || (host?.verb ?? ''),
    })
  }
}
