import type { PanoramaEdge } from '@contract/panorama'
import type { Point } from '@/graph/camera'
import type { CardBox, ChainLayout, GroupBox } from './chainLayout'
import { bulgeCurve, moveTo, roundedLegs, sCurve, type RouteStep } from './routePath'

export interface EdgeRoute {
  /** Index in the edge list. */
  index: number
  edge: PanoramaEdge
  from: CardBox
  to: CardBox
  /** Overview: one strand of the bundle between two groups; null inside one group. */
  strand: RouteStep[] | null
  /** Overview of a broken supply: from the missing card to the group it endangers; null inside one group. */
  alarm: RouteStep[] | null
  /** Focus: from card to card, through the channels between the rows. */
  full: RouteStep[]
  /** Where a label may stand: beside the supplying and beside the receiving group. */
  exit: Anchor
  entry: Anchor
}

export interface Anchor extends Point {
  /** Which way the free space lies. */
  side: 'left' | 'right'
}

interface Link {
  index: number
  edge: PanoramaEdge
  from: CardBox
  to: CardBox
  /** Product flows to the next stage, inside a stage, or back to an earlier one. */
  course: 'forward' | 'inner' | 'back'
  lastStage: boolean
}

type End = 'from' | 'to'
type Side = 'left' | 'right'

const middleOf = (box: { y: number; height: number }) => box.y + box.height / 2
const other = (end: End): End => (end === 'from' ? 'to' : 'from')

/** Routes every edge whose two ends are placed. */
export function routeEdges(edges: readonly PanoramaEdge[], layout: ChainLayout): EdgeRoute[] {
  const links = edges.flatMap((edge, index) => linkOf(edge, index, layout))
  const ports = placePorts(links, layout)
  const passages = placePassages(links, layout)
  return links.map((link) => ({
    index: link.index,
    edge: link.edge,
    from: link.from,
    to: link.to,
    strand: strandOf(link, ports, passages, layout),
    alarm: alarmOf(link, ports, passages, layout),
    ...fullRoute(link, passages, layout),
  }))
}

function linkOf(edge: PanoramaEdge, index: number, layout: ChainLayout): Link[] {
  const from = layout.cards.get(edge.from)
  const to = layout.cards.get(edge.to)
  if (!from || !to) return []
  const step = to.group.stage - from.group.stage
  const course = step > 0 ? 'forward' : step < 0 ? 'back' : 'inner'
  return [{ index, edge, from, to, course, lastStage: from.group.stage === layout.stages.length - 1 }]
}

/**
 * Supplies leave on the right and arrive on the left; returning flows the other way round. Arcs inside a stage keep to one
 * side, where a gutter is: the right, except in the last stage.
 */
function sideOf(link: Link, end: End): Side {
  if (link.course === 'inner') return link.from.group.stage === 0 || !link.lastStage ? 'right' : 'left'
  return (link.course === 'forward') === (end === 'from') ? 'right' : 'left'
}

export interface Port {
  link: number
  end: End
  group: string
  side: Side
  y: number
}

const keyOf = (link: number, end: End) => `${link}:${end}`

/**
 * One port per strand on the group's edge. Ports are sorted by what they lead to, so that the strands of a bundle run side
 * by side: arcs going up first, then strands to other stages from top to bottom, then arcs going down.
 */
export function placePorts(links: readonly Link[], layout: ChainLayout): Map<string, Port> {
  const byFront = new Map<string, { link: Link; end: End }[]>()
  for (const link of links) {
    if (link.from.group === link.to.group) continue
    for (const end of ['from', 'to'] as const) {
      const front = `${link[end].group.id}|${sideOf(link, end)}`
      const list = byFront.get(front) ?? []
      list.push({ link, end })
      byFront.set(front, list)
    }
  }
  const ports = new Map<string, Port>()
  for (const [front, ends] of byFront) {
    const [groupId = '', side] = front.split('|')
    const group = layout.groups.get(groupId)!
    ends.sort((a, b) => compareEnds(a, b, group))
    const spacing = Math.min(4.2 * layout.unit, (group.height - 14 * layout.unit) / Math.max(1, ends.length - 1))
    const top = middleOf(group) - (spacing * (ends.length - 1)) / 2
    ends.forEach(({ link, end }, i) => {
      ports.set(keyOf(link.index, end), {
        link: link.index,
        end,
        group: groupId,
        side: side as Side,
        y: top + i * spacing,
      })
    })
  }
  return ports
}

