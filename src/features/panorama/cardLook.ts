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
const TWO_HEIGHT = 33
const FULL_HEIGHT = 54
/** A usual name: the size of all names in a stage is chosen so that this many characters fit. */
const USUAL_CHARACTERS = 6.3

export function detailAt(height: number): CardDetail {
  if (height < LINE_HEIGHT) return 'block'
  if (height < TWO_HEIGHT) return 'line'
  return height < FULL_HEIGHT ? 'two' : 'full'
}

/** Share of the card's height for name, second line and disc radius. */
const SHARES: Record<CardDetail, { name: number; meta: number; disc: number }> = {
  block: { name: 0, meta: 0, disc: 0.36 },
  line: { name: 0.62, meta: 0, disc: 0.36 },
  two: { name: 0.36, meta: 0.29, disc: 0.33 },
  full: { name: 0.265, meta: 0.215, disc: 0.25 },
}

/** Sizes follow the box, so that the same card reads well on a laptop, on a wall and zoomed in. */
export function cardLook(width: number, height: number): CardLook {
  const detail = detailAt(height)
  const share = SHARES[detail]
  const discRadius = Math.min(height * share.disc, width * 0.12)
  const padding = Math.min(width * 0.035, height * 0.14) + 1
  const textX = padding + discRadius * 2 + Math.max(3, padding * 0.7)
  const textWidth = Math.max(0, width - textX - padding)
  const widest = textWidth / USUAL_CHARACTERS
  const nameSize = Math.min(height * share.name, Math.max(MIN_NAME_SIZE, widest))
  const metaSize = Math.min(Math.max(height * share.meta, detail === 'block' ? 0 : MIN_META_SIZE), nameSize * 0.9)
  return { detail, nameSize, metaSize, discRadius, textX, textWidth, padding }
}

/** How well names can be read on a card of this size; what the layout maximises. */
export function legibility(width: number, height: number): number {
  const look = cardLook(width, Math.max(height, TWO_HEIGHT))
  return Math.min(height / 2.75, look.textWidth / USUAL_CHARACTERS)
}
