const FIRST_ROOM = 256

/** From this part of all firms on, it takes less to look them all through than to sort those of a list. */
const MANY = 1 / 32

/** A list of whole numbers that grows: of a hub there are hundreds of thousands. */
export class Numbers {
  list = new Int32Array(FIRST_ROOM)
  length = 0

  push(number: number): void {
    if (this.length === this.list.length) this.list = larger(this.list, new Int32Array(this.length * 2))
    this.list[this.length] = number
    this.length += 1
  }

  /** Sorts what stands from `start` on; those, and no other firms, have this `mark` among the `marks` by firm. */
  sortMarked(start: number, marks: Int8Array | Uint8Array, mark: number): void {
    if (this.length - start < marks.length * MANY) {
      this.list.subarray(start, this.length).sort()
      return
    }
    for (let firm = 0, at = start; at < this.length; firm += 1)
      if (marks[firm] === mark) {
        this.list[at] = firm
        at += 1
      }
  }

  finish(): Int32Array {
    return this.list.subarray(0, this.length)
  }
}

/** A column with more room. */
export function larger<Column extends Int32Array | Float64Array>(column: Column, room: Column): Column {
  room.set(column)
  return room
}
