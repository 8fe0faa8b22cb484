/** One occurrence of a pattern in a text; `end` is exclusive, both count UTF-16 units. */
export interface KeywordHit {
  pattern: number
  start: number
  end: number
}

interface State {
  next: Map<number, number>
  fail: number
  /** Pattern that ends here, or -1. */
  pattern: number
  /** Nearest state on the fail path where a pattern ends, or 0. */
  output: number
}

/**
 * Aho–Corasick automaton (多模式匹配): finds every occurrence of every pattern in one pass, in time linear in the text
 * plus the hits, however many packs are loaded. Equal patterns must be passed once.
 */
export class KeywordTree {
  private readonly states: State[] = [newState()]
  private readonly lengths: number[]
  /** Next state from the root for every UTF-16 unit: most characters of a text begin no pattern and cost one read. */
  private readonly fromRoot = new Int32Array(0x1_0000)

  constructor(patterns: readonly string[]) {
    this.lengths = patterns.map((pattern) => pattern.length)
    patterns.forEach((pattern, index) => this.insert(pattern, index))
    for (const [unit, child] of this.state(0).next) this.fromRoot[unit] = child
    this.linkFailures()
  }

  find(text: string): KeywordHit[] {
    const hits: KeywordHit[] = []
    let state = 0
    for (let i = 0; i < text.length; i += 1) {
      state = this.step(state, text.charCodeAt(i))
      if (state === 0) continue
      let at = this.state(state).pattern >= 0 ? state : this.state(state).output
      while (at !== 0) {
        const pattern = this.state(at).pattern
        hits.push({ pattern, start: i + 1 - (this.lengths[pattern] ?? 0), end: i + 1 })
        at = this.state(at).output
      }
    }
    return hits
  }

  private state(index: number): State {
    return this.states[index] as State
  }

  private step(from: number, unit: number): number {
    let state = from
    while (state !== 0) {
      const { next, fail } = this.state(state)
      const child = next.get(unit)
      if (child !== undefined) return child
      state = fail
    }
    return this.fromRoot[unit] ?? 0
  }

  private insert(pattern: string, index: number): void {
    if (pattern === '') return
    let state = 0
    for (let i = 0; i < pattern.length; i += 1) {
      const unit = pattern.charCodeAt(i)
      let next = this.state(state).next.get(unit)
      if (next === undefined) {
        next = this.states.push(newState()) - 1
        this.state(state).next.set(unit, next)
      }
      state = next
    }
    this.state(state).pattern = index
  }

  private linkFailures(): void {
    const queue = [...this.state(0).next.values()]
    for (let head = 0; head < queue.length; head += 1) {
      const current = queue[head] as number
      for (const [unit, child] of this.state(current).next) {
        const fail = this.step(this.state(current).fail, unit)
        this.state(child).fail = fail
        this.state(child).output = this.state(fail).pattern >= 0 ? fail : this.state(fail).output
        queue.push(child)
      }
    }
  }
}

function newState(): State {
  return { next: new Map(), fail: 0, pattern: -1, output: 0 }
}
