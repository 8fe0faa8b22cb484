import { FONT_STACK } from '@/lib/fontStack'

/** Words across a picture, so often that no cut-out is without them; light enough to read the map through. */
export function paintWatermark(
  ctx: CanvasRenderingContext2D,
  text: string,
  colour: string,
  { width, height }: { width: number; height: number },
) {
  const size = Math.round(height / 28)
  ctx.save()
  ctx.globalAlpha = 0.2
  ctx.fillStyle = colour
  ctx.font = `700 ${size}px ${FONT_STACK}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.translate(width / 2, height / 2)
  ctx.rotate(-Math.PI / 9)
  const step = ctx.measureText(text).width + 4 * size
  const reach = Math.hypot(width, height) / 2
  let isShifted = false
  for (let y = -reach; y <= reach; y += 6 * size) {
    for (let x = -reach - (isShifted ? step / 2 : 0); x <= reach + step; x += step) ctx.fillText(text, x, y)
    isShifted = !isShifted
  }
  ctx.restore()
}
