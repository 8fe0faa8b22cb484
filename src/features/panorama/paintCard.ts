import { disc, roundedRect, widthInEm, withAlpha, words } from '@/graph/ink'
import type { Brush } from '@/graph/scene'
import { cardLook, type CardLook } from './cardLook'
import type { CardPaint } from './panoramaPaint'
import { FONT_STACK, PANORAMA_THEMES, STRENGTH_GLYPHS, type PanoramaTheme } from './panoramaTheme'

interface CardScene {
  brush: Brush
  card: CardPaint
  look: CardLook
  theme: PanoramaTheme
  /** Height of the middle of the name, of the second line and of the disc. */
  nameY: number
  metaY: number
  discY: number
}

const FAMILY = FONT_STACK
const SMALLEST_DISC = 0.3

export function paintCard(brush: Brush, card: CardPaint) {
  const look = cardLook(brush.width, brush.height, {
    narrowest: card.fit.narrowest * brush.scale,
    characters: card.fit.characters,
  })
  const theme = PANORAMA_THEMES[card.mode]
  const { height } = brush
  const body = look.detail === 'full' ? height * 0.77 : height
  const single = look.detail === 'line' || look.detail === 'block'
  const middle = body / 2
  const leading = (look.nameSize + look.metaSize) * 0.58
  const scene: CardScene = {
    brush,
    card,
    look,
    theme,
    nameY: single ? middle : middle - leading / 2 + look.nameSize * 0.02,
    metaY: middle + leading / 2 + look.metaSize * 0.12,
    discY: middle,
  }
  brush.ctx.globalAlpha = card.emphasis === 'dim' ? theme.dimAlpha : 1
  paintBody(scene)
  paintDisc(scene)
  if (look.detail !== 'block') paintName(scene)
  if (!single) paintFigures(scene)
  if (look.detail === 'full') paintFoot(scene)
  paintBadges(scene)
  brush.ctx.globalAlpha = 1
}

function paintBody({ brush, card, theme }: CardScene) {
  const { ctx, width, height } = brush
  const colour = theme.strength[card.strength]
  const missing = card.strength === 'missing'
  const radius = Math.min(7, height * 0.16)
  roundedRect(ctx, 0.5, 0.5, width - 1, height - 1, radius)
  ctx.fillStyle = missing ? theme.cardMissing : theme.card
  ctx.fill()
  if (!missing) {
    const tint = ctx.createLinearGradient(0, 0, width * 0.75, 0)
    tint.addColorStop(0, withAlpha(colour, theme.tintAlpha))
    tint.addColorStop(1, withAlpha(colour, 0.02))
    ctx.fillStyle = tint
    ctx.fill()
  }
  const outline = outlineOf(card, theme)
  ctx.strokeStyle = outline.colour
  ctx.lineWidth = outline.width
  if (missing && card.emphasis !== 'focus') ctx.setLineDash([4, 3])
  ctx.stroke()
  ctx.setLineDash([])
}

function outlineOf(card: CardPaint, theme: PanoramaTheme) {
  if (card.emphasis === 'focus') return { colour: theme.gold, width: 2.4 }
  if (card.emphasis === 'match') return { colour: theme.match, width: 2.4 }
  if (card.strength === 'missing') return { colour: theme.strength.missing, width: 1.1 }
  if (card.leaders > 0) return { colour: theme.gold, width: 1.3 }
  return { colour: withAlpha(theme.strength[card.strength], 0.42), width: 1 }
}

/** Area ∝ measure; a node that reported nothing shows an empty ring. */
function paintDisc({ brush, card, look, theme, discY }: CardScene) {
  const { ctx } = brush
  const x = look.padding + look.discRadius
  const missing = card.strength === 'missing'
  if (look.detail === 'line' && glyphPlace(card, look) === 'instead') {
    const style = { size: Math.max(10.5, look.nameSize * 0.86), weight: 700, family: FAMILY, align: 'center' as const }
    words(ctx, STRENGTH_GLYPHS[card.strength], x, discY, { ...style, colour: theme.strengthText[card.strength] })
    return
  }
  const share = missing ? 0.55 : Math.max(SMALLEST_DISC, Math.sqrt(card.disc ?? 0))
  const radius = look.discRadius * share
  const colour = theme.strength[card.strength]
  if (missing || card.disc === null) {
    disc(ctx, x, discY, missing ? Math.max(radius, look.discRadius * 0.78) : radius)
    ctx.strokeStyle = colour
    ctx.lineWidth = 1.3
    if (missing) ctx.setLineDash([3, 2])
    ctx.stroke()
    ctx.setLineDash([])
  } else {
    disc(ctx, x, discY, radius + Math.min(3, look.discRadius * 0.22))
    ctx.fillStyle = withAlpha(colour, 0.22)
    ctx.fill()
    disc(ctx, x, discY, radius)
    ctx.fillStyle = colour
    ctx.fill()
  }
  const glyph = STRENGTH_GLYPHS[card.strength]
  if (glyph && glyphFits(card, look)) {
    const ink = card.disc === null && !missing ? theme.strengthText[card.strength] : theme.discInk[card.strength]
    const size = Math.min(look.discRadius * 1.1, Math.max(8.5, radius * 1.2))
    words(ctx, glyph, x, discY, { size, weight: 700, colour: ink, family: FAMILY, align: 'center' })
  }
}

