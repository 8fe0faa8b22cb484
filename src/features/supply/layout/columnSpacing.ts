import { heightOf, subColumnWidth, widthOf, wrapped, type Cell, type Column } from './columnCells'
import { gapFor, grouped, type LayoutNode } from './layoutNode'

export interface Spacing {
  columns: Column[]
  /** Sub-columns grow no taller. */
  height: number
  /** Between tiers: room for the edges. */
  tierGap: number
}

interface Tier {
  tier: number
  members: LayoutNode[]
}

const HEADING = 20
const LINE = 21
const TIER_GAP = 190
const TALLEST = 12_000
const SHORTEST = 420
const HEIGHT_STEP = 1.12

/** Longest names, their rows and the gap between tiers (pixels) to try, the best first. */
const NAMES = [
  { longest: 180, row: 15.5, leastGap: 64 },
  { longest: 150, row: 15.5, leastGap: 64 },
  { longest: 124, row: 15, leastGap: 60 },
  { longest: 100, row: 14.5, leastGap: 52 },
  { longest: 80, row: 14, leastGap: 44 },
  { longest: 70, row: 13.5, leastGap: 40 },
]
/** Enlargements to try with each: a name says more than a large disc. */
const ZOOMS = [1.2, 1, 0.85, 0.7, 0.6]
/** Pixels. */
const HEADING_ROW = 18
const NAME_GAP = 4
const MOST_TIER_GAP = 300
/** Larger networks have no room for names whatever is tried. */
const MOST_NAMED = 600

/**
 * The widest names at the largest enlargement for which all tiers fit a screen with `room` (pixels); what is left over goes
 * between the tiers. Null where nothing fits, or somebody has no name.
 */
export function namedSpacing(tiers: readonly Tier[], room: { width: number; height: number }): Spacing | null {
  const nodes = tiers.flatMap(({ members }) => members)
  if (nodes.length > MOST_NAMED || nodes.some(({ nameWidth }) => nameWidth === undefined)) return null
  const groups = new Map(tiers.map(({ tier, members }) => [tier, grouped(members)]))
  for (const { longest, row, leastGap } of NAMES)
    for (const zoom of ZOOMS) {
      const columns = tiers.map(({ tier, members }): Column => {
        const name = Math.min(longest, Math.max(...members.map(({ nameWidth = 0 }) => nameWidth)))
        const cell = { width: name / zoom, gap: NAME_GAP, line: row / zoom, heading: HEADING_ROW / zoom }
        return { tier, groups: groups.get(tier) ?? [], width: subColumnWidth(members, cell), cell }
      })
      const height = room.height / zoom
      const { width, tallest } = extent(columns, height)
      const gaps = Math.max(1, columns.length - 1)
      const tierGap = Math.min(MOST_TIER_GAP / zoom, (room.width / zoom - width) / gaps)
      if (tierGap * zoom >= leastGap && tallest <= height) return { columns, height, tierGap }
    }
  return null
}

/** One width for all names; the height is the one whose picture comes nearest to the wanted shape. */
export function shapedSpacing(tiers: readonly Tier[], aspect: number, labelWidth?: number): Spacing {
  const count = tiers.reduce((sum, { members }) => sum + members.length, 0)
  const width = labelWidth ?? labelWidthFor(count)
  const cell: Cell = { width, gap: gapFor(count), line: width > 0 ? LINE : 0, heading: HEADING }
  const columns = tiers.map(({ tier, members }): Column => ({
    tier,
    groups: grouped(members),
    width: subColumnWidth(members, cell),
    cell,
  }))
  return { columns, height: bestHeight(columns, aspect), tierGap: TIER_GAP }
}

function labelWidthFor(count: number): number {
  if (count <= 160) return 140
  return count <= 500 ? 108 : 0
}

/** Without the gaps between the tiers. */
function extent(columns: readonly Column[], height: number): { width: number; tallest: number } {
  let [width, tallest] = [0, 0]
  for (const column of columns) {
    const subColumns = wrapped(column, height)
    width += widthOf(column, subColumns.length)
    tallest = Math.max(tallest, ...subColumns.map(heightOf))
  }
  return { width, tallest }
}

function bestHeight(columns: readonly Column[], aspect: number): number {
  let best = { height: SHORTEST, miss: Infinity }
  for (let height = SHORTEST; height < TALLEST; height *= HEIGHT_STEP) {
    const { width, tallest } = extent(columns, height)
    const whole = width + (columns.length - 1) * TIER_GAP
    const miss = Math.abs(Math.log(whole / Math.max(1, tallest) / aspect))
    if (miss < best.miss) best = { height, miss }
  }
  return best.height
}
