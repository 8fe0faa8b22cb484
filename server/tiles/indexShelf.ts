import type { PointIndexes, PointSet, ReadablePoints } from './pointIndexes'

/** Points kept altogether; a million take about 100 MB. */
export const POINTS_KEPT = 2_500_000
/** An index without points takes room too. */
const LEAST_SIZE = 1_000

export interface Shelved extends ReadablePoints {
  /** Gives its memory back; nobody reads it any more. */
  drop(): void
}

interface Entry {
  version: string
  built: Promise<Shelved>
  /** 0 while it is being built. */
  size: number
  readers: number
  isGone: boolean
}

/**
 * Keeps the indexes used last, up to a number of points. Who asks for one that is being built waits for that one; a
 * build that failed is forgotten. An index in use is dropped only when its last reader is done.
 */
export class IndexShelf implements PointIndexes {
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>()

  constructor(
    private readonly build: (set: PointSet) => Promise<Shelved>,
    private readonly pointsKept = POINTS_KEPT,
  ) {}

  async use<T>(set: PointSet, read: (points: ReadablePoints) => T | Promise<T>): Promise<T> {
    const entry = this.#entryOf(set)
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

  #entryOf(set: PointSet): Entry {
    const known = this.#entries.get(set.key)
    if (known?.version === set.version) {
      this.#entries.delete(set.key)
      this.#entries.set(set.key, known)
      return known
    }
    if (known) this.#remove(set.key, known)
    const entry: Entry = { version: set.version, built: this.build(set), size: 0, readers: 0, isGone: false }
    this.#entries.set(set.key, entry)
    entry.built.then(
      (points) => {
        entry.size = Math.max(points.count, LEAST_SIZE)
        this.#makeRoom(entry)
      },
      () => this.#remove(set.key, entry),
    )
    return entry
  }

  #makeRoom(newest: Entry): void {
    let kept = [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [key, entry] of [...this.#entries]) {
      if (kept <= this.pointsKept) return
      if (entry === newest || entry.size === 0) continue
      kept -= entry.size
      this.#remove(key, entry)
    }
  }

  #remove(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
    entry.isGone = true
    this.#drop(entry)
  }

  #drop(entry: Entry): void {
    if (entry.readers > 0) return
    entry.built.then(
      (points) => points.drop(),
      () => undefined,
    )
  }
}
