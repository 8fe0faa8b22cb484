import { FONT_STACK } from '@/lib/fontStack'
import { words } from '@/lib/ink'
import { projectionFor, type DrawingArea } from '@/lib/regionProjection'
import type { RegionLook, RegionPicture } from '@/lib/regionShape'
import { placeMarks, type MapMark, type MarkSide } from '@/map/mapMark'

const SIZE = 13

/** The names and pins that lie over the map on the screen. */
export function paintMarks(
  ctx: CanvasRenderingContext2D,
  marks: readonly MapMark[],
  { shapes, extent }: Pick<RegionPicture, 'shapes' | 'extent'>,
  look: RegionLook,
  area: DrawingArea,
) {
  const project = projectionFor(shapes, area, extent)
  const onPaper = (at: readonly [number, number]) => {
    const [x, y] = project([...at])
    return { x, y }
  }
  for (const { x, y, text, detail, side = 'below', isWritten } of placeMarks(marks, onPaper, SIZE, area.height)) {
    if (detail === undefined) paintWords(ctx, text, x, y, side, look)
    else {
      paintPin(ctx, x, y, look)
      if (isWritten) paintWords(ctx, text, x, y, 'right', look)
    }
  }
}

function paintPin(ctx: CanvasRenderingContext2D, x: number, y: number, look: RegionLook) {
  ctx.beginPath()
  ctx.arc(x, y, 5, 0, 2 * Math.PI)
  ctx.fillStyle = look.points.disc
  ctx.fill()
  ctx.strokeStyle = look.points.ring
  ctx.lineWidth = 2
  ctx.stroke()
}

const SHIFTS: Record<MarkSide, { dx: number; dy: number; align: CanvasTextAlign }> = {
  above: { dx: 0, dy: -SIZE, align: 'center' },
  below: { dx: 0, dy: SIZE, align: 'center' },
  left: { dx: -10, dy: 0, align: 'right' },
  right: { dx: 10, dy: 0, align: 'left' },
}

function paintWords(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  side: MarkSide,
  look: RegionLook,
) {
  const { dx, dy, align } = SHIFTS[side]
  ctx.font = `500 ${SIZE}px ${FONT_STACK}`
  ctx.textAlign = align
  ctx.textBaseline = 'middle'
  ctx.strokeStyle = look.halo
  ctx.lineWidth = 3
  ctx.strokeText(text, x + dx, y + dy + SIZE * 0.06)
  words(ctx, text, x + dx, y + dy, { size: SIZE, weight: 500, colour: look.text, family: FONT_STACK, align })
}
