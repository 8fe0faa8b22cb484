import { FONT_STACK } from '@/lib/fontStack'
import { disc, withAlpha, words } from '@/lib/ink'
import type { Glow } from './glow'
import { levelStep, mixed, nodeColour, type NetworkLook } from './networkLook'
import type { SceneNode } from './networkScene'
import { screenRadius, type NetworkView } from './networkView'

type Ctx = CanvasRenderingContext2D

/** A disc on the canvas. */
interface Spot {
  node: SceneNode
  x: number
  y: number
  radius: number
}

const PER_PATH = 400
/** More passing states than this are lit flat. */
const MOST_LIGHTS = 500
/** Discs smaller than this are squares to the eye anyway, and a square costs a tenth. */
const SQUARE = 1.7
/** Rims, stars and counts show from these sizes on. */
const RIM = 3.4
const STAR = 5
const COUNT = 8

/** Discs by colour in few fills, then what only some carry: lights, stars, plates, open rings. */
export function paintNodes(ctx: Ctx, nodes: readonly SceneNode[], view: NetworkView, look: NetworkLook, glow: Glow) {
  const plain = new Map<string, Spot[]>()
  const open: Spot[] = []
  const special: Spot[] = []
  const marked: Spot[] = []
  for (const node of nodes) {
    const spot = spotOf(node, view)
    if (!isSeen(spot, view)) continue
    if ((look.states?.get(node.id)?.level ?? 0) > 0) marked.push(spot)
    if (node.mark === 'outside') open.push(spot)
    else if (node.mark === 'star' || node.mark === 'group') special.push(spot)
    else addTo(plain, nodeColour(node, look), spot)
  }
  paintHalos(ctx, marked, view, look, glow)
  for (const [colour, spots] of plain) fillSpots(ctx, spots, colour, view, look)
  for (const spot of open) paintOpen(ctx, spot, view, look)
  special.sort((a, b) => a.radius - b.radius)
  for (const spot of special) {
    if (spot.node.mark === 'star') paintStarNode(ctx, spot, view, look, glow)
    else paintGroup(ctx, spot, view, look)
  }
}

function spotOf(node: SceneNode, view: NetworkView): Spot {
  const { zoom, x, y } = view.camera
  return { node, x: node.x * zoom + x, y: node.y * zoom + y, radius: screenRadius(node.radius, view) }
}

function isSeen({ x, y, radius }: Spot, { width, height }: NetworkView): boolean {
  const reach = radius * 2
  return x > -reach && y > -reach && x < width + reach && y < height + reach
}

function addTo(groups: Map<string, Spot[]>, key: string, spot: Spot) {
  const known = groups.get(key)
  if (known) known.push(spot)
  else groups.set(key, [spot])
}

function fillSpots(ctx: Ctx, spots: readonly Spot[], colour: string, view: NetworkView, look: NetworkLook) {
  ctx.fillStyle = colour
  fillDiscs(ctx, spots, SQUARE * view.scale)
  const rimmed = spots.filter(({ radius }) => radius >= RIM * view.scale)
  ctx.strokeStyle = mixed(colour, look.palette.text, 0.38)
  ctx.lineWidth = view.scale
  for (let start = 0; start < rimmed.length; start += PER_PATH) {
    ctx.beginPath()
    for (const { x, y, radius } of rimmed.slice(start, start + PER_PATH)) {
      ctx.moveTo(x + radius - 0.5, y)
      ctx.arc(x, y, radius - 0.5, 0, Math.PI * 2)
    }
    ctx.stroke()
  }
}

/** Lights of passing states; in a crowd flat ones, many to a fill. */
function paintHalos(ctx: Ctx, spots: readonly Spot[], view: NetworkView, look: NetworkLook, glow: Glow) {
  const flat = new Map<string, Spot[]>()
  for (const spot of spots) {
    const colour = nodeColour(spot.node, look)
    const step = levelStep(look.states?.get(spot.node.id)?.level ?? 0)
    const reach = spot.radius * 1.6 + (5 + 10 * step) * view.scale
    if (spots.length <= MOST_LIGHTS) glow.paint(ctx, spot.x, spot.y, reach, colour, 0.35 + 0.55 * step)
    else addTo(flat, colour, { ...spot, radius: spot.radius + 2 * view.scale })
  }
  for (const [colour, discs] of flat) {
    ctx.fillStyle = withAlpha(colour, 0.3)
    fillDiscs(ctx, discs, SQUARE * 2 * view.scale)
  }
}

