type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const FIRST_ROOM = 1024

/** A column of numbers that grows; millions of rows cost their bytes and no more. */
export class Column<List extends Numbers> {
  #list: List
  #length = 0

  constructor(private readonly make: (length: number) => List) {
    this.#list = make(FIRST_ROOM)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#list.length) {
      const larger = this.make(this.#length * 2)
      larger.set(this.#list)
      this.#list = larger
    }
    this.#list[this.#length] = value
    this.#length += 1
  }

  /** The values, in a list of just their number. */
  finish(): List {
    const exact = this.make(this.#length)
    exact.set(this.#list.subarray(0, this.#length))
    return exact
  }
}

export const integers = () => new Column((length) => new Int32Array(length))
export const decimals = () => new Column((length) => new Float64Array(length))
export const shortDecimals = () => new Column((length) => new Float32Array(length))
export const bytes = () => new Column((length) => new Uint8Array(length))

/** Texts that repeat, by number. */
export class Words {
  readonly list: string[] = []
  readonly #at = new Map<string, number>()

  /** The number of a text, new or known. */
  put(text: string): number {
    const known = this.#at.get(text)
    if (known !== undefined) return known
    this.#at.set(text, this.list.length)
    return this.list.push(text) - 1
  }

  at(text: string): number | undefined {
    return this.#at.get(text)
  }
}
