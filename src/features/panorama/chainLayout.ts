import type { Panorama } from '@contract/panorama'
import type { Box } from '@/graph/scene'
import type { Size } from '@/graph/camera'
import { detailAt, legibility, type NameFit } from './cardLook'

type StageId = Panorama['stages'][number]['id']

export interface StageBox extends Box {
  id: StageId
  index: number
  /** Header only; the column below has the same left edge and width. */
  groups: GroupBox[]
  fit: NameFit
}

export interface GroupBox extends Box {
  id: string
  stage: number
  headHeight: number
}

export interface CardBox extends Box {
  id: string
  group: GroupBox
  fit: NameFit
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
  /** Below 1 when the stage is higher than the viewport. */
  fill: number
  score: number
  fit: NameFit
}

const scaled = (fit: NameFit, zoom: number): NameFit => ({ ...fit, narrowest: fit.narrowest * zoom })

/** What planning needs to know of a stage. */
interface StageCounts {
  /** Nodes per group. */
  groups: number[]
  /** Characters of a usual name. */
  characters: number
}

const REFERENCE = { width: 1920, height: 900 }
/** A row lower than this could not hold a readable name: the chart grows beyond the viewport instead. */
const MIN_ROW = 19
const MAX_ROW = 104
const MAX_COLUMNS = 10
/** Names larger than this (per unit) gain nothing; then rows without holes count. */
const LARGEST_SCORE = 18
const HOLE_COST = 0.3
/** Cards much wider than high look empty. */
const FLATTEST = 6
const FLATNESS_COST = 0.04
/** Exponents that turn the number of nodes into a stage's share of the width; the best of them wins. */
const WIDTH_EXPONENTS = [0, 0.25, 0.4, 0.55, 0.7, 0.85]

/** Which of a stage's names must fit without squeezing, counted from the shortest. */
const USUAL_NAME = 0.85

const unitFor = ({ width, height }: Size) =>
  Math.min(4, Math.max(0.7, Math.min(width / REFERENCE.width, height / REFERENCE.height)))

function spacingFor(world: Size, unit: number, tight: number): Spacing {
  return {
    unit,
    padX: 12 * unit,
    padY: 8 * unit,
    gutter: Math.max(72, Math.min(world.width * 0.073, 260 * unit)),
    stageHead: Math.max(40, 52 * unit),
    groupHead: Math.max(18, 22 * unit * tight),
    groupGap: Math.max(4, 9 * unit * tight),
    groupPad: 8 * unit,
    rowGap: Math.max(4.5, 7 * unit * tight),
    columnGap: 8 * unit,
  }
}

/** Cards per row of a group: rows as full as possible; a lone card does not stretch over the whole stage. */
export function columnsOf(count: number, most: number): number {
  const rows = Math.ceil(count / most)
  return Math.max(Math.ceil(count / rows), Math.min(2, most))
}

const rowsOf = (count: number, most: number) => Math.ceil(count / columnsOf(count, most))

function planStage(counts: StageCounts, width: number, viewportHeight: number, space: Spacing): StagePlan {
  const available = viewportHeight - 2 * space.padY - space.stageHead
  let best: StagePlan | undefined
  for (let columns = 1; columns <= MAX_COLUMNS; columns++) {
    const rows = counts.groups.reduce((sum, count) => sum + rowsOf(count, columns), 0)
    const fixed = counts.groups.length * (space.groupHead + space.rowGap + space.groupGap) + rows * space.rowGap
    const rowHeight = Math.min(MAX_ROW * space.unit, Math.max(MIN_ROW, (available - fixed) / Math.max(1, rows)))
    const most = Math.max(1, ...counts.groups.map((count) => columnsOf(count, columns)))
    const narrowest = (width - 2 * space.groupPad - (most - 1) * space.columnGap) / most
    const fit = { narrowest, characters: counts.characters }
    const height = fixed + rows * rowHeight
    const fill = available / height
    const holes = counts.groups.reduce(
      (sum, count) => sum + rowsOf(count, columns) * columnsOf(count, columns) - count,
      0,
    )
    const waste = 1 - (HOLE_COST * holes) / Math.max(1, holes + counts.groups.reduce((a, b) => a + b, 0))
    const flat = 1 - Math.min(0.3, Math.max(0, narrowest / rowHeight - FLATTEST) * FLATNESS_COST)
    const score = Math.min(LARGEST_SCORE * space.unit, legibility(rowHeight, fit)) * Math.min(1, fill) * waste * flat
    if (!best || score > best.score) best = { columns, rowHeight, height, fill, score, fit }
  }
  return best!
}

interface Plan {
  space: Spacing
  widths: number[]
  stages: StagePlan[]
}