/** A glyph in a disc smaller than itself cannot be read. */
function glyphFits(card: CardPaint, look: CardLook): boolean {
  if (card.strength === 'missing') return look.discRadius >= 8
  return card.disc !== null && look.discRadius * Math.sqrt(card.disc) >= 6.5
}

/** Colour never stands alone: on a one-line card the glyph goes into the disc, to the right edge, or replaces the disc. */
function glyphPlace(card: CardPaint, look: CardLook): 'disc' | 'right' | 'instead' {
  if (!STRENGTH_GLYPHS[card.strength] || glyphFits(card, look)) return 'disc'
  const needed = [...card.name].length * look.nameSize + glyphRoom(look)
  return card.strength !== 'missing' && needed <= look.textWidth ? 'right' : 'instead'
}

const glyphRoom = (look: CardLook) => Math.max(10, look.nameSize * 0.84) * 1.3

function paintName({ brush, card, look, theme, nameY }: CardScene) {
  const { ctx, width } = brush
  const glyphRight = look.detail === 'line' && glyphPlace(card, look) === 'right'
  words(ctx, card.name, look.textX, nameY, {
    size: look.nameSize,
    weight: 600,
    colour: card.strength === 'missing' ? theme.strengthText.missing : theme.text,
    family: FAMILY,
    width: look.textWidth - (glyphRight ? glyphRoom(look) : 0),
  })
  if (!glyphRight) return
  const style = { size: glyphRoom(look) / 1.3, weight: 600, family: FAMILY, align: 'right' as const }
  const colour = theme.strengthText[card.strength]
  words(ctx, STRENGTH_GLYPHS[card.strength], width - look.padding - 1, nameY, { ...style, colour })
}

function paintFigures({ brush, card, look, theme, metaY }: CardScene) {
  const { ctx, width } = brush
  const missing = card.strength === 'missing'
  const right = width - look.padding - 1
  const marks = figureMarks(card, look, theme)
  let used = 0
  for (const mark of marks) {
    words(ctx, mark.text, right - used, metaY, {
      size: look.metaSize,
      weight: 600,
      colour: mark.colour,
      family: FAMILY,
      align: 'right',
    })
    used += look.metaSize * (mark.em + 0.35)
  }
  words(ctx, figuresFor(card, look, look.textWidth - used), look.textX, metaY, {
    size: look.metaSize,
    weight: 400,
    colour: missing ? theme.strengthText.missing : theme.subText,
    family: FAMILY,
    width: look.textWidth - used,
  })
}

/** The fullest wording that fits; 影响 joins the second line where there is no third. */
function figuresFor(card: CardPaint, look: CardLook, room: number): string {
  const fits = (text: string) => widthInEm(text) * look.metaSize <= room
  const withImpact = `${card.figures} · ${card.impact.replace(/ /g, '').replace('下游环节', '下游')}`
  if (card.impact && look.detail === 'two' && fits(withImpact)) return withImpact
  if (fits(card.figures)) return card.figures
  // A number is never cut: what does not fit is left to the tooltip.
  return fits(card.figuresShort) ? card.figuresShort : (card.figures.split(' · ')[0] ?? '')
}

function figureMarks(card: CardPaint, look: CardLook, theme: PanoramaTheme) {
  const marks: { text: string; colour: string; em: number }[] = []
  const glyph = STRENGTH_GLYPHS[card.strength]
  if (glyph && !glyphFits(card, look)) marks.push({ text: glyph, colour: theme.strengthText[card.strength], em: 1 })
  if (card.honoured > 0) {
    const text = `专${card.honoured}`
    if (look.textWidth > look.metaSize * 11)
      marks.push({ text, colour: theme.honour, em: 1 + String(card.honoured).length * 0.6 })
  }
  return marks
}

/** 规上 share as a bar, or what a missing node endangers. */
function paintFoot({ brush, card, look, theme }: CardScene) {
  const { ctx, width, height } = brush
  const y = height * 0.835
  const left = look.padding + 2
  const size = Math.max(10, look.metaSize * 0.86)
  if (card.impact) {
    words(ctx, card.impact, left, y, {
      size,
      weight: 500,
      colour: theme.strengthText.missing,
      family: FAMILY,
      width: width - 2 * left,
    })
    return
  }
  if (!card.aboveScale) return
  const { share, text } = card.aboveScale
  const textWidth = size * (widthInEm(text) + 0.5)
  const length = width - 2 * left - textWidth
  const thick = Math.max(2.5, height * 0.045)
  roundedRect(ctx, left, y - thick / 2, length, thick, thick / 2)
  ctx.fillStyle = theme.track
  ctx.fill()
  if (share > 0) {
    roundedRect(ctx, left, y - thick / 2, Math.max(thick, length * share), thick, thick / 2)
    ctx.fillStyle = theme.strength[card.strength]
    ctx.fill()
  }
  words(ctx, text, width - left, y, { size, weight: 400, colour: theme.subText, family: FAMILY, align: 'right' })
}

/** 关键 and 链主 as pills on the card's upper edge; on low cards a gold corner says 链主. */
function paintBadges({ brush, card, look, theme }: CardScene) {
  const { ctx, width, height } = brush
  if (card.emphasis === 'dim') return
  if (look.detail === 'line' || look.detail === 'block') {
    if (card.leaders > 0) paintGoldCorner(brush, theme)
    return
  }
  const size = Math.max(9.5, Math.min(height * 0.17, look.metaSize))
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
  else paintPill(ctx, '关键', { right, size, lift: 0.48 }, { fill: theme.panel, ink: theme.gold, stroke: theme.gold })
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
