/** What an index is built from; another version of the same key replaces it. */
export interface IndexOrder {
  key: string
  version: string
}

export interface Shelved {
  /** What it holds; its share of the room. */
  readonly count: number
  /** Gives its memory back; nobody reads it any more. */
  drop(): void
}

/** An index of nothing takes room too. */
const LEAST_SIZE = 1_000

interface Entry<Index> {
  version: string
  built: Promise<Index>
  /** 0 while it is being built. */
  size: number
  readers: number
  isGone: boolean
}

/**
 * Keeps the indexes used last, up to a number of things in them. Who asks for one that is being built waits for that one; a
 * build that failed is forgotten. An index in use is dropped only when its last reader is done.
 */
export class IndexShelf<Order extends IndexOrder, Index extends Shelved> {
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry<Index>>()

  constructor(
    private readonly build: (order: Order) => Promise<Index>,
    private readonly mostKept: number,
  ) {}

  async use<T>(order: Order, read: (index: Index) => T | Promise<T>): Promise<T> {
    const entry = this.#entryOf(order)
    entry.readers += 1
    try {
      return await read(await entry.built)
    } finally {
      entry.readers -= 1
      if (entry.isGone) this.#drop(entry)
    }
  }

  /** Forgets everything, e.g. because the thread that held it has ended. */
  clear(): void {
    for (const [key, entry] of [...this.#entries]) this.#remove(key, entry)
  }

  close(): Promise<void> {
    this.clear()
    return Promise.resolve()
  }

  #entryOf(order: Order): Entry<Index> {
    const known = this.#entries.get(order.key)
    if (known?.version === order.version) {
      this.#entries.delete(order.key)
      this.#entries.set(order.key, known)
      return known
    }
    if (known) this.#remove(order.key, known)
    const entry: Entry<Index> = { version: order.version, built: this.build(order), size: 0, readers: 0, isGone: false }
    this.#entries.set(order.key, entry)
    entry.built.then(
      (index) => {
        entry.size = Math.max(index.count, LEAST_SIZE)
        this.#makeRoom(entry)
      },
      () => this.#remove(order.key, entry),
    )
    return entry
  }

  #makeRoom(newest: Entry<Index>): void {
    let kept = [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [key, entry] of [...this.#entries]) {
      if (kept <= this.mostKept) return
      if (entry === newest || entry.size === 0) continue
      kept -= entry.size
      this.#remove(key, entry)
    }
  }

  #remove(key: string, entry: Entry<Index>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
    entry.isGone = true
    this.#drop(entry)
  }

  #drop(entry: Entry<Index>): void {
    if (entry.readers > 0) return
    entry.built.then(
      (index) => index.drop(),
      () => undefined,
    )
  }
}