/** Roomy spacing first; when some stage then has no room for second lines, tighter spacing may win it back. */
const TIGHTNESS = [1, 0.75]

/** Tries several splits of the width and keeps the one whose worst stage reads best. */
function planStages(counts: StageCounts[], viewport: Size, unit: number): Plan {
  let best: (Plan & { worst: number }) | undefined
  for (const tight of TIGHTNESS) {
    if (best?.stages.every((stage) => detailAt(stage.rowHeight) !== 'line')) break
    const space = spacingFor(viewport, unit, tight)
    const total = viewport.width - 2 * space.padX - (counts.length - 1) * space.gutter
    for (const exponent of WIDTH_EXPONENTS) {
      const weights = counts.map(
        ({ groups }) =>
          Math.max(
            1,
            groups.reduce((a, b) => a + b, 0),
          ) ** exponent,
      )
      const sum = weights.reduce((a, b) => a + b, 0)
      const widths = weights.map((weight) => (total * weight) / sum)
      const stages = counts.map((stage, i) => planStage(stage, widths[i]!, viewport.height, space))
      // A stage that overflows shrinks everything when the whole chain is brought into view.
      const zoom = Math.min(1, ...stages.map((stage) => stage.fill))
      const scores = stages.map((stage) => legibility(stage.rowHeight * zoom, scaled(stage.fit, zoom)))
      // The worst stage decides; the others break ties.
      const worst = Math.min(...scores) + scores.reduce((a, b) => a + b, 0) / 100
      if (!best || worst > best.worst) best = { space, widths, stages, worst }
    }
  }
  return best!
}

function usualLength(names: string[]): number {
  const lengths = names.map((name) => [...name].length).sort((a, b) => a - b)
  return Math.max(5, lengths[Math.floor(lengths.length * USUAL_NAME)] ?? 5)
}

/** How much larger than the viewport the chart may become before it fits; it is then shown smaller as a whole. */
const STRETCHES = [1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5, 3, 4]

/** Places stages as columns, groups as full-width panels and nodes as a grid of equal rows. Pure and without randomness. */
export function layoutChain(chain: ChainShape, viewport: Size): ChainLayout {
  const stages = stageMembers(chain)
  const counts = stages.map((groups) => ({
    groups: groups.map(({ nodes }) => nodes.length),
    characters: usualLength(groups.flatMap(({ names }) => names)),
  }))
  let world = viewport
  const unit = unitFor(viewport)
  let plan = planStages(counts, world, unit)
  for (const stretch of STRETCHES) {
    world = { width: viewport.width * stretch, height: viewport.height * stretch }
    plan = planStages(counts, world, unit)
    if (plan.stages.every((stage) => stage.fill >= 1)) break
  }
  return placeStages(chain, stages, plan, world)
}

function stageMembers(chain: ChainShape): GroupNodes[][] {
  const members = new Map<string, GroupNodes>(chain.groups.map(({ id }) => [id, { id, nodes: [], names: [] }]))
  for (const node of chain.nodes) {
    const group = members.get(node.group)
    group?.nodes.push(node.id)
    group?.names.push(node.name)
  }
  return chain.stages.map((stage) =>
    chain.groups.flatMap((group) => {
      const member = members.get(group.id)
      return group.stage === stage.id && member && member.nodes.length > 0 ? [member] : []
    }),
  )
}

function placeStages(chain: ChainShape, members: GroupNodes[][], plan: Plan, world: Size): ChainLayout {
  const { space } = plan
  const tallest =
    Math.max(...plan.stages.map((stage) => stage.height - space.groupGap)) + 2 * space.padY + space.stageHead
  const layout: ChainLayout = {
    width: world.width,
    height: Math.max(world.height, Math.ceil(tallest + space.groupGap)),
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
    const { fit } = plan.stages[index]!
    const box: StageBox = { id: stage.id, index, x, y: space.padY, width, height: space.stageHead, groups: [], fit }
    layout.stages.push(box)
    placeGroups(layout, box, members[index]!, plan.stages[index]!, space)
    x += width + space.gutter
  })
  return layout
}

interface GroupNodes {
  id: string
  nodes: string[]
  names: string[]
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
    const group: GroupBox = {
      id,
      stage: stage.index,
      x: stage.x,
      y,
      width: stage.width,
      height,
      headHeight: space.groupHead,
    }
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
      fit: plan.fit,
      x: group.x + space.groupPad + column * (width + space.columnGap),
      y: group.y + space.groupHead + space.rowGap + row * (plan.rowHeight + space.rowGap),
      width,
      height: plan.rowHeight,
      first: column === 0,
      last: column === columns - 1 || index === nodes.length - 1,
    })
  })
}
