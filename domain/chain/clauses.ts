import { readItemVerbs, stronger, type Activity, type ItemVerbs } from './clauseVerbs'

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

interface Piece {
  start: number
  end: number
}

const HEADER =
  /(?:(?:前置|后置)?(?:许可|一般)(?:经营|审批)?(?:项目|范围|事项)?|经营(?:项目|范围)|主营|兼营|主要产品|其中|包括)(?:为)?:/gu
const SENTENCE_END = ';。*!?|'
const ITEM_END = '、,·'
/** 除…外 excludes, 除尘器 and 除草剂 are goods. */
const EXCEPT = '除(?![尘臭湿锈油雾草氧磷垢霜冰雪铁渣颤虫味霉菌杂氯盐硫灰鳞静污泡鼠])|除外|除[^,;]{1,20}外'
const EXCLUDING = new RegExp(
  `^(?:但|均|以上|其中)*(?:不含|不包括|不包含|${EXCEPT}|不得|禁止|法律|国家(?:限定|禁止|法律)|依法|凭|涉及|未取得|上述|以上|按)`,
  'u',
)
const VOID_NOTE = new RegExp(
  `不含|不包括|不包含|${EXCEPT}|不得|禁止|凭|依法|须经|需经|许可|审批|取得|为准|有效期|限制|限定|以上|上述|按国家|国家|涉及|资质`,
  'u',
)
const BRANCH_NOTE = /分支|分公司|下属|下设/u
const PLANNED_NOTE = /筹建|筹备/u
const DEVICE_CLASS = /^[^:]{0,6}类[^:]{0,6}:/u
const BOILERPLATE =
  /^(?:经营|自营|承办|从事|代理)?(?:和代理)?(?:本企业|本公司|本院|本厂|本集团|该院|该企业|该公司|企业自产|自产|各类商品|中外合资|生产所需|生产科研所需|科研所需|公司自产|集团|对外贸易|货物(?:及|和|与|、)?(?:技术)?的?进出口)/u

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
  for (const sentence of sentencesOf(flow)) {
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

/** Outermost bracket pairs; an unclosed one ends with its sentence. */
function findBrackets(text: string): Piece[] {
  const found: Piece[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i]
    if (mark === '(' || mark === '[' || mark === '【') {
      if (depth === 0) start = i
      depth += 1
    } else if (depth > 0 && (mark === ')' || mark === ']' || mark === '】')) {
      depth -= 1
      if (depth === 0) found.push({ start, end: i + 1 })
    } else if (depth > 0 && mark === '。') {
      depth = 0
      found.push({ start, end: i })
    }
  }
  if (depth > 0) found.push({ start, end: text.length })
  return found
}

/** Deeper brackets are noise, or an attack on the stack. */
const MAX_BRACKET_DEPTH = 3

const BLANK = '\u0000'

function blankBrackets(text: string, brackets: Piece[]): string {
  let flow = ''
  let at = 0
  for (const { start, end } of brackets) {
    flow += text.slice(at, start) + BLANK.repeat(end - start)
    at = end
  }
  flow += text.slice(at)
  return flow.replace(HEADER, (header) => ';'.repeat(header.length))
}

function pieces(text: string, from: number, to: number, marks: string): Piece[] {
  const found: Piece[] = []
  let start = from
  for (let i = from; i < to; i += 1) {
    if (!marks.includes(text[i] ?? '') && !(text[i] === '.' && marks === ITEM_END && !isDigit(text[i + 1]))) continue
    if (i > start) found.push({ start, end: i })
    start = i + 1
  }
  if (to > start) found.push({ start, end: to })
  return found
}

/** 0.5 keeps its point. */
function isDigit(mark: string | undefined): boolean {
  return mark !== undefined && mark >= '0' && mark <= '9'
}

function sentencesOf(flow: string): Piece[] {
  return pieces(flow, 0, flow.length, SENTENCE_END)
}

interface ItemReading {
  verbs: ItemVerbs
  boilerplate: boolean
  excluding: boolean
  planned: boolean
}

/** Registers repeat the same items over and over (五金交电, 销售 …); remembering them halves the time of a large import. */
const READ_ITEMS = new Map<string, ItemReading>()
const READ_ITEMS_LIMIT = 20_000

function readItem(word: string): ItemReading {
  const known = READ_ITEMS.get(word)
  if (known) return known
  const reading = {
    verbs: readItemVerbs(word),
    boilerplate: BOILERPLATE.test(word),
    excluding: EXCLUDING.test(word),
    planned: PLANNED_NOTE.test(word),
  }
  if (READ_ITEMS.size >= READ_ITEMS_LIMIT) READ_ITEMS.clear()
  READ_ITEMS.set(word, reading)
  return reading
}

/** Reads one sentence, item by item; see the cases in `take`. */
class SentenceReader {
  /** The verb of a colon list (销售：…) holds for following sentences until one brings its own verb. */
  standing: { activity: Activity; verb: string } | null
  private prefix: { activity: Activity; verb: string } | null
  private open: Clause[] = []
  private closed: Clause[] = []
  private verblessLead = false
  private skipping: 'excluded' | 'boilerplate' | null = null
  private readonly done: Clause[] = []

  /** Goods that the next sentence may still give a verb: 甲苯；粗苯；纯苯生产. */
  private waiting: Clause[] = []
  private readonly waitingBefore: readonly Clause[]

