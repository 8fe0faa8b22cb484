import type { Panorama } from '@contract/panorama'
import type { Box } from '@/graph/scene'
import type { Size } from '@/graph/camera'
import { legibility } from './cardLook'

type StageId = Panorama['stages'][number]['id']

export interface StageBox extends Box {
  id: StageId
  index: number
  /** Header only; the column below has the same left edge and width. */
  groups: GroupBox[]
}

export interface GroupBox extends Box {
  id: string
  stage: number
  headHeight: number
}

export interface CardBox extends Box {
  id: string
  group: GroupBox
  /** First and last card of a row reach the group's edge without a detour. */
  first: boolean
  last: boolean
}

/** Exact positions in world units (CSS pixels at zoom 1). */
export interface ChainLayout extends Size {
  /** Size of one design pixel: 1 on a 1920 × 1080 screen. */
  unit: number
  gutter: number
  rowGap: number
  columnGap: number
  stages: StageBox[]
  groups: Map<string, GroupBox>
  cards: Map<string, CardBox>
}

type ChainShape = Pick<Panorama, 'stages' | 'groups' | 'nodes'>

interface Spacing {
  unit: number
  padX: number
  padY: number
  gutter: number
  stageHead: number
  groupHead: number
  groupGap: number
  groupPad: number
  rowGap: number
  columnGap: number
}

interface StagePlan {
  columns: number
  rowHeight: number
  height: number
  score: number
}

const REFERENCE = { width: 1920, height: 900 }
/** A row lower than this could not hold a readable name: the chart grows beyond the viewport instead. */
const MIN_ROW = 19
const MAX_ROW = 104
const MAX_COLUMNS = 10
/** Exponents that turn the number of nodes into a stage's share of the width; the best of them wins. */
const WIDTH_EXPONENTS = [0, 0.25, 0.4, 0.55, 0.7, 0.85]

function spacingFor({ width, height }: Size): Spacing {
  const unit = Math.min(4, Math.max(0.7, Math.min(width / REFERENCE.width, height / REFERENCE.height)))
  return {
    unit,
    padX: 12 * unit,
    padY: 8 * unit,
    gutter: Math.max(72, Math.min(width * 0.073, 260 * unit)),
    stageHead: Math.max(40, 52 * unit),
    groupHead: Math.max(18, 22 * unit),
    groupGap: Math.max(6, 9 * unit),
    groupPad: 8 * unit,
    rowGap: Math.max(5, 7 * unit),
    columnGap: 8 * unit,
  }
}

/** Cards per row of a group: rows as full as possible; a lone card does not stretch over the whole stage. */
export function columnsOf(count: number, most: number): number {
  const rows = Math.ceil(count / most)
  return Math.max(Math.ceil(count / rows), Math.min(2, most))
}

const rowsOf = (count: number, most: number) => Math.ceil(count / columnsOf(count, most))

function planStage(counts: number[], width: number, viewportHeight: number, space: Spacing): StagePlan {
  const available = viewportHeight - 2 * space.padY - space.stageHead
  let best: StagePlan | undefined
  for (let columns = 1; columns <= MAX_COLUMNS; columns++) {
    const rows = counts.reduce((sum, count) => sum + rowsOf(count, columns), 0)
    const fixed = counts.length * (space.groupHead + space.rowGap + space.groupGap) + rows * space.rowGap
    const rowHeight = Math.min(MAX_ROW * space.unit, Math.max(MIN_ROW, (available - fixed) / Math.max(1, rows)))
    const cardWidth = (width - 2 * space.groupPad - (columns - 1) * space.columnGap) / columns
    const score = legibility(cardWidth, rowHeight)
    if (!best || score > best.score) best = { columns, rowHeight, height: fixed + rows * rowHeight, score }
  }
  return best!
}

interface Plan {
  widths: number[]
  stages: StagePlan[]
}

