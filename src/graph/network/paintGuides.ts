import { FONT_STACK } from '@/lib/fontStack'
import { roundedRect, widthInEm, withAlpha, words } from '@/lib/ink'
import { mixed } from './networkLook'
import type { NetworkModel } from './networkModel'
import type { NetworkPalette } from './networkPalette'
import type { SceneGuide } from './networkScene'
import type { NetworkView } from './networkView'
import type { Occupied } from './occupied'

type Ctx = CanvasRenderingContext2D
type Ring = Extract<SceneGuide, { kind: 'ring' }>
type Sector = Extract<SceneGuide, { kind: 'sector' }>
type Column = Extract<SceneGuide, { kind: 'column' }>
type Heading = Extract<SceneGuide, { kind: 'heading' }>

const TITLE = 14
const NAME = 12
const COLUMN_HEAD = 36
/** Half rings stop so far (radians) from the vertical axis; the title stands in the gap. */
const RING_GAP = 0.2

/** Rings, sectors and column grounds: below everything else. */
export function paintGuides(ctx: Ctx, { guides, bounds }: NetworkModel, view: NetworkView, palette: NetworkPalette) {
  let sectors = 0
  for (const guide of guides) {
    if (guide.kind === 'ring') strokeRing(ctx, guide, view, palette)
    else if (guide.kind === 'sector') paintSector(ctx, guide, view, palette, sectors++ % 2 === 1)
    else if (guide.kind === 'column') paintGround(ctx, guide, bounds, view, palette)
  }
}

function strokeRing(
  ctx: Ctx,
  { radius, side, stretch = 1 }: Ring,
  { camera, scale }: NetworkView,
  palette: NetworkPalette,
) {
  const [from, to] =
    side === 'left'
      ? [Math.PI / 2 + RING_GAP, 1.5 * Math.PI - RING_GAP]
      : side === 'right'
        ? [-Math.PI / 2 + RING_GAP, Math.PI / 2 - RING_GAP]
        : [-Math.PI / 2 + RING_GAP, 1.5 * Math.PI - RING_GAP]
  ctx.beginPath()
  ctx.ellipse(camera.x, camera.y, radius * stretch * camera.zoom, radius * camera.zoom, 0, from, to)
  ctx.strokeStyle = withAlpha(palette.guideText, 0.4)
  ctx.lineWidth = 1.4 * scale
  ctx.stroke()
}

function paintSector(ctx: Ctx, sector: Sector, view: NetworkView, palette: NetworkPalette, shaded: boolean) {
  const { from, to, inner = 0, outer = 0, stretch = 1 } = sector
  const { zoom, x, y } = view.camera
  const [near, far] = [inner * zoom, outer * zoom]
  ctx.beginPath()
  ctx.ellipse(x, y, far * stretch, far, 0, from, to)
  ctx.ellipse(x, y, near * stretch, near, 0, to, from, true)
  ctx.closePath()
  if (shaded) {
    ctx.fillStyle = withAlpha(palette.guide, 0.13)
    ctx.fill()
  }
  if ((to - from) * far < 10 * view.scale) return
  ctx.beginPath()
  ctx.moveTo(x + Math.cos(from) * near * stretch, y + Math.sin(from) * near)
  ctx.lineTo(x + Math.cos(from) * far * stretch, y + Math.sin(from) * far)
  ctx.strokeStyle = withAlpha(palette.guide, 0.45)
  ctx.lineWidth = view.scale
  ctx.stroke()
}

function paintGround(
  ctx: Ctx,
  column: Column,
  bounds: NetworkModel['bounds'],
  view: NetworkView,
  palette: NetworkPalette,
) {
  const { zoom, x, y } = view.camera
  const pad = 12 * view.scale
  const left = column.x * zoom + x - pad
  const width = column.width * zoom + 2 * pad
  const top = bounds.y * zoom + y - pad
  roundedRect(ctx, left, top, width, bounds.height * zoom + 2 * pad, 8 * view.scale)
  ctx.fillStyle = withAlpha(palette.guide, 0.16)
  ctx.fill()
  ctx.strokeStyle = withAlpha(palette.guide, 0.4)
  ctx.lineWidth = view.scale
  ctx.stroke()
}

/** The words of the guides: above the discs, and before their names, which give way to them. */
export function paintGuideWords(
  ctx: Ctx,
  model: NetworkModel,
  view: NetworkView,
  palette: NetworkPalette,
  occupied: Occupied,
) {
  const ofKind = <K extends SceneGuide['kind']>(kind: K) =>
    model.guides.filter((guide): guide is Extract<SceneGuide, { kind: K }> => guide.kind === kind)
  ofKind('column').forEach((column) => writeColumn(ctx, column, model, view, palette, occupied))
  ofKind('ring').forEach((ring) => writeRing(ctx, ring, view, palette, occupied))
  ofKind('sector')
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .forEach((sector) => writeSector(ctx, sector, view, palette, occupied))
  ofKind('heading').forEach((heading) => writeHeading(ctx, heading, view, palette, occupied))
}