function compareEnds(a: { link: Link; end: End }, b: { link: Link; end: End }, group: GroupBox): number {
  const band = (entry: { link: Link; end: End }) => {
    if (entry.link.course !== 'inner') return 1
    return middleOf(entry.link[other(entry.end)].group) < middleOf(group) ? 0 : 2
  }
  const bands = band(a) - band(b)
  if (bands !== 0) return bands
  const far = (entry: { link: Link; end: End }) => entry.link[other(entry.end)]
  const byGroup = middleOf(far(a).group) - middleOf(far(b).group)
  // Arcs nest: the farther their other end, the nearer to the middle they start.
  if (band(a) !== 1 && byGroup !== 0) return -byGroup
  return (
    byGroup ||
    far(a).y - far(b).y ||
    far(a).x - far(b).x ||
    a.link[a.end].y - b.link[b.end].y ||
    a.link.index - b.link.index
  )
}

/** For edges that skip a stage: the free line between two groups of the stage they cross. */
function placePassages(links: readonly Link[], layout: ChainLayout): Map<number, number[]> {
  const passages = new Map<number, number[]>()
  const crowd = new Map<number, number>()
  for (const link of links) {
    const [a, b] = [link.from.group.stage, link.to.group.stage]
    const lines: number[] = []
    for (let stage = Math.min(a, b) + 1; stage < Math.max(a, b); stage++) {
      const wish = (middleOf(link.from.group) + middleOf(link.to.group)) / 2
      const line = nearestGap(layout, stage, wish)
      const taken = crowd.get(line) ?? 0
      crowd.set(line, taken + 1)
      // Strands share the gap side by side, alternating around its middle.
      const offset = Math.ceil(taken / 2) * (taken % 2 ? 1 : -1) * 1.6 * layout.unit
      lines.push(line + Math.max(-3 * layout.unit, Math.min(3 * layout.unit, offset)))
    }
    passages.set(link.index, a < b ? lines : lines.reverse())
  }
  return passages
}

function nearestGap(layout: ChainLayout, stage: number, wish: number): number {
  const groups = layout.stages[stage]?.groups ?? []
  const gaps = groups.slice(1).map((group, i) => (groups[i]!.y + groups[i]!.height + group.y) / 2)
  const first = groups[0]
  if (first) gaps.push(first.y - 4 * layout.unit)
  return gaps.reduce((best, gap) => (Math.abs(gap - wish) < Math.abs(best - wish) ? gap : best), gaps[0] ?? wish)
}

/** From one column's front to another's, passing the stages between through their gaps. */
function across(from: Point, to: Point, link: Link, lines: number[], layout: ChainLayout): RouteStep[] {
  const steps: RouteStep[] = []
  const forward = link.course === 'forward'
  let at = from
  lines.forEach((y, i) => {
    const stage = layout.stages[link.from.group.stage + (forward ? i + 1 : -i - 1)]!
    const near = { x: forward ? stage.x : stage.x + stage.width, y }
    const far = { x: forward ? stage.x + stage.width : stage.x, y }
    steps.push(sCurve(at, near), ['L', far.x, far.y])
    at = far
  })
  steps.push(sCurve(at, to))
  return steps
}

const frontX = (group: GroupBox, side: Side) => (side === 'right' ? group.x + group.width : group.x)

/** Arcs inside a stage stay in the near part of the gutter; long ones bulge a little more. */
function arc(from: Point, to: Point, side: Side, layout: ChainLayout): RouteStep {
  const depth = Math.min(layout.gutter * 0.36, 9 * layout.unit + Math.abs(to.y - from.y) * 0.07)
  return bulgeCurve(from, to, side === 'right' ? depth : -depth)
}

