import { radiusOf, type LayoutNode } from './layoutNode'

/** What a disc of a column takes besides itself; world units. */
export interface Cell {
  /** Behind the disc, for its name. */
  width: number
  gap: number
  /** A row is at least so high; 0 without names. */
  line: number
  heading: number
}

/** A tier: its groups, and how wide one sub-column of it is. */
export interface Column {
  tier: number
  groups: LayoutNode[][]
  width: number
  cell: Cell
}

/** Nodes of one group in rows, or a part of them when a column is full. */
export interface Block {
  group: string
  rows: { nodes: LayoutNode[]; height: number }[]
  height: number
}

export const BLOCK_GAP = 10
export const SUB_COLUMN_GAP = 16
/** Of the largest disc of a tier, what every row keeps room for. */
const LARGE_PART = 0.6
/** Discs side by side in a sub-column, when names have no room of their own. */
const ACROSS = 8

export const cellWidth = (radius: number, { width, gap }: Cell) => 2 * radius + gap + width

export const largestOf = (members: readonly LayoutNode[]) =>
  members.reduce((most, node) => Math.max(most, radiusOf(node)), 0)

export function subColumnWidth(members: readonly LayoutNode[], cell: Cell): number {
  const largest = largestOf(members)
  const middle = [...members].map(radiusOf).sort((a, b) => a - b)[Math.floor(members.length / 2)] ?? largest
  // One large disc is no reason to draw all names apart: its own is cut a little earlier.
  if (cell.width > 0) return cellWidth(Math.max(middle, LARGE_PART * largest), cell)
  const across = Math.max(1, Math.min(ACROSS, Math.ceil(Math.sqrt(members.length))))
  const alone = members.length > 1 ? WANTED_ROOM : 0
  return Math.max(cellWidth(largest, cell) + alone, across * cellWidth(middle, cell))
}

/** Sub-columns side by side with the gaps between them. */
export const widthOf = ({ width }: Pick<Column, 'width'>, subColumns: number) =>
  subColumns * (width + SUB_COLUMN_GAP) - SUB_COLUMN_GAP

/** Beside the first disc of a group there is room for a name, or none at all. */
const LEAST_ROOM = 70
const WANTED_ROOM = 120
const NAMED_ROW = 21

/**
 * Rows of equal cells, as wide as the row's first and largest disc asks. Where names have no room, the heaviest of each group
 * still stands alone, so that a crowd is not nameless.
 */
function rowsOf(members: readonly LayoutNode[], width: number, cell: Cell): Block['rows'] {
  const rows: Block['rows'] = []
  for (let at = 0; at < members.length;) {
    const first = members[at]
    const radius = first ? radiusOf(first) : 0
    const isAlone = at === 0 && cell.width === 0 && width - 2 * radius >= LEAST_ROOM
    const across = isAlone ? 1 : Math.max(1, Math.floor(width / cellWidth(radius, cell)))
    // A row with names is at least as high as a line of words.
    const line = isAlone ? NAMED_ROW : cell.line
    rows.push({ nodes: members.slice(at, at + across), height: Math.max(2 * radius + cell.gap, line) })
    at += across
  }
  return rows
}

/** Groups laid into sub-columns no taller than `height`; a group that does not fit goes on under its heading again. */
export function wrapped({ groups, width, cell }: Column, height: number): Block[][] {
  const columns: Block[][] = [[]]
  let used = 0
  for (const members of groups) {
    let block: Block | undefined
    for (const row of rowsOf(members, width, cell)) {
      const opening = block ? 0 : cell.heading + (used > 0 ? BLOCK_GAP : 0)
      if (used > 0 && used + opening + row.height > height) {
        columns.push([])
        used = 0
        block = undefined
      }
      if (!block) {
        used += cell.heading + (used > 0 ? BLOCK_GAP : 0)
        block = { group: members[0]?.group ?? '', rows: [], height: cell.heading }
        columns[columns.length - 1]?.push(block)
      }
      block.rows.push(row)
      block.height += row.height
      used += row.height
    }
  }
  return columns
}

export const heightOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { height }) => sum + height, 0) + Math.max(0, blocks.length - 1) * BLOCK_GAP
