/** Small canvas vocabulary shared by painters; only what every supported browser has. */
type Ctx = CanvasRenderingContext2D

export function roundedRect(ctx: Ctx, x: number, y: number, width: number, height: number, radius: number) {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2))
  ctx.beginPath()
  ctx.moveTo(x + r, y)
  ctx.arcTo(x + width, y, x + width, y + height, r)
  ctx.arcTo(x + width, y + height, x, y + height, r)
  ctx.arcTo(x, y + height, x, y, r)
  ctx.arcTo(x, y, x + width, y, r)
  ctx.closePath()
}

export function disc(ctx: Ctx, x: number, y: number, radius: number) {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, Math.PI * 2)
}

/** `#rrggbb` with an opacity. */
export function withAlpha(colour: string, alpha: number): string {
  const value = parseInt(colour.slice(1), 16)
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${alpha})`
}

export interface WordStyle {
  size: number
  weight: number
  colour: string
  family: string
  align?: CanvasTextAlign
  /** Widest the words may become. */
  width?: number
}

/** Squeezing further than this distorts hanzi; the rest is cut with an ellipsis. */
const TIGHTEST = 0.82
/** Full-width characters are one em wide: a sure upper bound that saves measuring. */
const WIDEST_EM = 1.02

/** Writes one line, vertically centred on `y`; squeezes a little, then cuts, so that nothing leaves its box. */
export function words(ctx: Ctx, text: string, x: number, y: number, style: WordStyle) {
  ctx.font = `${style.weight} ${Math.round(style.size * 10) / 10}px ${style.family}`
  ctx.textAlign = style.align ?? 'left'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = style.colour
  // The middle of the em box lies above the middle of a hanzi.
  const baseline = y + style.size * 0.06
  const room = style.width
  if (room === undefined || text.length * style.size * WIDEST_EM <= room) ctx.fillText(text, x, baseline)
  else ctx.fillText(fitted(ctx, text, room / TIGHTEST), x, baseline, room)
}

/** The longest beginning that fits, by code points so that rare characters stay whole. */
function fitted(ctx: Ctx, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text
  const characters = [...text]
  let kept = characters.length - 1
  while (kept > 1 && ctx.measureText(`${characters.slice(0, kept).join('')}…`).width > room) kept--
  return `${characters.slice(0, kept).join('')}…`
}

const NARROW = ' .,·/-()'

/** Hanzi take a whole em, digits and letters a little more than half, marks a third: close enough to choose a wording. */
export function widthInEm(text: string): number {
  return [...text].reduce((sum, character) => {
    if (NARROW.includes(character)) return sum + 0.33
    return sum + (character < '\u2000' ? 0.57 : 1)
  }, 0)
}
