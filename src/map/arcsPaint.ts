import { withAlpha } from '@/lib/ink'
import type { ScreenPoint } from '@/lib/regionSurface'
import { lengthOf, ribbon, stretch, type Curve } from './arcsCurve'
import type { PlacedArc } from './arcsLayout'
import { crowdAlpha, strokeOf, type ArcLook } from './arcsLook'

type Ctx = CanvasRenderingContext2D

/** More arcs than this are painted without casing and shading, which nobody would see. */
const PLAIN_FROM = 500
/** Thin at the supplier, whole at the buyer. */
const TAPER = 0.4
/** Thinner than this and a line fades into the ground. */
const THREAD_PX = 1.2
/** The one that is looked at is never narrower. */
const RAISED_PX = 3.5
const HEAD_PX = 7
const DASH_PX = 7
const BREAK_PX = 5

export interface ArcPaint {
  look: ArcLook
  scale: number
  /** One arc on top of the others: its colours are full and its casing wide. */
  isRaised?: boolean
}

/** Paints arcs in their order. */
export function paintArcs(ctx: Ctx, arcs: readonly PlacedArc[], { look, scale, isRaised = false }: ArcPaint) {
  const isStopped = arcs.some(({ arc }) => arc.level !== undefined)
  const widest = arcs.reduce((most, { width }) => Math.max(most, width), 0)
  const isPlain = arcs.length > PLAIN_FROM
  ctx.save()
  ctx.lineJoin = 'round'
  for (const placed of arcs) {
    const { colour, alpha: full } = strokeOf(placed.arc, look, isStopped)
    const alpha = isRaised ? 1 : full * crowdAlpha(arcs.length, placed.width / widest)
    const width = isRaised ? Math.max(RAISED_PX * scale, placed.width * 1.25) : placed.width
    tracePath(ctx, placed, scale, width)
    if (!isPlain) {
      ctx.strokeStyle = withAlpha(look.casing, isRaised ? 0.95 : 0.6 * alpha)
      ctx.lineWidth = (isRaised ? 5 : 2) * scale
      ctx.stroke()
    }
    ctx.fillStyle = isPlain || isRaised ? withAlpha(colour, alpha) : shade(ctx, placed.curve, colour, alpha)
    ctx.fill()
  }
  ctx.restore()
}

/** Fades towards the supplier, so that the way is seen even where heads are crowded. */
function shade(ctx: Ctx, curve: Curve, colour: string, alpha: number): CanvasGradient | string {
  const [start, end] = [curve[0], curve[curve.length - 1]]
  if (!start || !end) return colour
  const gradient = ctx.createLinearGradient(start.x, start.y, end.x, end.y)
  gradient.addColorStop(0, withAlpha(colour, alpha * 0.5))
  gradient.addColorStop(0.6, withAlpha(colour, alpha * 0.9))
  gradient.addColorStop(1, withAlpha(colour, alpha))
  return gradient
}

function tracePath(ctx: Ctx, { arc, curve }: PlacedArc, scale: number, width: number) {
  const length = lengthOf(curve)
  const head = Math.min(length * 0.45, HEAD_PX * scale + width * 0.9)
  const shaft = length - head
  ctx.beginPath()
  if (arc.dashed) traceDashes(ctx, curve, shaft, width, scale)
  else traceShape(ctx, ribbon(stretch(curve, 0, shaft + 0.5), Math.max(THREAD_PX * scale, width * TAPER), width))
  traceShape(ctx, arrowHead(stretch(curve, shaft, length), width / 2 + 3.2 * scale * Math.min(1, head / HEAD_PX)))
}

function traceDashes(ctx: Ctx, curve: Curve, shaft: number, width: number, scale: number) {
  const [dash, gap] = [DASH_PX * scale + width * 0.6, BREAK_PX * scale + width * 0.5]
  const thin = Math.max(THREAD_PX * scale, width * TAPER)
  const widthAt = (along: number) => thin + (width - thin) * Math.min(1, along / shaft)
  // Counted from the head: a dash always joins it.
  for (let end = shaft; end > 0; end -= dash + gap) {
    const start = Math.max(0, end - dash)
    traceShape(ctx, ribbon(stretch(curve, start, end), widthAt(start), widthAt(end)))
  }
}

function arrowHead(end: Curve, half: number): ScreenPoint[] {
  const [base, tip] = [end[0], end[end.length - 1]]
  if (!base || !tip) return []
  const long = Math.hypot(tip.x - base.x, tip.y - base.y) || 1
  const [nx, ny] = [((tip.y - base.y) / long) * half, ((base.x - tip.x) / long) * half]
  return [{ x: base.x + nx, y: base.y + ny }, tip, { x: base.x - nx, y: base.y - ny }]
}

function traceShape(ctx: Ctx, outline: readonly ScreenPoint[]) {
  outline.forEach(({ x, y }, i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
  if (outline.length) ctx.closePath()
}
