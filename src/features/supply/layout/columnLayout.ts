import type { Point } from '@/graph/camera'
import type { SceneGuide } from '@/graph/network/networkScene'
import { gapFor, grouped, radiusOf, tierTitle, type LayoutNode, type NetworkLayout } from './layoutNode'

interface ColumnOptions {
  /** Width ÷ height to aim at. */
  aspect?: number
  /** Free width behind each disc for its name; by the number of nodes when left out. */
  labelWidth?: number
  /** A second line under a tier's title. */
  sub?: (tier: number) => string | undefined
}

interface Cell {
  width: number
  gap: number
}

/** Nodes of one group in rows, or a part of them when a column is full. */
interface Block {
  group: string
  rows: { nodes: LayoutNode[]; height: number }[]
  height: number
}

const HEADING = 20
const LINE = 21
const BLOCK_GAP = 10
const SUB_COLUMN_GAP = 16
/** Discs side by side in a sub-column, when names have no room of their own. */
const ACROSS = 8
/** Between tiers: room for the edges. */
const TIER_GAP = 190
const TALLEST = 12_000
const SHORTEST = 420
const HEIGHT_STEP = 1.12

/**
 * Tiers as columns from suppliers of suppliers on the left to buyers of buyers on the right; in each, groups under small
 * headings, nodes by rank in reading order. Long columns wrap into sub-columns; the height is the one whose picture comes
 * nearest to the wanted shape.
 */
export function columnLayout(nodes: readonly LayoutNode[], options: ColumnOptions = {}): NetworkLayout {
  const cell = { width: options.labelWidth ?? labelWidthFor(nodes.length), gap: gapFor(nodes.length) }
  const tiers = [...new Set(nodes.map(({ tier }) => tier))].sort((a, b) => a - b)
  const columns = tiers.map((tier) => {
    const members = nodes.filter((node) => node.tier === tier)
    return { tier, width: subColumnWidth(members, cell), groups: grouped(members) }
  })
  const height = bestHeight(columns, cell, options.aspect ?? 1.7)
  const positions = new Map<string, Point>()
  const guides: SceneGuide[] = []
  let x = 0
  for (const { tier, width, groups } of columns) {
    const subColumns = wrapped(groups, width, cell, height)
    const whole = subColumns.length * (width + SUB_COLUMN_GAP) - SUB_COLUMN_GAP
    guides.push({
      kind: 'column',
      x,
      width: whole,
      label: tierTitle(tier),
      sub: options.sub?.(tier),
      pitch: pitchOf(groups, cell),
    })
    const top = -Math.max(...subColumns.map(heightOf)) / 2
    subColumns.forEach((blocks, i) => {
      const left = x + i * (width + SUB_COLUMN_GAP)
      placeBlocks(blocks, { left, top, width, cell, titled: tier !== 0 }, positions, guides)
    })
    x += whole + TIER_GAP
  }
  return centred(positions, guides, nodes)
}

function labelWidthFor(count: number): number {
  if (count <= 160) return 140
  return count <= 500 ? 108 : 0
}

const cellWidth = (radius: number, { width, gap }: Cell) => 2 * radius + gap + width

/** The narrowest cell of a column. */
const pitchOf = (groups: readonly LayoutNode[][], cell: Cell) =>
  cellWidth(Math.min(...groups.flat().map(radiusOf)), cell)

function subColumnWidth(members: readonly LayoutNode[], cell: Cell): number {
  const largest = members.reduce((most, node) => Math.max(most, radiusOf(node)), 0)
  if (cell.width > 0) return cellWidth(largest, cell)
  const middle = [...members].map(radiusOf).sort((a, b) => a - b)[Math.floor(members.length / 2)] ?? largest
  const across = Math.max(1, Math.min(ACROSS, Math.ceil(Math.sqrt(members.length))))
  return Math.max(cellWidth(largest, cell), across * cellWidth(middle, cell))
}

/** A row with names is at least as high as a line of words. */
const rowHeight = (radius: number, { width, gap }: Cell) => Math.max(2 * radius + gap, width > 0 ? LINE : 0)

