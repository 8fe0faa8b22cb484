import { FONT_STACK } from '@/lib/fontStack'
import { disc, roundedRect, widthInEm, withAlpha, words } from '@/lib/ink'
import type { ScreenPoint } from '@/lib/regionSurface'
import type { Dock, Frame } from './arcsDocks'
import { WORDS_PX, type PlacedArcs, type PlacedStop } from './arcsLayout'
import type { ArcLook } from './arcsLook'

type Ctx = CanvasRenderingContext2D

export interface PlacePaint {
  look: ArcLook
  scale: number
}

/** Discs with their counts and names, and the words at the border. */
export function paintPlaces(ctx: Ctx, { stops, docks }: PlacedArcs, paint: PlacePaint) {
  for (const placed of stops) paintStop(ctx, placed, paint)
  const size = WORDS_PX * paint.scale
  for (const { text, x, y } of placedNames(stops, docks, size)) {
    ctx.lineJoin = 'round'
    ctx.lineWidth = size / 3.5
    ctx.strokeStyle = withAlpha(paint.look.casing, 0.9)
    ctx.font = `600 ${Math.round(size * 10) / 10}px ${FONT_STACK}`
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    ctx.strokeText(text, x, y + size * 0.06)
    words(ctx, text, x, y, { size, weight: 600, colour: paint.look.words, family: FONT_STACK, align: 'center' })
  }
  for (const dock of docks) paintDock(ctx, dock, paint)
}

function paintStop(ctx: Ctx, { stop, x, y, radius }: PlacedStop, { look, scale }: PlacePaint) {
  const { disc: ground, ring, text } = look.stops[stop.tone]
  disc(ctx, x, y, radius)
  ctx.fillStyle = ground
  ctx.fill()
  ctx.lineWidth = (stop.tone === 'far' || stop.tone === 'hit' ? 2 : 1.5) * scale
  ctx.strokeStyle = ring
  ctx.stroke()
  if (stop.tone === 'hit') {
    // Told from the others by more than its colour.
    disc(ctx, x, y, radius + 3.5 * scale)
    ctx.lineWidth = 1.5 * scale
    ctx.strokeStyle = ground
    ctx.stroke()
  }
  if (stop.tone === 'ego') return paintStar(ctx, x, y, radius * 0.72, text)
  const written = String(stop.count)
  const size = Math.min(WORDS_PX * scale, (1.7 * radius) / widthInEm(written))
  if (stop.count > 0 && size >= 9 * scale)
    words(ctx, written, x, y, { size, weight: 700, colour: text, family: FONT_STACK, align: 'center' })
}

function paintStar(ctx: Ctx, x: number, y: number, radius: number, colour: string) {
  ctx.beginPath()
  for (let i = 0; i < 10; i++) {
    const [reach, angle] = [i % 2 === 0 ? radius : radius * 0.42, -Math.PI / 2 + (i * Math.PI) / 5]
    ctx.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
  }
  ctx.closePath()
  ctx.fillStyle = colour
  ctx.fill()
}

export interface PlacedName {
  text: string
  /** Middle of the words. */
  x: number
  y: number
}

/** Names beside their discs; the starred one and large ones choose first, and what finds no room is left out. */
export function placedNames(stops: readonly PlacedStop[], docks: readonly Dock[], size: number): PlacedName[] {
  const discs = stops.map(({ x, y, radius }) => boxOf(x, y, 2 * radius, 2 * radius))
  const taken: Frame[] = docks.map(({ box }) => box)
  const rank = ({ stop, radius }: PlacedStop) => (stop.tone === 'ego' ? Infinity : radius)
  const order = stops.map((placed, i) => ({ placed, i })).sort((a, b) => rank(b.placed) - rank(a.placed) || a.i - b.i)
  return order.flatMap(({ placed, i }) => {
    const { stop } = placed
    if (!stop.label) return []
    const width = widthInEm(stop.label) * size
    const isFree = (box: Frame) =>
      !taken.some((other) => covers(other, box)) && !discs.some((other, j) => j !== i && covers(other, box))
    const choices = namePlaces(placed, width, size).map(({ x, y }) => ({ x, y, box: boxOf(x, y, width, size * 1.15) }))
    // A picture of a firm names where it is, come what may.
    const chosen = choices.find(({ box }) => isFree(box)) ?? (stop.tone === 'ego' ? choices[0] : undefined)
    if (!chosen) return []
    taken.push(chosen.box)
    return [{ text: stop.label, x: chosen.x, y: chosen.y }]
  })
}

/** Below, above, right and left of a disc, the better first. */
function namePlaces({ x, y, radius }: PlacedStop, width: number, size: number): ScreenPoint[] {
  const [down, across] = [radius + size * 0.85, radius + width / 2 + size * 0.35]
  return [
    { x, y: y + down },
    { x, y: y - down },
    { x: x + across, y },
    { x: x - across, y },
  ]
}

const boxOf = (x: number, y: number, width: number, height: number): Frame => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
})

const covers = (a: Frame, b: Frame) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function paintDock(ctx: Ctx, { edge, text, box }: Dock, { look, scale }: PlacePaint) {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const size = WORDS_PX * scale
  roundedRect(ctx, box.left, box.top, width, height, height / 2)
  ctx.fillStyle = look.dock.ground
  ctx.fill()
  ctx.lineWidth = 1.25 * scale
  ctx.strokeStyle = look.dock.line
  ctx.stroke()
  const turn = { right: 0, bottom: Math.PI / 2, left: Math.PI, top: -Math.PI / 2 }[edge]
  const sign = edge === 'left' ? box.left + size * 0.75 : box.right - size * 0.75
  paintOutwards(ctx, sign, cy, size * 0.36, turn, look.dock.line)
  const shift = (edge === 'left' ? 1 : -1) * size * 0.35
  words(ctx, text, cx + shift, cy, { size, weight: 600, colour: look.dock.text, family: FONT_STACK, align: 'center' })
}

/** A small triangle that points over the border. */
function paintOutwards(ctx: Ctx, x: number, y: number, reach: number, turn: number, colour: string) {
  ctx.beginPath()
  for (const angle of [0, 2.3, -2.3]) ctx.lineTo(x + reach * Math.cos(turn + angle), y + reach * Math.sin(turn + angle))
  ctx.closePath()
  ctx.fillStyle = colour
  ctx.fill()
}
