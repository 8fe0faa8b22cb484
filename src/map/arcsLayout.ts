import { distanceOf } from '@/lib/regionDrawing'
import type { Bounds } from '@/lib/regionShape'
import type { LngLat, MapArc, MapStop, ScreenPoint } from '@/lib/regionSurface'
import { between, bowed, lengthOf, looped, type Curve } from './arcsCurve'
import { docksOf, isWithin, type Dock, type Frame, type OutsidePlace } from './arcsDocks'

/** Where the surface stands when arcs are laid out. */
export interface ArcView {
  project: (at: LngLat) => ScreenPoint | null
  /** CSS pixels of the surface. */
  width: number
  height: number
  /** Degrees around what the map shows: places beyond it lie on no ground. */
  extent: Bounds | null
  /** How much larger than usual words are. */
  scale: number
}

export interface PlacedArc {
  arc: MapArc
  curve: Curve
  /** CSS pixels on this screen. */
  width: number
  /** Around the curve. */
  box: Frame
}

export interface PlacedStop extends ScreenPoint {
  stop: MapStop
  radius: number
}

/** Everything to be painted, in CSS pixels of the surface. */
export interface PlacedArcs {
  /** Narrow ones first: what is painted last lies on top. */
  arcs: readonly PlacedArc[]
  stops: readonly PlacedStop[]
  docks: readonly Dock[]
}

/** Usual font size beside discs and at the border, CSS pixels. */
export const WORDS_PX = 12

const BEND = 0.16
/** Arcs of one pair of places lie side by side, as far as there is room. */
const LANE_BEND = 0.055
const MOST_LANES = 7
/** Loops of one place lie around each other. */
const LOOP_REACH = 26
/** How far around the ground the border for places beyond is drawn, in em: room for their words. */
const GROUND_MARGIN_EM = 9
const EDGE_PX = 8
/** Height of the words at the border. */
const WORDS_EM = 1.9
const DISC_GAP = 2

/** An end of an arc: a place in sight with its disc, or a dock at the border. */
interface End extends ScreenPoint {
  id: string
  radius: number
  isDock: boolean
}

const placeKey = ([lng, lat]: LngLat) => `${lng},${lat}`

/** Projects each place once, sends what is out of sight to the border, and bends the arcs. */
export function placeArcs(arcs: readonly MapArc[], stops: readonly MapStop[], view: ArcView): PlacedArcs {
  const { sight, border } = framesOf(view)
  const stopAt = new Map(stops.map((stop) => [placeKey(stop.at), stop]))
  const points = projected(arcs, stops, view)
  const isSeen = (key: string) => {
    const point = points.get(key)
    return point !== undefined && isWithin(sight, point)
  }
  const docks = docksOf(outside(arcs, points, stopAt, isSeen), border, WORDS_PX * view.scale)
  const ends = new Map<string, End>()
  for (const [key, point] of points) {
    if (!isSeen(key)) continue
    const radius = ((stopAt.get(key)?.size ?? 0) + DISC_GAP) * view.scale
    ends.set(key, { ...point, id: key, radius, isDock: false })
  }
  docks.forEach(({ places, at }, i) => {
    for (const { key } of places) ends.set(key, { ...at, id: `dock ${i}`, radius: 0, isDock: true })
  })
  return { arcs: placedOn(arcs, ends, view.scale), stops: stopsOn(stops, ends, view.scale), docks }
}

/** What counts as in sight, and the border at which words for the rest stand. */
function framesOf({ project, width, height, extent, scale }: ArcView): { sight: Frame; border: Frame } {
  const em = WORDS_PX * scale
  const screen = inset({ left: 0, top: 0, right: width, bottom: height }, EDGE_PX * scale)
  const [upperLeft, lowerRight] = extent ? [project([extent[0], extent[3]]), project([extent[2], extent[1]])] : []
  // A disc must not lie under the words at the upper or lower border.
  const clear = { ...screen, top: screen.top + WORDS_EM * em, bottom: screen.bottom - WORDS_EM * em }
  const ground = upperLeft && lowerRight && common(clear, aroundGround(upperLeft, lowerRight, em))
  if (!ground) return { sight: screen, border: screen }
  const border = common(screen, inset(ground, -GROUND_MARGIN_EM * em))
  return { sight: ground, border: border ?? screen }
}

const aroundGround = (upperLeft: ScreenPoint, lowerRight: ScreenPoint, em: number): Frame =>
  inset({ left: upperLeft.x, top: upperLeft.y, right: lowerRight.x, bottom: lowerRight.y }, -em)