/** Tries several splits of the width and keeps the one whose worst stage reads best. */
function planStages(counts: number[][], viewport: Size, space: Spacing): Plan {
  const total = viewport.width - 2 * space.padX - (counts.length - 1) * space.gutter
  let best: (Plan & { worst: number }) | undefined
  for (const exponent of WIDTH_EXPONENTS) {
    const weights = counts.map((groups) => Math.max(1, groups.reduce((a, b) => a + b, 0)) ** exponent)
    const sum = weights.reduce((a, b) => a + b, 0)
    const widths = weights.map((weight) => (total * weight) / sum)
    const stages = counts.map((groups, i) => planStage(groups, widths[i]!, viewport.height, space))
    const worst = Math.min(...stages.map((stage) => stage.score))
    if (!best || worst > best.worst) best = { widths, stages, worst }
  }
  return best!
}

/** Places stages as columns, groups as full-width panels and nodes as a grid of equal rows. Pure and without randomness. */
export function layoutChain(chain: ChainShape, viewport: Size): ChainLayout {
  const space = spacingFor(viewport)
  const groupsByStage = chain.stages.map((stage) => chain.groups.filter((group) => group.stage === stage.id))
  const nodesByGroup = new Map<string, string[]>(chain.groups.map((group) => [group.id, []]))
  for (const node of chain.nodes) nodesByGroup.get(node.group)?.push(node.id)
  const counts = groupsByStage.map((groups) => groups.map((group) => nodesByGroup.get(group.id)!.length).filter(Boolean))
  const plan = planStages(counts, viewport, space)
  const tallest = Math.max(...plan.stages.map((stage) => stage.height)) + 2 * space.padY + space.stageHead
  const layout: ChainLayout = {
    width: viewport.width,
    height: Math.max(viewport.height, Math.ceil(tallest)),
    unit: space.unit,
    gutter: space.gutter,
    rowGap: space.rowGap,
    columnGap: space.columnGap,
    stages: [],
    groups: new Map(),
    cards: new Map(),
  }
  let x = space.padX
  chain.stages.forEach((stage, index) => {
    const width = plan.widths[index]!
    const box: StageBox = { id: stage.id, index, x, y: space.padY, width, height: space.stageHead, groups: [] }
    layout.stages.push(box)
    const groups = groupsByStage[index]!.filter((group) => nodesByGroup.get(group.id)!.length > 0)
    placeGroups(layout, box, groups.map((group) => ({ id: group.id, nodes: nodesByGroup.get(group.id)! })), plan.stages[index]!, space)
    x += width + space.gutter
  })
  return layout
}

interface GroupNodes {
  id: string
  nodes: string[]
}

function placeGroups(layout: ChainLayout, stage: StageBox, groups: GroupNodes[], plan: StagePlan, space: Spacing) {
  const top = space.padY + space.stageHead + space.groupGap
  const slack = layout.height - space.padY - top - (plan.height - space.groupGap)
  // What equal rows leave over goes between the groups, so that all columns end at one line.
  const extra = Math.max(0, slack) / Math.max(1, groups.length - 1)
  let y = top
  for (const { id, nodes } of groups) {
    const rows = rowsOf(nodes.length, plan.columns)
    const height = space.groupHead + space.rowGap + rows * (plan.rowHeight + space.rowGap)
    const group: GroupBox = { id, stage: stage.index, x: stage.x, y, width: stage.width, height, headHeight: space.groupHead }
    layout.groups.set(id, group)
    stage.groups.push(group)
    placeCards(layout, group, nodes, plan, space)
    y += height + space.groupGap + extra
  }
}

function placeCards(layout: ChainLayout, group: GroupBox, nodes: string[], plan: StagePlan, space: Spacing) {
  const columns = columnsOf(nodes.length, plan.columns)
  const width = (group.width - 2 * space.groupPad - (columns - 1) * space.columnGap) / columns
  nodes.forEach((id, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    layout.cards.set(id, {
      id,
      group,
      x: group.x + space.groupPad + column * (width + space.columnGap),
      y: group.y + space.groupHead + space.rowGap + row * (plan.rowHeight + space.rowGap),
      width,
      height: plan.rowHeight,
      first: column === 0,
      last: column === columns - 1 || index === nodes.length - 1,
    })
  })
}
