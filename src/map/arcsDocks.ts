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
}

/** Words at the border for one or several places that lie beyond it. */
export interface Dock {
  edge: Edge
  /** Keys of the places, the largest first. */
  keys: readonly string[]
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

const HEIGHT_EM = 1.7
/** Room at both ends of the words, for the mark that points outwards. */
const PADDING_EM = 1.9
const GAP_EM = 0.35
const LONGEST = 12

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

/** Words for all places beyond the border; those whose words would cover each other share one (…等 n 处). */
export function docksOf(places: readonly OutsidePlace[], frame: Frame, size: number): Dock[] {
  return (['left', 'right', 'top', 'bottom'] as const).flatMap((edge) => {
    const isUpright = edge === 'left' || edge === 'right'
    const alone = places
      .map((place) => ({ place, point: borderPoint(frame, place) }))
      .filter(({ point }) => point.edge === edge)
      .map(({ place, point }) => groupOf(edge, isUpright ? point.y : point.x, [place], size))
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

/** Joins neighbours until no words cover others; each merge leaves one group less, so it ends. */
function apart(unordered: readonly Group[], frame: Frame, size: number): Group[] {
  const groups = unordered.map((group) => clamped(group, frame, size)).sort(inOrder)
  for (;;) {
    const i = groups.findIndex((group, at) => {
      const next = groups[at + 1]
      return next !== undefined && next.middle - group.middle < (alongOf(group, size) + alongOf(next, size)) / 2
    })
    const [a, b] = [groups[i], groups[i + 1]]
    if (!a || !b) return groups
    const share = b.places.length / (a.places.length + b.places.length)
    const middle = a.middle + (b.middle - a.middle) * share
    groups.splice(i, 2, clamped(groupOf(a.edge, middle, [...a.places, ...b.places], size), frame, size))
    groups.sort(inOrder)
  }
}

const inOrder = (a: Group, b: Group) =>
  a.middle - b.middle || ((a.places[0]?.key ?? '') < (b.places[0]?.key ?? '') ? -1 : 1)

const isUprightEdge = (edge: Edge) => edge === 'left' || edge === 'right'

/** Length along the border, with a gap. */
const alongOf = ({ edge, width }: Group, size: number) =>
  isUprightEdge(edge) ? (HEIGHT_EM + GAP_EM) * size : width + GAP_EM * size

/** Off the corners, where the words of two edges would meet. */
function clamped(group: Group, frame: Frame, size: number): Group {
  const isUpright = isUprightEdge(group.edge)
  const [low, high] = isUpright ? [frame.top, frame.bottom] : [frame.left, frame.right]
  const margin = isUpright ? (1.5 * HEIGHT_EM + GAP_EM) * size : group.width / 2
  return { ...group, middle: Math.max(low + margin, Math.min(high - margin, group.middle)) }
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
  return { edge, keys: places.map(({ key }) => key), text, box, at }
}