/** Rows of equal cells, as wide as the row's first and largest disc asks. */
function rowsOf(members: readonly LayoutNode[], width: number, cell: Cell): Block['rows'] {
  const rows: Block['rows'] = []
  for (let at = 0; at < members.length;) {
    const radius = largestFrom(members, at)
    const across = Math.max(1, Math.floor(width / cellWidth(radius, cell)))
    rows.push({ nodes: members.slice(at, at + across), height: rowHeight(radius, cell) })
    at += across
  }
  return rows
}

function largestFrom(members: readonly LayoutNode[], at: number): number {
  const node = members[at]
  return node ? radiusOf(node) : 0
}

/** Groups laid into sub-columns no taller than `height`; a group that does not fit goes on under its heading again. */
function wrapped(groups: readonly LayoutNode[][], width: number, cell: Cell, height: number): Block[][] {
  const columns: Block[][] = [[]]
  let used = 0
  for (const members of groups) {
    let block: Block | undefined
    for (const row of rowsOf(members, width, cell)) {
      const opening = block ? 0 : HEADING + (used > 0 ? BLOCK_GAP : 0)
      if (used > 0 && used + opening + row.height > height) {
        columns.push([])
        used = 0
        block = undefined
      }
      if (!block) {
        used += HEADING + (used > 0 ? BLOCK_GAP : 0)
        block = { group: members[0]?.group ?? '', rows: [], height: HEADING }
        columns[columns.length - 1]?.push(block)
      }
      block.rows.push(row)
      block.height += row.height
      used += row.height
    }
  }
  return columns
}

const heightOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { height }) => sum + height, 0) + Math.max(0, blocks.length - 1) * BLOCK_GAP

function bestHeight(columns: readonly { width: number; groups: LayoutNode[][] }[], cell: Cell, aspect: number): number {
  let best = { height: SHORTEST, miss: Infinity }
  for (let height = SHORTEST; height < TALLEST; height *= HEIGHT_STEP) {
    let [width, tallest] = [(columns.length - 1) * TIER_GAP, 0]
    for (const column of columns) {
      const subColumns = wrapped(column.groups, column.width, cell, height)
      width += subColumns.length * (column.width + SUB_COLUMN_GAP) - SUB_COLUMN_GAP
      tallest = Math.max(tallest, ...subColumns.map(heightOf))
    }
    const miss = Math.abs(Math.log(width / Math.max(1, tallest) / aspect))
    if (miss < best.miss) best = { height, miss }
  }
  return best.height
}

interface ColumnPlace {
  left: number
  top: number
  width: number
  cell: Cell
  titled: boolean
}

function placeBlocks(
  blocks: readonly Block[],
  { left, top, width, cell, titled }: ColumnPlace,
  positions: Map<string, Point>,
  guides: SceneGuide[],
) {
  let y = top
  for (const block of blocks) {
    if (titled) guides.push({ kind: 'heading', x: left, y: y + HEADING / 2, width, label: block.group })
    y += HEADING
    for (const { nodes, height } of block.rows) {
      const radius = largestFrom(nodes, 0)
      nodes.forEach((node, i) => {
        positions.set(node.id, { x: left + i * cellWidth(radius, cell) + radius + cell.gap / 2, y: y + height / 2 })
      })
      y += height
    }
    y += BLOCK_GAP
  }
}

/** Moves everything so that the 链主 (or the middle, without one) lies at 0,0. */
function centred(positions: Map<string, Point>, guides: SceneGuide[], nodes: readonly LayoutNode[]): NetworkLayout {
  const egos = nodes.filter(({ tier }) => tier === 0)
  const ego = egos.length === 1 ? positions.get(egos[0]?.id ?? '') : undefined
  const [dx, dy] = [ego?.x ?? 0, ego?.y ?? 0]
  for (const at of positions.values()) {
    at.x -= dx
    at.y -= dy
  }
  for (const guide of guides) {
    if (guide.kind === 'column') guide.x -= dx
    if (guide.kind === 'heading') {
      guide.x -= dx
      guide.y -= dy
    }
  }
  return { positions, guides }
}
