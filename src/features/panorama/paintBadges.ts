import { FONT_STACK as FAMILY } from '@/lib/fontStack'
import { roundedRect, withAlpha, words } from '@/lib/ink'
import type { Brush } from '@/graph/scene'
import type { CardScene } from './cardScene'
import type { PanoramaTheme } from './panoramaTheme'

/** 关键 and 链主 as pills on the card's upper edge; on low cards a gold corner says 链主. */
export function paintBadges({ brush, card, look, theme }: CardScene) {
  const { ctx, width, height } = brush
  if (card.emphasis === 'dim') return
  if (look.detail === 'line' || look.detail === 'block') {
    if (card.leaders > 0) paintGoldCorner(brush, theme)
    return
  }
  const size = Math.max(9.5, Math.min(height * 0.17, look.metaSize, 11.5 * card.unit * brush.scale))
  const nameEnd = look.textX + Math.min(look.textWidth, [...card.name].length * look.nameSize)
  const leader = card.leaders > 1 ? `链主${card.leaders}` : card.leaders > 0 ? '链主' : ''
  let right = width - height * 0.08
  if (leader) {
    const lift = nameEnd > right - size * (leader.length + 1) ? 0.7 : 0.48
    right = paintPill(ctx, leader, { right, size, lift }, { fill: theme.goldBadge[1], ink: theme.goldInk }) - 3
  }
  if (!card.key) return
  // Where the name would run under the pill, a diamond says 关键.
  if (nameEnd > right - size * 3) paintDiamond(ctx, look.textX + 1, size * 0.42, theme)
  else
    paintPill(ctx, '关键', { right, size, lift: 0.48 }, { fill: theme.panel, ink: theme.goldText, stroke: theme.gold })
}

function paintDiamond(ctx: CanvasRenderingContext2D, x: number, radius: number, theme: PanoramaTheme) {
  ctx.beginPath()
  ctx.moveTo(x, -radius)
  ctx.lineTo(x + radius, 0.5)
  ctx.lineTo(x, radius)
  ctx.lineTo(x - radius, 0.5)
  ctx.closePath()
  ctx.fillStyle = theme.gold
  ctx.fill()
}

function paintGoldCorner({ ctx, width, height }: Brush, theme: PanoramaTheme) {
  const side = Math.min(9, height * 0.4)
  ctx.beginPath()
  ctx.moveTo(width - side, 0.5)
  ctx.lineTo(width - 0.5, 0.5)
  ctx.lineTo(width - 0.5, side)
  ctx.fillStyle = theme.goldBadge[1]
  ctx.fill()
}

/** Ends at `right`, `lift` of it above the card's edge; returns where it begins. */
function paintPill(
  ctx: CanvasRenderingContext2D,
  text: string,
  { right, size, lift }: { right: number; size: number; lift: number },
  look: { fill: string; ink: string; stroke?: string },
): number {
  const pill = { width: size * (text.length + 0.8), height: size * 1.34 }
  const x = right - pill.width
  roundedRect(ctx, x, -pill.height * lift, pill.width, pill.height, pill.height / 2)
  ctx.fillStyle = look.fill
  ctx.fill()
  if (look.stroke) {
    ctx.strokeStyle = withAlpha(look.stroke, 0.8)
    ctx.lineWidth = 1
    ctx.stroke()
  }
  const style = { size, weight: 700, colour: look.ink, family: FAMILY, align: 'center' as const }
  words(ctx, text, x + pill.width / 2, pill.height * (0.5 - lift), style)
  return x
}
