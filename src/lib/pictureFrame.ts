import { FONT_STACK } from './fontStack'
import { words } from './ink'

/** What stands around an exported drawing. */
export interface PictureText {
  title: string
  /** 口径: how the figures were made, one sentence a line. */
  lines: string[]
  /** Source, unit, date of making. */
  footer: string
  /** Demonstration data carries a band that cannot be overlooked. */
  demo: boolean
}

export interface PictureLook {
  background: string
  text: string
  subText: string
}

/** The drawing in the middle, in CSS pixels; the bitmap is `DENSITY` times as large. */
export interface PictureContent {
  width: number
  height: number
  legendHeight: number
  paint: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; density: number }) => void
  paintLegend: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; height: number }) => void
}

const DENSITY = 2
const MARGIN = 24
const TITLE_HEIGHT = 76
const LINE_HEIGHT = 22
const BAND_HEIGHT = 34

/** Title above, legend, 口径 and footer below a drawing, at twice its size on the screen. */
export async function framedPicture(content: PictureContent, text: PictureText, look: PictureLook): Promise<Blob> {
  const { width } = content
  const top = text.demo ? BAND_HEIGHT : 0
  const below = top + TITLE_HEIGHT + content.height
  const height = below + content.legendHeight + (text.lines.length + 1) * LINE_HEIGHT + MARGIN
  const canvas = document.createElement('canvas')
  canvas.width = width * DENSITY
  canvas.height = height * DENSITY
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas of the size of the picture')
  ctx.scale(DENSITY, DENSITY)
  ctx.fillStyle = look.background
  ctx.fillRect(0, 0, width, height)
  if (text.demo) paintDemoBand(ctx, width)
  const style = { size: 32, weight: 800, colour: look.text, family: FONT_STACK, width: width - 2 * MARGIN }
  words(ctx, text.title, MARGIN, top + TITLE_HEIGHT / 2, style)
  content.paint(ctx, { x: 0, y: top + TITLE_HEIGHT, density: DENSITY })
  content.paintLegend(ctx, { x: MARGIN, y: below, height: content.legendHeight })
  paintFoot(ctx, text, below + content.legendHeight, width, look)
  return toBlob(canvas)
}

function paintDemoBand(ctx: CanvasRenderingContext2D, width: number) {
  ctx.fillStyle = '#b3152f'
  ctx.fillRect(0, 0, width, BAND_HEIGHT)
  const style = { size: 18, weight: 700, colour: '#ffffff', family: FONT_STACK, align: 'center' } as const
  words(ctx, '演示数据　不代表任何地区的真实情况', width / 2, BAND_HEIGHT / 2, style)
}

function paintFoot(ctx: CanvasRenderingContext2D, text: PictureText, top: number, width: number, look: PictureLook) {
  const style = { size: 14, weight: 400, colour: look.subText, family: FONT_STACK, width: width - 2 * MARGIN }
  const rows = [...text.lines, text.footer]
  rows.forEach((line, i) => words(ctx, line, MARGIN, top + (i + 0.5) * LINE_HEIGHT, style))
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))), 'image/png')
  })
}
