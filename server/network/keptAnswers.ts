/** Characters of answers that one index keeps: a hub's network has up to a million. */
const ROOM = 24_000_000

/** Answers of one index, the last asked for: it never changes, so neither do they. */
export class KeptAnswers {
  /** Least recently used first. */
  readonly #answers = new Map<string, string>()
  #length = 0

  constructor(private readonly room = ROOM) {}

  /** The answer to a question that was asked before, else a new one. A refusal is not kept. */
  get(question: string, answer: () => string): string {
    const known = this.#answers.get(question)
    const text = known ?? answer()
    if (known === undefined) this.#length += text.length
    this.#answers.delete(question)
    this.#answers.set(question, text)
    for (const [oldest, { length }] of this.#answers) {
      if (this.#length <= this.room) break
      this.#answers.delete(oldest)
      this.#length -= length
    }
    return text
  }
}
