import { withAlpha } from '@/lib/ink'
import type { PlacedEdge } from './networkModel'
import { edgeColour, levelStep, type NetworkLook } from './networkLook'
import { screenRadius, type NetworkView } from './networkView'

type Ctx = CanvasRenderingContext2D

/** Edges of one stroke: same colour, width, opacity and dash. */
interface Batch {
  colour: string
  width: number
  alpha: number
  dashed: boolean
  edges: PlacedEdge[]
}

/** Widths are painted in steps of this many pixels. */
const WIDTH_STEP = 0.5
/**
 * Curves to a stroke. Lines one device pixel wide cost the same in any number; wider ones become outlines, whose cost grows
 * with every other outline in the path (2 px, 12,000 curves, software: 35 ms as hairlines, 375 ms one by one, 1,280 ms by 50).
 */
const PER_STROKE = { hairline: 400, wide: 1 }
/** In a crowd only so many, the widest, keep their width; with the others strength of colour says how much. */
const MOST_WIDE = 260
const CROWD = 1500
/** The buyer's end is stroked once more, brighter, while there are no more than so many edges. */
const MOST_LIT = 1500
/** Dashes of thousands of curves blur into a line anyway: beyond this, fainter. */
const MOST_DASHED = 2500
/** From so many edges on, each is fainter. */
const CALM = 420
const FAINTEST = 0.2
/** …and thinner, down to this part of its width. */
const THINNEST = 0.55
const THICKER = 0.3

/** The edges whose curve may touch the canvas. */
export function edgesInView(edges: readonly PlacedEdge[], { camera, width, height }: NetworkView): PlacedEdge[] {
  const { zoom, x, y } = camera
  const [left, top] = [-x / zoom, -y / zoom]
  const [right, bottom] = [left + width / zoom, top + height / zoom]
  return edges.filter((edge) => edge.right >= left && edge.left <= right && edge.bottom >= top && edge.top <= bottom)
}

/** All given edges in as few strokes as there are styles, lighter towards the buyer. */
export function paintEdges(ctx: Ctx, edges: readonly PlacedEdge[], view: NetworkView, look: NetworkLook) {
  const seen = edgesInView(edges, view)
  const hairline = 1 / ctx.getTransform().a
  const manyDashed = seen.reduce((count, { dashed }) => count + (dashed ? 1 : 0), 0) > MOST_DASHED
  const lit = seen.length <= MOST_LIT
  ctx.lineCap = 'butt'
  for (const batch of batched(seen, view, look, hairline)) {
    ctx.lineWidth = batch.width
    ctx.setLineDash(batch.dashed && !manyDashed ? [5 * view.scale, 4 * view.scale] : [])
    const alpha = batch.alpha * (batch.dashed && manyDashed ? 0.5 : 1)
    const perStroke = batch.width <= hairline ? PER_STROKE.hairline : PER_STROKE.wide
    ctx.strokeStyle = withAlpha(batch.colour, lit ? alpha * 0.7 : alpha)
    strokeAll(ctx, batch.edges, view, perStroke, false)
    if (!lit) continue
    ctx.strokeStyle = withAlpha(batch.colour, alpha * 0.45)
    strokeAll(ctx, batch.edges, view, perStroke, true)
  }
  ctx.setLineDash([])
}

function batched(edges: readonly PlacedEdge[], view: NetworkView, look: NetworkLook, hairline: number): Batch[] {
  const batches = new Map<string, Batch>()
  const { edgeStates, palette } = look
  const calm = calmFor(edges.length)
  const shown = calmFor(edges.reduce((count, { id }) => count + (edgeStates?.has(id) ? 1 : 0), 0))
  const least = edges.length > CROWD ? leastWide(edges) : 0
  for (const edge of edges) {
    const state = edgeStates?.get(edge.id)
    const crowded = state ? (shown > 0.7 ? 1.4 : 1) : Math.max(THINNEST, calm)
    const wanted = steppedWidth(edge.width * crowded, view)
    const width = edge.width >= least ? wanted : hairline
    // What a hairline lacks in width it gets in strength.
    const strength = width < wanted ? Math.min(1.6, Math.sqrt(wanted)) : 1
    const alpha = state ? (0.3 + 0.6 * levelStep(state.level)) * shown : palette.edgeAlpha * calm * strength
    const colour = edgeColour(edge, look)
    const key = `${colour}|${width}|${alpha}|${edge.dashed ? 1 : 0}`
    const batch = batches.get(key)
    if (batch) batch.edges.push(edge)
    else batches.set(key, { colour, width, alpha, dashed: edge.dashed, edges: [edge] })
  }
  // Faint ones first: what an animation marks lies on top.
  return [...batches.values()].sort((a, b) => a.alpha - b.alpha || a.width - b.width)
}

