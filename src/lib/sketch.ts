import { FONT_STACK } from './fontStack'
import { texturePatterns, type Texture, type TextureColours } from './hatch'
import { roundedRect, words } from './ink'

type Ctx = CanvasRenderingContext2D

interface Stroke {
  colour: string
  width?: number
  /** 推算 is dashed. */
  dashed?: boolean
}

/** What a small chart is made of: the same list is drawn on the screen and in the picture that is saved. */
export type SketchMark =
  | {
      kind: 'rect'
      x: number
      y: number
      width: number
      height: number
      fill?: string
      radius?: number
      stroke?: Stroke
      texture?: Texture
    }
  | { kind: 'line'; points: readonly (readonly [number, number])[]; stroke: Stroke }
  | { kind: 'disc'; x: number; y: number; radius: number; fill: string; stroke?: Stroke }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      colour: string
      weight?: number
      align?: CanvasTextAlign
      width?: number
      halo?: string
    }

/** A place that tells more when pointed at or reached by the arrow keys. */
export interface SketchSpot {
  id: string
  x: number
  y: number
  width: number
  height: number
  lines: readonly string[]
  /** The card that it opens. */
  figure?: string | null
}

export interface Sketch {
  width: number
  height: number
  marks: readonly SketchMark[]
  spots: readonly SketchSpot[]
}

export type SketchTextures = Record<Texture, TextureColours>

const DASH = [5, 3]

export function paintSketch(ctx: Ctx, { marks }: Sketch, textures: SketchTextures) {
  const patterns = texturePatterns(ctx, textures)
  for (const mark of marks) {
    ctx.save()
    paintMark(ctx, mark, patterns)
    ctx.restore()
  }
}

function paintMark(ctx: Ctx, mark: SketchMark, patterns: Record<Texture, CanvasPattern | string>) {
  switch (mark.kind) {
    case 'rect':
      roundedRect(ctx, mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0)
      fill(ctx, mark.texture ? patterns[mark.texture] : mark.fill)
      return outline(ctx, mark.stroke)
    case 'line':
      ctx.beginPath()
      ctx.lineJoin = 'round'
      mark.points.forEach(([x, y], at) => (at === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
      return outline(ctx, mark.stroke)
    case 'disc':
      ctx.beginPath()
      ctx.arc(mark.x, mark.y, mark.radius, 0, Math.PI * 2)
      fill(ctx, mark.fill)
      return outline(ctx, mark.stroke)
    case 'text':
      return paintText(ctx, mark)
  }
}

function fill(ctx: Ctx, style: CanvasPattern | string | undefined) {
  if (style === undefined) return
  ctx.fillStyle = style
  ctx.fill()
}

function outline(ctx: Ctx, stroke: Stroke | undefined) {
  if (!stroke) return
  ctx.strokeStyle = stroke.colour
  ctx.lineWidth = stroke.width ?? 1
  ctx.setLineDash(stroke.dashed ? DASH : [])
  ctx.stroke()
}

function paintText(ctx: Ctx, mark: Extract<SketchMark, { kind: 'text' }>) {
  const { text, x, y, size, colour, weight = 400, align = 'left', width, halo } = mark
  if (halo) {
    ctx.font = `${weight} ${size}px ${FONT_STACK}`
    ctx.textAlign = align
    ctx.textBaseline = 'middle'
    ctx.lineJoin = 'round'
    ctx.lineWidth = size / 4
    ctx.strokeStyle = halo
    ctx.strokeText(text, x, y + size * 0.06)
  }
  words(ctx, text, x, y, { size, weight, colour, family: FONT_STACK, align, width })
}
