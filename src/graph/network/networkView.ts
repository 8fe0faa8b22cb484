import { fitCamera, keepInSight, toWorld, type Camera, type Point, type Size } from '@/graph/camera'
import type { Box } from '@/graph/scene'
import { distanceTo } from './edgeShape'
import type { NetworkModel, PlacedEdge } from './networkModel'
import type { SceneNode } from './networkScene'

/** What a painter has to know of the screen; lengths in CSS pixels of the canvas. */
export interface NetworkView {
  camera: Camera
  width: number
  height: number
  /** How much larger than usual words and lines are on this screen. */
  scale: number
  /** Of the canvas, so much lies outside the screen on every side. */
  margin: number
  /** The zoom that shows everything. */
  whole: number
}

const LEAST_RADIUS = 1.3
/** Zoomed in beyond 1, discs grow slower than the space between them: that is where names go. */
const GROWTH = 0.6
/** Small networks are not blown up to the size of the screen. */
const LARGEST_FIT = 1.5
/** Room for names at the sides, for titles above. */
const PADDING = { side: 64, top: 54, bottom: 36 }

export function screenRadius(radius: number, { camera, scale }: NetworkView): number {
  const zoom = camera.zoom / scale
  return Math.max(LEAST_RADIUS * scale, radius * scale * (zoom <= 1 ? zoom : zoom ** GROWTH))
}

/** What is left of a screen for the discs and names of a whole network, in pixels of a usual screen. */
export function roomFor({ width, height }: Size, scale: number): Size {
  return {
    width: Math.max(40, width / scale - 2 * PADDING.side),
    height: Math.max(40, height / scale - PADDING.top - PADDING.bottom),
  }
}

/** The camera that shows the whole network with room for its words. */
export function cameraOfAll(bounds: Box, viewport: Size, scale: number): Camera {
  const [side, top, bottom] = [PADDING.side * scale, PADDING.top * scale, PADDING.bottom * scale]
  const room = { width: Math.max(40, viewport.width - 2 * side), height: Math.max(40, viewport.height - top - bottom) }
  const zoom = Math.min(fitCamera(bounds, room).zoom, LARGEST_FIT * scale)
  return {
    zoom,
    x: side + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: top + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom,
  }
}

/** Keeps part of the network in sight; its bounds may begin anywhere. */
export function keepBoundsInSight(camera: Camera, bounds: Box, viewport: Size): Camera {
  const [dx, dy] = [bounds.x * camera.zoom, bounds.y * camera.zoom]
  const held = keepInSight({ zoom: camera.zoom, x: camera.x + dx, y: camera.y + dy }, bounds, viewport)
  return { zoom: held.zoom, x: held.x - dx, y: held.y - dy }
}

/** The part of the world on the canvas, `margin` pixels wider on every side. */
export function worldBox({ camera, width, height }: NetworkView, margin = 0): Box {
  const corner = toWorld(camera, { x: -margin, y: -margin })
  return {
    x: corner.x,
    y: corner.y,
    width: (width + 2 * margin) / camera.zoom,
    height: (height + 2 * margin) / camera.zoom,
  }
}

/** Fingers and shaky mice need more than a disc of a few pixels. */
const HIT_SLACK = 5
const EDGE_SLACK = 6

/** The node under a point of the screen; of several the nearest, measured from their rims. */
export function nodeAt(model: NetworkModel, view: NetworkView, at: Point): SceneNode | null {
  const slack = HIT_SLACK * view.scale
  const reach = screenRadius(model.largest, view) + slack
  const corner = toWorld(view.camera, { x: at.x - reach, y: at.y - reach })
  const side = (2 * reach) / view.camera.zoom
  let best: { node: SceneNode; rim: number } | null = null
  model.grid.within({ ...corner, width: side, height: side }, (index) => {
    const node = model.nodes[index]
    if (!node) return
    const { zoom, x, y } = view.camera
    const rim = Math.hypot(node.x * zoom + x - at.x, node.y * zoom + y - at.y) - screenRadius(node.radius, view)
    if (rim <= slack && (!best || rim < best.rim)) best = { node, rim }
  })
  return (best as { node: SceneNode } | null)?.node ?? null
}

/** With more edges in view than this, every place is on some edge: only those of the chosen nodes answer. */
const MOST_ANSWERING = 1200

/** The edges that answer to the pointer. */
export function answeringEdges(
  model: NetworkModel,
  view: NetworkView,
  chosen: Iterable<string>,
): readonly PlacedEdge[] {
  const { x, y, width, height } = worldBox(view)
  const inView = model.edges.filter(
    (edge) => edge.right >= x && edge.left <= x + width && edge.bottom >= y && edge.top <= y + height,
  )
  if (inView.length <= MOST_ANSWERING) return inView
  return [...chosen].flatMap((id) => model.edgesOf(id))
}

/** The edge under a point of the screen. */
export function edgeAt(edges: readonly PlacedEdge[], view: NetworkView, at: Point): PlacedEdge | null {
  const world = toWorld(view.camera, at)
  const slack = (EDGE_SLACK * view.scale) / view.camera.zoom
  let best: { edge: PlacedEdge; distance: number } | null = null
  for (const edge of edges) {
    if (world.x < edge.left - slack || world.x > edge.right + slack) continue
    if (world.y < edge.top - slack || world.y > edge.bottom + slack) continue
    const distance = distanceTo(edge, world)
    if (distance <= slack && (!best || distance < best.distance)) best = { edge, distance }
  }
  return best?.edge ?? null
}
