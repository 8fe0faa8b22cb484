const EMPTY = -1
const FIRST_ROOM = 4096
const FULL = 0.5
const FEW_NODES = 1000

/** Numbers pairs of nodes as they come. A `Map` of two million pairs would take the time of the whole answer. */
export class PairTable {
  /** Of a few hundred nodes each pair has a place of its own: its number, from 1 on. */
  readonly #direct: Int32Array | null
  #keys: Int32Array
  #numbers: Int32Array
  readonly #pairs: number[] = []

  constructor(private readonly nodes: number) {
    this.#direct = nodes <= FEW_NODES ? new Int32Array(nodes * nodes) : null
    this.#keys = new Int32Array(FIRST_ROOM).fill(EMPTY)
    this.#numbers = new Int32Array(FIRST_ROOM)
  }

  get size(): number {
    return this.#pairs.length
  }

  /** The number of a pair, new or known. */
  put(from: number, to: number): number {
    const key = from * this.nodes + to
    if (this.#direct) return (this.#direct[key] ||= this.#pairs.push(key)) - 1
    const slot = this.#slot(key)
    if (this.#keys[slot] === key) return this.#numbers[slot] ?? 0
    const number = this.#pairs.push(key) - 1
    this.#keys[slot] = key
    this.#numbers[slot] = number
    if (this.#pairs.length > this.#keys.length * FULL) this.#grow()
    return number
  }

  at(number: number): { from: number; to: number } {
    const key = this.#pairs[number] ?? 0
    return { from: Math.floor(key / this.nodes), to: key % this.nodes }
  }

  /** Where a key stands, or would. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (this.#keys[slot] !== EMPTY && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    this.#keys = new Int32Array(this.#keys.length * 2).fill(EMPTY)
    this.#numbers = new Int32Array(this.#keys.length)
    this.#pairs.forEach((key, number) => {
      const slot = this.#slot(key)
      this.#keys[slot] = key
      this.#numbers[slot] = number
    })
  }
}
