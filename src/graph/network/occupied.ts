import type { Box } from '@/graph/scene'

const CELL = 72

type Cells = Map<number, Box[]>

/** Rectangles of the canvas that words already take, and discs that words should keep off. */
export class Occupied {
  private readonly words: Cells = new Map()
  private readonly discs: Cells = new Map()

  /** Takes the rectangle if no words lie there yet, and no discs either unless they may be covered. */
  claim(box: Box, keepOffDiscs = true): boolean {
    if (!isFree(this.words, box) || (keepOffDiscs && !isFree(this.discs, box))) return false
    this.add(box)
    return true
  }

  add(box: Box) {
    put(this.words, box)
  }

  addDisc(box: Box) {
    put(this.discs, box)
  }
}

function put(cells: Cells, box: Box) {
  for (const key of keysOf(box)) {
    const cell = cells.get(key)
    if (cell) cell.push(box)
    else cells.set(key, [box])
  }
}

function isFree(cells: Cells, box: Box): boolean {
  for (const key of keysOf(box)) {
    for (const other of cells.get(key) ?? []) {
      const apart =
        box.x >= other.x + other.width ||
        other.x >= box.x + box.width ||
        box.y >= other.y + other.height ||
        other.y >= box.y + box.height
      if (!apart) return false
    }
  }
  return true
}

function keysOf({ x, y, width, height }: Box): number[] {
  const keys: number[] = []
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      keys.push(row * 4096 + column)
    }
  }
  return keys
}
