import type { Point } from '@/graph/camera'
import type { Box } from '@/graph/scene'

/** On average so many nodes share a cell. */
const PER_CELL = 3

/** Points in square cells, for finding the few near a place without asking all. */
export interface NodeGrid {
  /** Calls `visit` with every node whose cell touches the box: all nodes in it and some beside it. */
  within: (box: Box, visit: (node: number) => void) => void
}

/** Files points by cell in two flat arrays; `bounds` holds all of them. */
export function gridOf(points: readonly Point[], bounds: Box): NodeGrid {
  const side = Math.sqrt(
    (Math.max(1, bounds.width) * Math.max(1, bounds.height) * PER_CELL) / Math.max(1, points.length),
  )
  const columns = Math.max(1, Math.ceil(bounds.width / side))
  const rows = Math.max(1, Math.ceil(bounds.height / side))
  const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)))
  const column = (x: number) => clamp((x - bounds.x) / side, columns)
  const row = (y: number) => clamp((y - bounds.y) / side, rows)
  const starts = new Int32Array(columns * rows + 1)
  const cells = Int32Array.from(points, ({ x, y }) => row(y) * columns + column(x))
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let i = 0; i < columns * rows; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const filled = starts.slice()
  const members = new Int32Array(points.length)
  cells.forEach((cell, node) => {
    const at = filled[cell] ?? 0
    members[at] = node
    filled[cell] = at + 1
  })
  return {
    within(box, visit) {
      const [left, right] = [column(box.x), column(box.x + box.width)]
      const last = row(box.y + box.height)
      for (let r = row(box.y); r <= last; r++) {
        const end = starts[r * columns + right + 1] ?? 0
        for (let i = starts[r * columns + left] ?? 0; i < end; i++) visit(members[i] ?? 0)
      }
    },
  }
}
