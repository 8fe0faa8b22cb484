/** How much of a card fits, from far to near. */
export type CardDetail = 'block' | 'line' | 'two' | 'full'

/** Everything a card painter needs to know about sizes, in the pixels of the box it was given. */
export interface CardLook {
  detail: CardDetail
  nameSize: number
  metaSize: number
  discRadius: number
  /** Left edge of the texts. */
  textX: number
  textWidth: number
  padding: number
}

/** Below this a name could not be read any more. */
export const MIN_NAME_SIZE = 12
const MIN_META_SIZE = 10.5
/** Row heights at which a card gains its name, its second line, its share bar. */
const LINE_HEIGHT = 13
const TWO_HEIGHT = 28
const FULL_HEIGHT = 54
/** A single line needs no more than this to be read; taller rows serve better with a second line. */
const LINE_NAME_SIZE = 13
/** What the second line is worth to the reader, in pixels of name size, when a usual one ("38家 · 230.1亿") fits. */
const SECOND_LINE_WORTH = 2.5
const SECOND_LINE_EM = 7.4

export function detailAt(height: number): CardDetail {
  if (height < LINE_HEIGHT) return 'block'
  if (height < TWO_HEIGHT) return 'line'
  return height < FULL_HEIGHT ? 'two' : 'full'
}

/** Share of the card's height for name, second line and disc radius. */
const SHARES: Record<CardDetail, { name: number; meta: number; disc: number }> = {
  block: { name: 0, meta: 0, disc: 0.36 },
  line: { name: 0.56, meta: 0, disc: 0.34 },
  two: { name: 0.37, meta: 0.3, disc: 0.33 },
  full: { name: 0.265, meta: 0.215, disc: 0.25 },
}

/** Names of a stage are sized together: for its narrowest card and for a name of the usual length. */
export interface NameFit {
  /** Width of the narrowest card of the stage, in the same pixels as the card's own. */
  narrowest: number
  /** Characters of a usual name of the stage. */
  characters: number
}

/** Sizes follow the box, so that the same card reads well on a laptop, on a wall and zoomed in. */
export function cardLook(width: number, height: number, fit: NameFit): CardLook {
  const detail = detailAt(height)
  const share = SHARES[detail]
  const discRadius = Math.min(height * share.disc, fit.narrowest * 0.12)
  const padding = Math.min(fit.narrowest * 0.035, height * 0.14) + 1
  const textX = padding + discRadius * 2 + Math.max(3, padding * 0.7)
  const textWidth = Math.max(0, width - textX - padding)
  const widest = (fit.narrowest - textX - padding) / fit.characters
  const nameSize = Math.min(Math.max(height * share.name, MIN_NAME_SIZE), Math.max(MIN_NAME_SIZE, widest))
  const metaSize = Math.min(Math.max(height * share.meta, MIN_META_SIZE), nameSize * 0.9)
  return { detail, nameSize, metaSize: detail === 'line' ? 0 : metaSize, discRadius, textX, textWidth, padding }
}

/** How well cards of this size read: the size of their names, and more for a second line. What the layout maximises. */
export function legibility(height: number, fit: NameFit): number {
  const look = cardLook(fit.narrowest, height, fit)
  const fits = look.textWidth / fit.characters
  if (look.detail === 'block' || look.detail === 'line') return Math.min(LINE_NAME_SIZE, look.nameSize, fits)
  const secondLine = look.textWidth >= look.metaSize * SECOND_LINE_EM ? SECOND_LINE_WORTH : 0
  return Math.min(look.nameSize, fits) + secondLine
}
