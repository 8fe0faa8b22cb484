import { widthInEm } from '@/lib/ink'
import type { ScreenPoint } from '@/lib/regionSurface'

/** CSS pixels of the surface. */
export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

export type Edge = 'left' | 'right' | 'top' | 'bottom'

/** A place out of sight, as it lies on the endless plane of the screen. */
export interface OutsidePlace extends ScreenPoint {
  key: string
  label: string
  count: number
  /** Of the stop; null where only an arc tells of the place. */
  id: string | null
}

/** Words at the border for one or several places that lie beyond it. */
export interface Dock {
  edge: Edge
  /** The largest first. */
  places: readonly OutsidePlace[]
  text: string
  /** The box of the words. */
  box: Frame
  /** Where arcs end. */
  at: ScreenPoint
}

interface Group {
  edge: Edge
  /** Along the border. */
  middle: number
  places: readonly OutsidePlace[]
  text: string
  width: number
}

const isUprightEdge = (edge: Edge) => edge === 'left' || edge === 'right'

const HEIGHT_EM = 1.7
/** Room at both ends of the words, for the mark that points outwards. */
const PADDING_EM = 1.9
const GAP_EM = 0.35
/** Hanzi of one name. */
const LONGEST = 12
/** Words of one edge, and how much of it they may take. */
const MOST_WORDS = 8
const FULLEST = 0.8

export const isWithin = ({ left, top, right, bottom }: Frame, { x, y }: ScreenPoint, margin = 0): boolean =>
  x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin

/** Where the way from the middle of a frame to a point outside crosses its border. */
export function borderPoint(frame: Frame, outside: ScreenPoint): ScreenPoint & { edge: Edge } {
  const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 }
  const [dx, dy] = [outside.x - middle.x, outside.y - middle.y]
  const [across, down] = [(frame.right - frame.left) / 2, (frame.bottom - frame.top) / 2]
  const isSide = Math.abs(dx) * down >= Math.abs(dy) * across
  const share = isSide ? across / (Math.abs(dx) || 1) : down / (Math.abs(dy) || 1)
  const sideways: Edge = dx < 0 ? 'left' : 'right'
  return { x: middle.x + dx * share, y: middle.y + dy * share, edge: isSide ? sideways : dy < 0 ? 'top' : 'bottom' }
}

/** Words for all places beyond the border; where there are too many, neighbours share one (…等n处). */
export function docksOf(places: readonly OutsidePlace[], frame: Frame, size: number): Dock[] {
  return (['left', 'right', 'top', 'bottom'] as const).flatMap((edge) => {
    const alone = places
      .map((place) => ({ place, point: borderPoint(frame, place) }))
      .filter(({ point }) => point.edge === edge)
      .map(({ place, point }) => groupOf(edge, isUprightEdge(edge) ? point.y : point.x, [place], size))
    return apart(alone, frame, size).map((group) => dockOf(group, frame, size))
  })
}

function groupOf(edge: Edge, middle: number, unordered: readonly OutsidePlace[], size: number): Group {
  const places = [...unordered].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  const name = shortened(places[0]?.label ?? '')
  const count = places.reduce((sum, place) => sum + place.count, 0)
  const several = places.length > 1 ? `等${places.length}处` : ''
  const text = `${name}${several}${count > 0 ? ` ${count}` : ''}`
  return { edge, middle, places, text, width: (widthInEm(text) + PADDING_EM) * size }
}

const shortened = (label: string) => {
  const characters = [...label.replace(/\n/gu, ' ')]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('')
}

/** Moves words apart along the border; what finds no room there joins its nearest neighbour. */
function apart(unordered: readonly Group[], frame: Frame, size: number): Group[] {
  const groups = [...unordered].sort(inOrder)
  const alongOf = (group: Group) => lengthAlong(group, size)
  const first = groups[0]
  if (!first) return groups
  const [low, high] = spanOf(first.edge, frame, size)
  const room = (high - low) * FULLEST
  while (groups.length > 1 && (groups.length > MOST_WORDS || sumOf(groups, alongOf) > room)) {
    const gaps = groups.slice(1).map((group, i) => group.middle - (groups[i]?.middle ?? 0))
    const i = gaps.indexOf(Math.min(...gaps))
    const [a, b] = [groups[i], groups[i + 1]]
    if (!a || !b) break
    const share = b.places.length / (a.places.length + b.places.length)
    const middle = a.middle + (b.middle - a.middle) * share
    groups.splice(i, 2, groupOf(a.edge, middle, [...a.places, ...b.places], size))
  }
  return spread(groups, alongOf, low, high)
}

const inOrder = (a: Group, b: Group) =>
  a.middle - b.middle || ((a.places[0]?.key ?? '') < (b.places[0]?.key ?? '') ? -1 : 1)

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((sum, item) => sum + of(item), 0)

/** Length along the border, with a gap. */
const lengthAlong = ({ edge, width }: Group, size: number) =>
  isUprightEdge(edge) ? (HEIGHT_EM + GAP_EM) * size : width + GAP_EM * size

/** The part of an edge for its words: off the corners, where those of two edges would meet. */
function spanOf(edge: Edge, frame: Frame, size: number): [low: number, high: number] {
  const corner = (HEIGHT_EM + 2 * GAP_EM) * size
  return isUprightEdge(edge) ? [frame.top + corner, frame.bottom - corner] : [frame.left, frame.right]
}

/** Least moves that leave no overlap: neighbours in the way form a block that stands at the mean of their wishes. */
function spread(groups: readonly Group[], alongOf: (group: Group) => number, low: number, high: number): Group[] {
  const blocks: { groups: Group[]; length: number; start: number }[] = []
  const fitted = (start: number, length: number) => Math.max(low, Math.min(high - length, start))
  for (const group of groups) {
    const length = alongOf(group)
    let block = { groups: [group], length, start: fitted(group.middle - length / 2, length) }
    for (
      let last = blocks[blocks.length - 1];
      last && last.start + last.length > block.start;
      last = blocks[blocks.length - 1]
    ) {
      blocks.pop()
      const joined = [...last.groups, ...block.groups]
      let offset = 0
      let wishes = 0
      for (const member of joined) {
        wishes += member.middle - alongOf(member) / 2 - offset
        offset += alongOf(member)
      }
      block = { groups: joined, length: offset, start: fitted(wishes / joined.length, offset) }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ groups: members, start }) => {
    let edge = start
    return members.map((member) => {
      const middle = edge + alongOf(member) / 2
      edge += alongOf(member)
      return { ...member, middle }
    })
  })
}

function dockOf({ edge, middle, places, text, width }: Group, frame: Frame, size: number): Dock {
  const height = HEIGHT_EM * size
  const [cx, cy] = {
    left: [frame.left + width / 2, middle] as const,
    right: [frame.right - width / 2, middle] as const,
    top: [middle, frame.top + height / 2] as const,
    bottom: [middle, frame.bottom - height / 2] as const,
  }[edge]
  const box = { left: cx - width / 2, top: cy - height / 2, right: cx + width / 2, bottom: cy + height / 2 }
  const at = {
    left: { x: box.right, y: cy },
    right: { x: box.left, y: cy },
    top: { x: cx, y: box.bottom },
    bottom: { x: cx, y: box.top },
  }[edge]
  return { edge, places, text, box, at }
}
