import type { Clause } from './clauses'
import { readItem, type ItemReading } from './clauseItem'
import { BLANK, cutPieces, ITEM_END, type Piece } from './clausePieces'
import { stronger, type Activity } from './verbList'

const DEVICE_CLASS = /^[^:]{0,6}类[^:]{0,6}:/u

/** Reads one sentence, item by item; see the cases in `take`. */
export class SentenceReader {
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
    for (const item of cutPieces(this.flow, bodyStart, sentence.end, ITEM_END)) this.take(item)
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
    for (const item of cutPieces(this.flow, head.start, head.end, ITEM_END)) this.take(item)
    const all = this.done.reduce<Activity>((best, clause) => stronger(best, clause.activity), 'none')
    const own = this.prefix !== this.standing ? this.prefix : null
    const activity = own ? own.activity : all
    if (activity !== 'none') {
      this.prefix = { activity, verb: own?.verb ?? this.done[this.done.length - 1]?.verb ?? '' }
      this.standing = this.prefix
    }
    this.open = []
    this.closed = []
  }

  private take(piece: Piece): void {
    const whole = this.flow.slice(piece.start, piece.end)
    const word = whole.includes(BLANK) ? whole.split(BLANK).join('') : whole
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
