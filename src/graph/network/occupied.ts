import type { Box } from '@/graph/scene'

const CELL = 72

/** Rectangles of the canvas that words already take. */
export class Occupied {
  private readonly cells = new Map<number, Box[]>()

  /** Takes the rectangle if nothing lies there yet. */
  claim(box: Box): boolean {
    if (!this.isFree(box)) return false
    this.add(box)
    return true
  }

  add(box: Box) {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  isFree(box: Box): boolean {
    for (const key of keysOf(box)) {
      for (const other of this.cells.get(key) ?? []) {
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
