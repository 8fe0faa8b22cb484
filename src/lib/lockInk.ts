import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { words, type WordStyle } from './ink'

type Ctx = CanvasRenderingContext2D

/** One em of room, in which the lock is drawn. */
const LOCK_ROOM = '\u2003'

/** 不公布 as a canvas writes it, through `markedWords`. */
export const LOCKED_TEXT = `${LOCK_ROOM}${SUPPRESSED_TEXT}`

/** A closed lock of the height `size`, around its middle. */
export function paintLock(ctx: Ctx, x: number, y: number, size: number, colour: string) {
  const width = size * 0.68
  ctx.beginPath()
  ctx.arc(x, y - size * 0.12, width * 0.3, Math.PI, 0)
  ctx.lineTo(x + width * 0.3, y)
  ctx.moveTo(x - width * 0.3, y - size * 0.12)
  ctx.lineTo(x - width * 0.3, y)
  ctx.strokeStyle = colour
  ctx.lineWidth = Math.max(1, size * 0.12)
  ctx.stroke()
  ctx.fillStyle = colour
  ctx.fillRect(x - width / 2, y - size * 0.04, width, size * 0.46)
}

/** One line as `words` writes it, with a lock before 不公布; the line must fit its room. */
export function markedWords(ctx: Ctx, text: string, x: number, y: number, style: WordStyle) {
  words(ctx, text, x, y, style)
  const at = text.indexOf(LOCK_ROOM)
  if (at < 0) return
  const shift = style.align === 'right' ? ctx.measureText(text).width : 0
  const left = x - shift + ctx.measureText(text.slice(0, at)).width
  paintLock(ctx, left + style.size * 0.55, y, style.size * 0.86, style.colour)
}
