import type { Brush } from '@/graph/scene'
import type { RoutePaint } from './panoramaPaint'
import { PANORAMA_THEMES, type PanoramaTheme } from './panoramaTheme'
import { pointsOf } from './routePath'

/** Line widths in screen pixels at zoom 1. */
const WIDTHS: Record<RoutePaint['role'], number> = { strand: 1.6, arc: 1.2, broken: 1.4, near: 2.4, far: 1.2, dim: 1 }

export function paintRoute({ ctx, scale }: Brush, route: RoutePaint) {
  const theme = PANORAMA_THEMES[route.mode]
  const [left, top] = route.origin
  ctx.scale(scale, scale)
  ctx.translate(-left, -top)
  ctx.lineWidth = (WIDTHS[route.role] * Math.max(0.6, Math.min(scale, 1.6)) * Math.max(0.8, route.unit)) / scale
  ctx.globalAlpha = alphaOf(route, theme)
  ctx.strokeStyle = strokeOf(ctx, route, theme)
  const dashed =
    route.role === 'broken' || ((route.role === 'near' || route.role === 'far') && route.from === 'missing')
  if (dashed) ctx.setLineDash([5 * route.unit, 4 * route.unit])
  trace(ctx, route)
  ctx.stroke()
  ctx.setLineDash([])
  if (route.role === 'near' || route.role === 'far' || route.role === 'broken') paintHead(ctx, route, theme)
  ctx.globalAlpha = 1
}

function alphaOf({ role }: RoutePaint, theme: PanoramaTheme): number {
  if (role === 'near') return 1
  if (role === 'far') return 0.62
  if (role === 'broken') return 0.9
  if (role === 'arc') return theme.strandAlpha * 0.75
  return role === 'dim' ? 0.06 : theme.strandAlpha
}

/** The two ends' colours run into each other; a missing supplier or customer makes the whole strand red. */
function strokeOf(ctx: CanvasRenderingContext2D, { from, to, run, role }: RoutePaint, theme: PanoramaTheme) {
  const [start, end] = [theme.strength[from], theme.strength[to]]
  if (from === 'missing' || role === 'broken') return theme.strength.missing
  if (start === end || Math.abs(run[1] - run[0]) < 4) return end
  const gradient = ctx.createLinearGradient(run[0], 0, run[1], 0)
  gradient.addColorStop(0, start)
  gradient.addColorStop(1, end)
  return gradient
}

function trace(ctx: CanvasRenderingContext2D, { steps }: RoutePaint) {
  ctx.beginPath()
  for (const step of steps) {
    switch (step[0]) {
      case 'M':
        ctx.moveTo(step[1], step[2])
        break
      case 'L':
        ctx.lineTo(step[1], step[2])
        break
      case 'Q':
        ctx.quadraticCurveTo(step[1], step[2], step[3], step[4])
        break
      case 'C':
        ctx.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6])
    }
  }
}

/** An arrow head at the receiving end, along the last leg. */
function paintHead(ctx: CanvasRenderingContext2D, route: RoutePaint, theme: PanoramaTheme) {
  const points = route.steps.slice(-2).flatMap(pointsOf)
  const tip = points[points.length - 1]!
  const before = points[points.length - 2]!
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x)
  const length = (route.role === 'near' ? 7.5 : 5.5) * route.unit
  ctx.save()
  ctx.translate(tip.x, tip.y)
  ctx.rotate(angle)
  ctx.beginPath()
  ctx.moveTo(0.5, 0)
  ctx.lineTo(-length, -length * 0.52)
  ctx.lineTo(-length, length * 0.52)
  ctx.closePath()
  ctx.fillStyle =
    route.from === 'missing' || route.role === 'broken' ? theme.strength.missing : theme.strength[route.to]
  ctx.fill()
  ctx.restore()
}
