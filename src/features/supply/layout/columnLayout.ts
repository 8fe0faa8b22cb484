import type { Point } from '@/graph/camera'
import type { SceneGuide } from '@/graph/network/networkScene'
import {
  BLOCK_GAP,
  cellWidth,
  heightOf,
  SUB_COLUMN_GAP,
  widthOf,
  wrapped,
  type Block,
  type Column,
} from './columnCells'
import { namedSpacing, shapedSpacing } from './columnSpacing'
import { radiusOf, tierTitle, type LayoutNode, type NetworkLayout } from './layoutNode'

interface ColumnOptions {
  /** Width ÷ height to aim at. */
  aspect?: number
  /** Pixels of the screen: names then get the room they ask for (`nameWidth`), where all of it fits. */
  room?: { width: number; height: number }
  /** Free width behind each disc for its name, where it does not; by the number of nodes when left out. */
  labelWidth?: number
  /** A second line under a tier's title. */
  sub?: (tier: number) => string | undefined
}

/**
 * Tiers as columns from suppliers of suppliers on the left to buyers of buyers on the right; in each, groups under small
 * headings, nodes by rank in reading order. Long columns wrap into sub-columns.
 */
export function columnLayout(nodes: readonly LayoutNode[], options: ColumnOptions = {}): NetworkLayout {
  const numbers = [...new Set(nodes.map(({ tier }) => tier))].sort((a, b) => a - b)
  const tiers = numbers.map((tier) => ({ tier, members: nodes.filter((node) => node.tier === tier) }))
  const { columns, height, tierGap } =
    (options.room && namedSpacing(tiers, options.room)) ??
    shapedSpacing(tiers, options.aspect ?? 1.7, options.labelWidth)
  const positions = new Map<string, Point>()
  const rooms = new Map<string, number>()
  const guides: SceneGuide[] = []
  let x = 0
  for (const column of columns) {
    const { tier, width } = column
    const subColumns = wrapped(column, height)
    const whole = widthOf(column, subColumns.length)
    guides.push({
      kind: 'column',
      x,
      width: whole,
      label: tierTitle(tier),
      sub: options.sub?.(tier),
      pitch: pitchOf(column),
    })
    const top = -Math.max(...subColumns.map(heightOf)) / 2
    subColumns.forEach((blocks, i) => {
      placeBlocks(blocks, { column, left: x + i * (width + SUB_COLUMN_GAP), top }, { positions, rooms, guides })
    })
    x += whole + tierGap
  }
  return { ...centred(positions, guides, nodes), rooms }
}

/** With names there is one disc to a row, without them the narrowest cell counts. */
function pitchOf({ groups, width, cell }: Column): number {
  return cell.width > 0 ? width : cellWidth(Math.min(...groups.flat().map(radiusOf)), cell)
}

interface ColumnPlace {
  column: Column
  left: number
  top: number
}

function placeBlocks(
  blocks: readonly Block[],
  { column: { tier, width, cell }, left, top }: ColumnPlace,
  { positions, rooms, guides }: { positions: Map<string, Point>; rooms: Map<string, number>; guides: SceneGuide[] },
) {
  let y = top
  for (const block of blocks) {
    if (tier !== 0) guides.push({ kind: 'heading', x: left, y: y + cell.heading / 2, width, label: block.group })
    y += cell.heading
    for (const { nodes, height } of block.rows) {
      const [first] = nodes
      const radius = first ? radiusOf(first) : 0
      if (first && nodes.length === 1 && cell.width === 0) rooms.set(first.id, width - 2 * radius - cell.gap / 2)
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