function strandOf(
  link: Link,
  ports: Map<string, Port>,
  passages: Map<number, number[]>,
  layout: ChainLayout,
): RouteStep[] | null {
  const exit = ports.get(keyOf(link.index, 'from'))
  const entry = ports.get(keyOf(link.index, 'to'))
  if (!exit || !entry) return null
  const from = { x: frontX(link.from.group, exit.side), y: exit.y }
  const to = { x: frontX(link.to.group, entry.side), y: entry.y }
  if (link.course === 'inner') return [moveTo(from), arc(from, to, exit.side, layout)]
  return [moveTo(from), ...across(from, to, link, passages.get(link.index) ?? [], layout)]
}

function alarmOf(
  link: Link,
  ports: Map<string, Port>,
  passages: Map<number, number[]>,
  layout: ChainLayout,
): RouteStep[] | null {
  const entry = ports.get(keyOf(link.index, 'to'))
  if (!entry || !link.edge.broken) return null
  const side = sideOf(link, 'from')
  const out = legsToFront(link.from, side, layout, 'below')
  const from = out[out.length - 1]!
  const to = { x: frontX(link.to.group, entry.side), y: entry.y }
  const between =
    link.course === 'inner'
      ? [arc(from, to, side, layout)]
      : across(from, to, link, passages.get(link.index) ?? [], layout)
  return [moveTo(out[0]!), ...roundedLegs(out, 4 * layout.unit).slice(1), ...between]
}

function fullRoute(link: Link, passages: Map<number, number[]>, layout: ChainLayout) {
  const exitSide = sideOf(link, 'from')
  const entrySide = sideOf(link, 'to')
  const radius = 4 * layout.unit
  const out = legsToFront(link.from, exitSide, layout, 'below')
  // Products arrive at a card's left edge, wherever they come from: that is where the arrow head points.
  const into = entrySide === 'left' ? legsToFront(link.to, 'left', layout, 'above') : entryFromRight(link.to, layout)
  const from = out[out.length - 1]!
  const to = into[into.length - 1]!
  const between =
    link.course === 'inner'
      ? [arc(from, to, exitSide, layout)]
      : across(from, to, link, passages.get(link.index) ?? [], layout)
  const full: RouteStep[] = [
    moveTo(out[0]!),
    ...roundedLegs(out, radius).slice(1),
    ...between,
    ...roundedLegs([...into].reverse(), radius).slice(1),
  ]
  return { full, exit: { ...from, side: exitSide }, entry: { ...to, side: entrySide } }
}

/** From the card's edge to its group's edge: straight when nothing stands between, else through the channel beside its row. */
function legsToFront(card: CardBox, side: Side, layout: ChainLayout, channel: 'above' | 'below'): Point[] {
  const y = middleOf(card)
  const edge = side === 'right' ? card.x + card.width : card.x
  const front = frontX(card.group, side)
  if (side === 'right' ? card.last : card.first)
    return [
      { x: edge, y },
      { x: front, y },
    ]
  const lane = edge + (layout.columnGap / 2) * (side === 'right' ? 1 : -1)
  const line = channelOf(card, layout, channel)
  return [
    { x: edge, y },
    { x: lane, y },
    { x: lane, y: line },
    { x: front, y: line },
  ]
}

/** Entering from the right-hand front but still at the card's left edge. */
function entryFromRight(card: CardBox, layout: ChainLayout): Point[] {
  const y = middleOf(card)
  const lane = card.x - layout.columnGap / 2
  const line = channelOf(card, layout, 'above')
  return [
    { x: card.x, y },
    { x: lane, y },
    { x: lane, y: line },
    { x: frontX(card.group, 'right'), y: line },
  ]
}

const channelOf = (card: CardBox, layout: ChainLayout, channel: 'above' | 'below') =>
  channel === 'above' ? card.y - layout.rowGap / 2 : card.y + card.height + layout.rowGap / 2