  constructor(
    private readonly flow: string,
    before: SentenceReader | null,
  ) {
    this.standing = before?.standing ?? null
    this.prefix = this.standing
    this.open = [...(before?.waiting ?? [])]
    this.waitingBefore = before?.waiting ?? []
  }

  read(sentence: Piece): Clause[] {
    const colon = this.flow.slice(sentence.start, sentence.end).indexOf(':')
    const bodyStart = colon < 0 ? sentence.start : sentence.start + colon + 1
    if (colon >= 0) this.readHead({ start: sentence.start, end: bodyStart - 1 })
    for (const item of pieces(this.flow, bodyStart, sentence.end, ITEM_END)) this.take(item)
    this.countList(this.open)
    if (this.mayWait(sentence)) this.waiting = this.open
    return this.done
  }

  /** A semicolon ends a list only loosely when single goods or device classes (二类：…；三类：…) stand between. */
  private mayWait({ start, end }: Piece): boolean {
    if (this.flow[end] !== ';') return false
    return this.done.length === 1 || DEVICE_CLASS.test(this.flow.slice(start, end)) || this.waitingBefore.length > 1
  }

  /** The words before a colon: 销售： sets the verb, 二类： changes nothing. */
  private readHead(head: Piece): void {
    for (const item of pieces(this.flow, head.start, head.end, ITEM_END)) this.take(item)
    const all = this.done.reduce<Activity>((best, clause) => stronger(best, clause.activity), 'none')
    const own = this.prefix !== this.standing ? this.prefix : null
    const activity = own ? own.activity : all
    if (activity !== 'none') {
      this.prefix = { activity, verb: own?.verb ?? this.done.at(-1)?.verb ?? '' }
      this.standing = this.prefix
    }
    this.open = []
    this.closed = []
  }

  private take(piece: Piece): void {
    const whole = this.flow.slice(piece.start, piece.end)
    const word = whole.includes(BLANK) ? whole.replaceAll(BLANK, '') : whole
    if (word === '') return
    const { start, end } = piece
    const clause: Clause = { start, end, activity: 'none', verb: '', listSize: 1, reservation: null, position: 0 }
    this.done.push(clause)
    const reading = readItem(word)
    const { verbs } = reading
    if (this.skip(reading, clause)) return
    if (verbs.role !== 'none' && this.prefix === this.standing && this.standing) this.standing = this.prefix = null
    if (verbs.role === 'pure') this.takePure(clause, verbs.activity, verbs.verb)
    else if (verbs.role === 'tail') this.close([...this.open, clause], verbs.activity, verbs.verb)
    else if (verbs.role === 'lead') this.takeLead(clause, verbs.activity, verbs.verb)
    else if (this.prefix) assign([clause], this.prefix.activity, this.prefix.verb)
    else this.open.push(clause)
    if (verbs.role !== 'pure') this.verblessLead = false
  }

  private skip(marks: ItemReading, clause: Clause): boolean {
    if (marks.boilerplate) this.skipping = 'boilerplate'
    else if (marks.excluding) this.skipping = 'excluded'
    if (marks.planned) clause.reservation = 'planned'
    if (!this.skipping) return false
    if (this.skipping === 'excluded') clause.reservation = 'excluded'
    else assign([clause], 'trade', '')
    return true
  }

  /** 销售 on its own: closes the list before it, adds to the one just closed, or opens a prefix list. */
  private takePure(clause: Clause, activity: Activity, verb: string): void {
    assign([clause], activity, verb)
    if (this.open.length > 0) this.close([...this.open, clause], activity, verb)
    else if (this.closed.length > 0) {
      for (const one of this.closed) assign([one], stronger(one.activity, activity), joinVerbs(one.verb, verb))
    } else {
      this.prefix = this.prefix
        ? { activity: stronger(this.prefix.activity, activity), verb: joinVerbs(this.prefix.verb, verb) }
        : { activity, verb }
      this.verblessLead = true
    }
  }

  private takeLead(clause: Clause, activity: Activity, verb: string): void {
    const before = this.verblessLead ? this.prefix : null
    this.open = []
    this.closed = []
    this.prefix = before
      ? { activity: stronger(before.activity, activity), verb: joinVerbs(before.verb, verb) }
      : { activity, verb }
    assign([clause], this.prefix.activity, this.prefix.verb)
  }

  private close(all: Clause[], activity: Activity, verb: string): void {
    // 电极；土木维修: goods of an earlier sentence are made or sold here, hardly ever repaired.
    const group = activity === 'service' ? all.filter((clause) => !this.waitingBefore.includes(clause)) : all
    assign(group, activity, verb)
    this.countList(group)
    this.closed = group
    this.open = []
  }

  private countList(group: Clause[]): void {
    for (const one of group) one.listSize = group.length
  }
}

function joinVerbs(first: string, second: string): string {
  return first === '' || first.includes(second) ? first || second : `${first}、${second}`
}

function assign(clauses: Clause[], activity: Activity, verb: string): void {
  for (const clause of clauses) {
    clause.activity = activity
    clause.verb = verb
  }
}

/** A bracket either restricts the item before it (不含…, 仅限分支机构, 筹建) or lists more goods of the same kind. */
function applyBracket(text: string, bracket: Piece, clauses: Clause[], depth: number): void {
  const inner = text.slice(bracket.start + 1, bracket.end - 1)
  const host = clauses.findLast((clause) => clause.start <= bracket.start && clause.end >= bracket.start)
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