const calmFor = (count: number) => Math.max(FAINTEST, Math.min(1, (CALM / Math.max(1, count)) ** 0.5))

/** The width from which on an edge is among the widest; ties at the edge of the list are hairlines. */
function leastWide(edges: readonly PlacedEdge[]): number {
  const widths = Float64Array.from(edges, ({ width }) => width).sort()
  const limit = widths[widths.length - MOST_WIDE - 1] ?? 0
  return widths.find((width) => width > limit) ?? Infinity
}

function steppedWidth(width: number, { camera, scale, whole }: NetworkView): number {
  const grown = width * scale * Math.max(1, camera.zoom / whole) ** THICKER
  return Math.max(WIDTH_STEP, Math.round(grown / WIDTH_STEP) * WIDTH_STEP)
}

function strokeAll(
  ctx: Ctx,
  edges: readonly PlacedEdge[],
  { camera }: NetworkView,
  perStroke: number,
  buyersHalf: boolean,
) {
  const { zoom, x, y } = camera
  for (let start = 0; start < edges.length; start += perStroke) {
    ctx.beginPath()
    const end = Math.min(edges.length, start + perStroke)
    for (let i = start; i < end; i++) {
      const edge = edges[i]
      if (!edge) continue
      const { source, control, target } = edge
      const [cx, cy] = [control.x * zoom + x, control.y * zoom + y]
      const [tx, ty] = [target.x * zoom + x, target.y * zoom + y]
      const [sx, sy] = [source.x * zoom + x, source.y * zoom + y]
      if (buyersHalf) {
        // The second half of the curve, by de Casteljau.
        const [nx, ny] = [(cx + tx) / 2, (cy + ty) / 2]
        ctx.moveTo(((sx + cx) / 2 + nx) / 2, ((sy + cy) / 2 + ny) / 2)
        ctx.quadraticCurveTo(nx, ny, tx, ty)
      } else {
        ctx.moveTo(sx, sy)
        ctx.quadraticCurveTo(cx, cy, tx, ty)
      }
    }
    ctx.stroke()
  }
}

/** Each with a gradient of its own and an arrow: for the few that are pointed at. */
export function paintBrightEdges(ctx: Ctx, edges: readonly PlacedEdge[], view: NetworkView, look: NetworkLook) {
  const { zoom, x, y } = view.camera
  ctx.lineCap = 'round'
  for (const edge of edgesInView(edges, view)) {
    const { source, control, target } = edge
    const colour = edgeColour(edge, look)
    const [sx, sy, tx, ty] = [source.x * zoom + x, source.y * zoom + y, target.x * zoom + x, target.y * zoom + y]
    const light = ctx.createLinearGradient(sx, sy, tx, ty)
    light.addColorStop(0, withAlpha(colour, 0.3))
    light.addColorStop(1, withAlpha(colour, 1))
    ctx.strokeStyle = light
    ctx.lineWidth = steppedWidth(edge.width, view) + 0.6 * view.scale
    ctx.setLineDash(edge.dashed ? [5 * view.scale, 4 * view.scale] : [])
    ctx.beginPath()
    ctx.moveTo(sx, sy)
    ctx.quadraticCurveTo(control.x * zoom + x, control.y * zoom + y, tx, ty)
    ctx.stroke()
  }
  ctx.setLineDash([])
  paintArrows(ctx, edges, view, look, 0.95)
}

const ARROW = 6.5

/** Arrow heads at the buyers' rims. */
export function paintArrows(
  ctx: Ctx,
  edges: readonly PlacedEdge[],
  view: NetworkView,
  look: NetworkLook,
  alpha: number,
) {
  const { zoom, x, y } = view.camera
  for (const edge of edgesInView(edges, view)) {
    const { control, target } = edge
    const [dx, dy] = [target.x - control.x, target.y - control.y]
    const length = Math.hypot(dx, dy) || 1
    const [ux, uy] = [dx / length, dy / length]
    const rim = screenRadius(target.radius, view) + 1.5
    const size = (ARROW + Math.min(4, edge.width)) * view.scale
    const [px, py] = [target.x * zoom + x - ux * rim, target.y * zoom + y - uy * rim]
    ctx.beginPath()
    ctx.moveTo(px, py)
    ctx.lineTo(px - ux * size - uy * size * 0.42, py - uy * size + ux * size * 0.42)
    ctx.lineTo(px - ux * size + uy * size * 0.42, py - uy * size - ux * size * 0.42)
    ctx.closePath()
    ctx.fillStyle = withAlpha(edgeColour(edge, look), alpha)
    ctx.fill()
  }
}