/** The given discs in a few paths; those below `square` as squares. */
function fillDiscs(ctx: Ctx, spots: readonly Spot[], square: number) {
  for (let start = 0; start < spots.length; start += PER_PATH) {
    ctx.beginPath()
    for (const { x, y, radius } of spots.slice(start, start + PER_PATH)) {
      if (radius < square) ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius)
      else {
        ctx.moveTo(x + radius, y)
        ctx.arc(x, y, radius, 0, Math.PI * 2)
      }
    }
    ctx.fill()
  }
}

/** 未入库: a ring with nothing in it. */
function paintOpen(ctx: Ctx, { node, x, y, radius }: Spot, view: NetworkView, look: NetworkLook) {
  disc(ctx, x, y, radius)
  ctx.fillStyle = look.palette.background
  ctx.fill()
  ctx.strokeStyle = nodeColour(node, look)
  ctx.lineWidth = Math.max(1, Math.min(1.6, radius * 0.3)) * view.scale
  ctx.setLineDash(radius >= RIM * view.scale ? [3 * view.scale, 2 * view.scale] : [])
  ctx.stroke()
  ctx.setLineDash([])
}

/** 链主: a light, a golden rim, and a star where there is room for one. */
function paintStarNode(ctx: Ctx, { node, x, y, radius }: Spot, view: NetworkView, look: NetworkLook, glow: Glow) {
  const { gold, goldInk } = look.palette
  const colour = nodeColour(node, look)
  glow.paint(ctx, x, y, radius * 2.6 + 3 * view.scale, gold, 0.75)
  disc(ctx, x, y, radius)
  const shine = ctx.createRadialGradient(x - radius * 0.35, y - radius * 0.4, 0, x, y, radius)
  const body = look.states?.has(node.id) ? colour : gold
  shine.addColorStop(0, mixed(body, '#ffffff', 0.45))
  shine.addColorStop(1, body)
  ctx.fillStyle = shine
  ctx.fill()
  ctx.strokeStyle = mixed(body, '#ffffff', 0.5)
  ctx.lineWidth = 1.2 * view.scale
  ctx.stroke()
  if (radius < STAR * view.scale) return
  starPath(ctx, x, y, radius * 0.62)
  ctx.fillStyle = goldInk
  ctx.fill()
}

function starPath(ctx: Ctx, x: number, y: number, radius: number) {
  ctx.beginPath()
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 === 0 ? radius : radius * 0.42
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    ctx.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach)
  }
  ctx.closePath()
}

/** Several firms as one: a plate with a second rim and how many they are. */
function paintGroup(ctx: Ctx, { node, x, y, radius }: Spot, view: NetworkView, look: NetworkLook) {
  const colour = nodeColour(node, look)
  disc(ctx, x, y, radius)
  ctx.fillStyle = mixed(look.palette.background, colour, 0.42)
  ctx.fill()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.4 * view.scale
  ctx.stroke()
  disc(ctx, x, y, radius + 3 * view.scale)
  ctx.strokeStyle = withAlpha(colour, 0.45)
  ctx.lineWidth = view.scale
  ctx.stroke()
  if (node.count === undefined || radius < COUNT * view.scale) return
  const text = String(node.count)
  const size = Math.min(radius * 0.9, (radius * 2.6) / Math.max(2, text.length))
  words(ctx, text, x, y, { size, weight: 700, colour: look.palette.text, family: FONT_STACK, align: 'center' })
}

/** A ring around one node: chosen, or under the keyboard. */
export function paintRing(ctx: Ctx, node: SceneNode, view: NetworkView, colour: string, glow: Glow) {
  const { x, y, radius } = spotOf(node, view)
  const reach = radius + 4.5 * view.scale
  glow.paint(ctx, x, y, reach * 1.7, colour, 0.5)
  disc(ctx, x, y, reach)
  ctx.strokeStyle = colour
  ctx.lineWidth = 2 * view.scale
  ctx.stroke()
}
