import type { Strength } from '@contract/panorama'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { FONT_STACK } from '@/lib/fontStack'
import { disc, roundedRect, words } from '@/lib/ink'
import { paintLock } from '@/lib/lockInk'
import type { DiscMeasure } from './discMeasure'
import {
  PANORAMA_THEMES,
  STRENGTH_GLYPHS,
  STRENGTH_NAMES,
  type PanoramaMode,
  type PanoramaTheme,
} from './panoramaTheme'
import { LEGEND_TEXT, DISC_TEXT } from './legendText'

interface Strip {
  x: number
  y: number
  height: number
}

type Ctx = CanvasRenderingContext2D

interface LegendFacts {
  measure: DiscMeasure
  /** 供应关键 and 断点 are drawn. */
  hasSupply: boolean
}

/** The legend of an exported picture, in one row. */
export function paintLegendStrip(ctx: Ctx, { x, y, height }: Strip, mode: PanoramaMode, facts: LegendFacts) {
  const theme = PANORAMA_THEMES[mode]
  const middle = y + height / 2
  let left = x
  const write = (text: string) => {
    words(ctx, text, left, middle, { size: 14, weight: 400, colour: theme.subText, family: FONT_STACK })
    left += ctx.measureText(text).width + 26
  }
  for (const strength of ['strong', 'fair', 'weak', 'missing'] as const) {
    paintSample(ctx, left + 9, middle, strength, theme)
    left += 25
    write(STRENGTH_NAMES[strength])
  }
  for (const radius of [3, 5, 8]) {
    disc(ctx, left + radius, middle, radius)
    ctx.fillStyle = theme.strength.fair
    ctx.fill()
    left += radius * 2 + 4
  }
  write(DISC_TEXT[facts.measure])
  roundedRect(ctx, left, middle - 2, 32, 4, 2)
  ctx.fillStyle = theme.track
  ctx.fill()
  roundedRect(ctx, left, middle - 2, 18, 4, 2)
  ctx.fillStyle = theme.strength.strong
  ctx.fill()
  left += 40
  write(LEGEND_TEXT.aboveScale)
  left = paintBadge(ctx, left, middle, theme)
  write(LEGEND_TEXT.leader)
  words(ctx, '专n', left, middle, { size: 14, weight: 600, colour: theme.honour, family: FONT_STACK })
  left += 32
  write(LEGEND_TEXT.honoured)
  words(ctx, '关键 ◆', left, middle, { size: 14, weight: 500, colour: theme.goldText, family: FONT_STACK })
  left += 54
  write(LEGEND_TEXT.key)
  left = paintLine(ctx, left, middle, theme.strength.fair, [])
  write(LEGEND_TEXT.supply)
  left = paintLine(ctx, left, middle, theme.strength.missing, [5, 4])
  write(LEGEND_TEXT.broken)
  if (facts.hasSupply) {
    left = paintBar(ctx, left, middle, { text: '供n', isBroken: false }, theme)
    write(LEGEND_TEXT.critical)
    left = paintBar(ctx, left, middle, { text: LEGEND_TEXT.gap, isBroken: true }, theme) + 12
  }
  paintLock(ctx, left + 6, middle, 14, theme.subText)
  left += 18
  write(SUPPRESSED_TEXT)
}

function paintSample(ctx: Ctx, x: number, y: number, strength: Strength, theme: PanoramaTheme) {
  disc(ctx, x, y, 8)
  if (strength === 'missing') {
    ctx.strokeStyle = theme.strength.missing
    ctx.lineWidth = 1.3
    ctx.setLineDash([3, 2])
    ctx.stroke()
    ctx.setLineDash([])
  } else {
    ctx.fillStyle = theme.strength[strength]
    ctx.fill()
  }
  const glyph = STRENGTH_GLYPHS[strength]
  const colour = theme.discInk[strength]
  if (glyph) words(ctx, glyph, x, y, { size: 10, weight: 700, colour, family: FONT_STACK, align: 'center' })
}

function paintBadge(ctx: Ctx, x: number, y: number, theme: PanoramaTheme): number {
  roundedRect(ctx, x, y - 9, 36, 18, 9)
  ctx.fillStyle = theme.goldBadge[1]
  ctx.fill()
  const style = { size: 12, weight: 700, colour: theme.goldInk, family: FONT_STACK, align: 'center' as const }
  words(ctx, '链主', x + 18, y, style)
  return x + 44
}

function paintBar(
  ctx: Ctx,
  x: number,
  y: number,
  { text, isBroken }: { text: string; isBroken: boolean },
  theme: PanoramaTheme,
): number {
  ctx.fillStyle = theme.supply
  if (isBroken) {
    ctx.fillRect(x, y - 9, 4, 7)
    ctx.fillRect(x, y + 2, 4, 7)
  } else ctx.fillRect(x, y - 9, 4, 18)
  words(ctx, text, x + 9, y, { size: 14, weight: 600, colour: theme.supply, family: FONT_STACK })
  return x + 14 + ctx.measureText(text).width
}

function paintLine(ctx: Ctx, x: number, y: number, colour: string, dash: number[]): number {
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x + 34, y)
  ctx.strokeStyle = colour
  ctx.lineWidth = 2
  ctx.setLineDash(dash)
  ctx.stroke()
  ctx.setLineDash([])
  return x + 42
}