function writeRing(ctx: Ctx, ring: Ring, view: NetworkView, palette: NetworkPalette, occupied: Occupied) {
  const { camera, scale } = view
  const size = TITLE * scale
  const width = widthInEm(ring.label) * size
  const shift = ring.side === 'left' ? -8 * scale - width : ring.side === 'right' ? 8 * scale : -width / 2
  const [left, y] = [camera.x + shift, camera.y - ring.radius * camera.zoom]
  const box = { x: left - 4, y: y - size * 0.7, width: width + 8, height: size * 1.4 }
  if (!occupied.claim(box, false)) return
  haloed(ctx, ring.label, left, y, { size, weight: 700, colour: palette.guideText, ground: palette.background })
}

function writeSector(ctx: Ctx, sector: Sector, view: NetworkView, palette: NetworkPalette, occupied: Occupied) {
  const { from, to, outer = 0, stretch = 1, label } = sector
  const { camera, scale } = view
  const middle = (from + to) / 2
  const size = NAME * scale
  if ((to - from) * outer * camera.zoom < size * 0.8) return
  const x = camera.x + Math.cos(middle) * outer * stretch * camera.zoom
  const y = camera.y + Math.sin(middle) * outer * camera.zoom
  const width = widthInEm(label) * size
  const lean = Math.cos(middle)
  const left = x + (lean < -0.3 ? -width - 6 * scale : lean > 0.3 ? 6 * scale : -width / 2)
  const baseline = y + (Math.abs(lean) <= 0.3 ? Math.sign(Math.sin(middle)) * size * 0.8 : 0)
  if (!occupied.claim({ x: left - 3, y: baseline - size * 0.62, width: width + 6, height: size * 1.24 }, false)) return
  haloed(ctx, label, left, baseline, { size, weight: 500, colour: palette.subText, ground: palette.background })
}

/** Stays at the top of the screen while its column is in sight. */
function writeColumn(
  ctx: Ctx,
  column: Column,
  { bounds }: NetworkModel,
  view: NetworkView,
  palette: NetworkPalette,
  occupied: Occupied,
) {
  const { camera, scale } = view
  const height = COLUMN_HEAD * scale
  const size = TITLE * scale
  const text = column.sub ? `${column.label}　${column.sub}` : column.label
  const needed = widthInEm(text) * size + 24 * scale
  const middle = (column.x + column.width / 2) * camera.zoom + camera.x
  const width = Math.max(needed, column.width * camera.zoom + 24 * scale)
  const natural = bounds.y * camera.zoom + camera.y - height - 18 * scale
  const top = Math.max(view.margin + 6 * scale, natural)
  const box = { x: middle - width / 2, y: top, width, height }
  if (!occupied.claim(box, false)) return
  roundedRect(ctx, box.x, box.y, width, height, 6 * scale)
  ctx.fillStyle = mixed(palette.background, palette.guide, 0.55)
  ctx.fill()
  ctx.strokeStyle = palette.guide
  ctx.lineWidth = scale
  ctx.stroke()
  // Of a strip wider than the screen, the middle of what is seen.
  const [from, to] = [Math.max(box.x, view.margin), Math.min(box.x + width, view.width - view.margin)]
  const seen = to - from >= needed ? (from + to) / 2 : middle
  const style = { size, weight: 700, colour: palette.guideText, family: FONT_STACK, align: 'center' as const }
  const subWidth = column.sub ? (widthInEm(column.sub) + 1) * size : 0
  words(ctx, column.label, seen - subWidth / 2, top + height / 2, style)
  if (!column.sub) return
  const labelWidth = (widthInEm(column.label) + 1) * size
  const sub = { ...style, size: size * 0.9, weight: 500, colour: palette.subText }
  words(ctx, column.sub, seen + labelWidth / 2, top + height / 2, sub)
}

function writeHeading(ctx: Ctx, heading: Heading, view: NetworkView, palette: NetworkPalette, occupied: Occupied) {
  const { camera, scale } = view
  const size = Math.min(NAME * scale, 17 * camera.zoom)
  if (size < 8 * scale) return
  const [x, y] = [heading.x * camera.zoom + camera.x, heading.y * camera.zoom + camera.y]
  const width = heading.width * camera.zoom
  if (x > view.width || y < 0 || y > view.height || x + width < 0) return
  const style = { size, weight: 600, colour: palette.subText, family: FONT_STACK, width: Math.max(width, 4 * size) }
  occupied.add({
    x,
    y: y - size / 2,
    width: Math.min(style.width, widthInEm(heading.label) * size),
    height: size,
  })
  words(ctx, heading.label, x, y, style)
}

interface HaloedStyle {
  size: number
  weight: number
  colour: string
  ground: string
}

function haloed(ctx: Ctx, text: string, x: number, y: number, { size, weight, colour, ground }: HaloedStyle) {
  ctx.font = `${weight} ${size}px ${FONT_STACK}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = size * 0.3
  ctx.strokeStyle = withAlpha(ground, 0.9)
  ctx.strokeText(text, x, y + size * 0.06)
  ctx.fillStyle = colour
  ctx.fillText(text, x, y + size * 0.06)
}
