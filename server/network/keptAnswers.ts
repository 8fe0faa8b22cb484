/** Characters of questions and answers that one index keeps: a hub's network has up to a million. */
const ROOM = 24_000_000
/** One answer may take up this part of the room. */
const LARGEST_PART = 2

/** Answers of one index, the last asked for: it never changes, so neither do they. */
export class KeptAnswers {
  /** Least recently used first. */
  readonly #answers = new Map<string, string>()
  #length = 0

  constructor(private readonly room = ROOM) {}

  /** The answer to a question that was asked before, else a new one. A refusal is not kept, nor what would drive out all else. */
  get(question: string, answer: () => string): string {
    const known = this.#answers.get(question)
    const text = known ?? answer()
    const size = question.length + text.length
    if (size > this.room / LARGEST_PART) return text
    if (known === undefined) this.#length += size
    this.#answers.delete(question)
    this.#answers.set(question, text)
    for (const [oldest, { length }] of this.#answers) {
      if (this.#length <= this.room) break
      this.#answers.delete(oldest)
      this.#length -= oldest.length + length
    }
    return text
  }
}
