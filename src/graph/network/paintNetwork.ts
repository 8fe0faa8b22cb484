import { edgesInView, paintArrows, paintBrightEdges, paintEdges } from './paintEdges'
import { paintGuides, paintGuideWords } from './paintGuides'
import { labelRule, paintLabels } from './paintLabels'
import { isLead, roomInRows } from './nameRoom'
import { paintNodes, paintRing } from './paintNodes'
import type { Glow } from './glow'
import type { NetworkLook } from './networkLook'
import type { NetworkModel, PlacedEdge } from './networkModel'
import type { SceneNode } from './networkScene'
import { screenRadius, worldBox, type NetworkView } from './networkView'
import { Occupied } from './occupied'

type Ctx = CanvasRenderingContext2D

/** Arrows show from this enlargement on, and only while they are not a swarm. */
const ARROW_ZOOM = 1.8
const MOST_ARROWS = 700
/** Discs at least this large keep names off themselves. */
const OBSTACLE = 6
/** Of what is pointed at, so many names and gradients at most. */
const MOST_NAMES = 36
const MOST_GRADIENTS = 400

/** The whole picture, once: everything that does not depend on the pointer. */
export function paintNetwork(ctx: Ctx, model: NetworkModel, view: NetworkView, look: NetworkLook, glow: Glow) {
  const { palette, focus } = look
  const occupied = new Occupied()
  paintGuides(ctx, model, view, palette)
  paintEdges(ctx, model.edges, view, look)
  let nodes = nodesInView(model, view)
  paintNodes(ctx, nodes, view, look, glow)
  let named = model.ranked
  if (focus) {
    fade(ctx, view, palette.dimAlpha)
    const near = model.edges.filter(({ from, to }) => focus.has(from) && focus.has(to))
    nodes = nodes.filter(({ id }) => focus.has(id))
    named = named.filter(({ id }) => focus.has(id))
    paintEdges(ctx, near, view, look)
    paintNodes(ctx, nodes, view, look, glow)
    paintArrowsIfFew(ctx, near, view, look)
  } else if (view.camera.zoom > view.whole * ARROW_ZOOM) paintArrowsIfFew(ctx, model.edges, view, look)
  const columns = model.guides.some(({ kind }) => kind === 'column')
  const rule = labelRule(view, nodes.length, columns ? roomInRows(model.guides, view) : undefined)
  keepOff(nodes, view, occupied, columns ? 0 : OBSTACLE)
  paintGuideWords(ctx, model, view, palette, occupied)
  paintLabels(ctx, named, view, palette, occupied, rule)
}

function nodesInView({ nodes, grid, largest }: NetworkModel, view: NetworkView): SceneNode[] {
  const seen: SceneNode[] = []
  grid.within(worldBox(view, 2 * screenRadius(largest, view)), (index) => {
    const node = nodes[index]
    if (node) seen.push(node)
  })
  return seen
}

function paintArrowsIfFew(ctx: Ctx, edges: readonly PlacedEdge[], view: NetworkView, look: NetworkLook) {
  const seen = edgesInView(edges, view)
  if (seen.length <= MOST_ARROWS) paintArrows(ctx, seen, view, look, Math.min(1, look.palette.edgeAlpha * 1.4))
}

/** Lets only `left` of all that is painted so far show; what lies behind the canvas stays. */
function fade(ctx: Ctx, { width, height }: NetworkView, left: number) {
  ctx.globalCompositeOperation = 'destination-in'
  ctx.fillStyle = `rgba(0,0,0,${left})`
  ctx.fillRect(0, 0, width, height)
  ctx.globalCompositeOperation = 'source-over'
}

function keepOff(nodes: readonly SceneNode[], view: NetworkView, occupied: Occupied, least: number) {
  for (const node of nodes) {
    const radius = screenRadius(node.radius, view)
    if (radius < least * view.scale) continue
    const [x, y] = [node.x * view.camera.zoom + view.camera.x, node.y * view.camera.zoom + view.camera.y]
    // The square inside the disc: corners may be written on.
    const half = radius * 0.8
    const box = { x: x - half, y: y - half, width: 2 * half, height: 2 * half }
    // 链主 may be named over discs, but not over the one that all of it is about.
    if (isLead(node)) occupied.add(box)
    else occupied.addDisc(box)
  }
}

/** What the pointer, the keyboard and the selection add on top. */
export interface Pointed {
  hovered: SceneNode | null
  edge: PlacedEdge | null
  selected: SceneNode | null
  keyboard: SceneNode | null
}

export function paintPointed(
  ctx: Ctx,
  model: NetworkModel,
  view: NetworkView,
  look: NetworkLook,
  glow: Glow,
  { hovered, edge, selected, keyboard }: Pointed,
) {
  const { palette } = look
  if (hovered) paintNeighbourhood(ctx, model, view, look, glow, hovered)
  else if (edge) {
    paintBrightEdges(ctx, [edge], view, look)
    paintNodes(ctx, [edge.source, edge.target], view, look, glow)
    nameThem(ctx, [edge.source, edge.target], view, look)
  }
  if (selected) paintRing(ctx, selected, view, palette.selection, glow)
  if (keyboard) paintRing(ctx, keyboard, view, palette.keyboard, glow)
  for (const node of [selected, keyboard]) if (node && !hovered) nameThem(ctx, [node], view, look)
}

function paintNeighbourhood(
  ctx: Ctx,
  model: NetworkModel,
  view: NetworkView,
  look: NetworkLook,
  glow: Glow,
  hovered: SceneNode,
) {
  const edges = model.edgesOf(hovered.id)
  if (edges.length <= MOST_GRADIENTS) paintBrightEdges(ctx, edges, view, look)
  else paintEdges(ctx, edges, view, look)
  const others = new Set(edges.map(({ source, target }) => (source === hovered ? target : source)))
  const near = [hovered, ...[...others].sort((a, b) => b.weight - a.weight)]
  paintNodes(ctx, near, view, look, glow)
  paintRing(ctx, hovered, view, look.palette.selection, glow)
  nameThem(ctx, near.slice(0, MOST_NAMES), view, look)
}

/** Names of nodes that may carry a ring: they stand a little further off. */
function nameThem(ctx: Ctx, nodes: readonly SceneNode[], view: NetworkView, { palette }: NetworkLook) {
  paintLabels(ctx, nodes, view, palette, new Occupied(), {
    budget: nodes.length,
    leastRadius: 0,
    besideOnly: false,
    roomOf: () => Infinity,
    gap: 6,
  })
}
