import { FONT_STACK as FAMILY } from '@/lib/fontStack'
import { disc, roundedRect, widthInEm, withAlpha, words } from '@/lib/ink'
import { markedWords, paintLock } from '@/lib/lockInk'
import type { Brush } from '@/graph/scene'
import { cardLook, type CardLook } from './cardLook'
import type { CardScene } from './cardScene'
import { paintBadges } from './paintBadges'
import type { CardPaint } from './panoramaPaint'
import { paintSupplyBar } from './paintSupply'
import { PANORAMA_THEMES, STRENGTH_GLYPHS, type PanoramaTheme } from './panoramaTheme'

const SMALLEST_DISC = 0.3
/** The smallest in which a lock can be told. */
const LOCKED_DISC = 0.6

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
  paintSupplyBar(scene)
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
  if (card.isLocked && !missing) {
    paintLockedDisc(ctx, x, discY, look.discRadius * LOCKED_DISC, theme)
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

/** Neither colour nor size say anything of what is not public. */
function paintLockedDisc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, theme: PanoramaTheme) {
  disc(ctx, x, y, radius)
  ctx.fillStyle = theme.track
  ctx.fill()
  paintLock(ctx, x, y, radius * 1.25, theme.text)
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
  const room = look.textWidth - (glyphRight ? glyphRoom(look) : 0)
  const right = width - look.padding - 1
  words(ctx, card.name, look.textX, nameY, {
    size: look.nameSize,
    weight: 600,
    colour: card.strength === 'missing' ? theme.strengthText.missing : theme.text,
    family: FAMILY,
    width: room,
  })
  if (glyphRight) {
    const style = { size: glyphRoom(look) / 1.3, weight: 600, family: FAMILY, align: 'right' as const }
    words(ctx, STRENGTH_GLYPHS[card.strength], right, nameY, { ...style, colour: theme.strengthText[card.strength] })
  }
  if (look.detail !== 'line') return
  // A wide one-line card has room for its figures beside the name.
  const size = Math.max(10.5, look.nameSize * 0.82)
  const aside = room - widthInEm(card.name) * look.nameSize - size
  const figures = wordingsOf(card).find((wording) => widthInEm(wording) * size <= aside)
  const colour = card.strength === 'missing' ? theme.strengthText.missing : theme.subText
  if (figures)
    markedWords(ctx, figures, look.textX + room, nameY, { size, weight: 400, colour, family: FAMILY, align: 'right' })
}

/** From the fullest to the shortest. A number is never cut: what does not fit is left to the tooltip. */
const wordingsOf = (card: CardPaint) => [card.figures, card.figuresShort, card.figures.split(' · ')[0] ?? '']

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
  markedWords(ctx, figuresFor(card, look, look.textWidth - used), look.textX, metaY, {
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
  const wordings = wordingsOf(card)
  return wordings.find(fits) ?? wordings[wordings.length - 1] ?? ''
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
  if (card.supply) {
    // The bar says it already; the words come where the figures lose nothing by them.
    const em = widthInEm(card.supply.glyph)
    const room = look.textWidth - marks.reduce((sum, mark) => sum + mark.em + 0.35, 0) * look.metaSize
    const left = room - widthInEm(figuresFor(card, look, room)) * look.metaSize
    if ((em + 0.35) * look.metaSize <= left) marks.push({ text: card.supply.glyph, colour: theme.supply, em })
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