const inset = ({ left, top, right, bottom }: Frame, by: number): Frame => ({
  left: left + by,
  top: top + by,
  right: right - by,
  bottom: bottom - by,
})

/** What two frames share; null where that is nothing. */
function common(a: Frame, b: Frame): Frame | null {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)]
  const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)]
  return right > left && bottom > top ? { left, top, right, bottom } : null
}

function projected(arcs: readonly MapArc[], stops: readonly MapStop[], { project }: ArcView): Map<string, ScreenPoint> {
  const points = new Map<string, ScreenPoint>()
  const add = (at: LngLat) => {
    const key = placeKey(at)
    if (points.has(key)) return
    const point = project(at)
    if (point && isFinite(point.x) && isFinite(point.y)) points.set(key, point)
  }
  for (const { at } of stops) add(at)
  for (const { from, to } of arcs) {
    add(from)
    add(to)
  }
  return points
}

/** Places out of sight that something in sight deals with. */
function outside(
  arcs: readonly MapArc[],
  points: ReadonlyMap<string, ScreenPoint>,
  stopAt: ReadonlyMap<string, MapStop>,
  isSeen: (key: string) => boolean,
): OutsidePlace[] {
  const found = new Map<string, OutsidePlace>()
  for (const { from, to, label } of arcs) {
    const [here, there] = [placeKey(from), placeKey(to)]
    const key = isSeen(here) ? there : here
    const point = points.get(key)
    if (!point || found.has(key) || isSeen(here) === isSeen(there)) continue
    const stop = stopAt.get(key)
    found.set(key, {
      ...point,
      key,
      label: stop?.label || (label.split('\n')[0] ?? ''),
      count: stop?.count ?? 0,
      id: stop?.id ?? null,
    })
  }
  return [...found.values()]
}

function placedOn(arcs: readonly MapArc[], ends: ReadonlyMap<string, End>, scale: number): PlacedArc[] {
  const lanes = new Map<string, number>()
  const placed: PlacedArc[] = []
  const thinning = crowdWidth(arcs.length)
  for (const arc of arcs) {
    const [from, to] = [ends.get(placeKey(arc.from)), ends.get(placeKey(arc.to))]
    if (!from || !to || (from.isDock && to.isDock)) continue
    const way = `${from.id} ${to.id}`
    const lane = lanes.get(way) ?? 0
    lanes.set(way, lane + 1)
    const curve = curveOf(from, to, lane % MOST_LANES, scale)
    if (curve.length > 1) placed.push({ arc, curve, width: arc.width * scale * thinning, box: boxAround(curve) })
  }
  return placed.sort((a, b) => (a.arc.level ?? 0) - (b.arc.level ?? 0) || a.width - b.width)
}

/** Hundreds of arcs are all drawn narrower, or they would cover the map. */
const crowdWidth = (count: number) => Math.max(0.5, Math.min(1, 1 - 0.35 * Math.log10(count / 70)))

function curveOf(from: End, to: End, lane: number, scale: number): Curve {
  if (from.id === to.id) return looped(from, from.radius, LOOP_REACH * scale * (1 + lane * 0.3))
  const needed = from.radius + to.radius
  const distance = distanceOf(from, to)
  // Discs that touch leave no straight way between them.
  const tightness = Math.max(0, Math.min(1, (1.9 * needed - distance) / Math.max(1, needed)))
  const curve = between(bowed(from, to, BEND + lane * LANE_BEND + tightness), from.radius, to.radius)
  return lengthOf(curve) >= 1 ? curve : looped(from, from.radius, LOOP_REACH * scale)
}

function boxAround(curve: Curve): Frame {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of curve) {
    box.left = Math.min(box.left, x)
    box.top = Math.min(box.top, y)
    box.right = Math.max(box.right, x)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** Large discs first, so that small ones stay to be seen; the starred one on top of all. */
function stopsOn(stops: readonly MapStop[], ends: ReadonlyMap<string, End>, scale: number): PlacedStop[] {
  return stops
    .flatMap((stop) => {
      const end = ends.get(placeKey(stop.at))
      return end && !end.isDock ? [{ stop, x: end.x, y: end.y, radius: stop.size * scale }] : []
    })
    .sort((a, b) => Number(a.stop.tone === 'ego') - Number(b.stop.tone === 'ego') || b.radius - a.radius)
}
