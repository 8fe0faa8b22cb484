const SIDE = 8
const DOT = 1.25

/** What is drawn where no colour stands for a number: strokes for 缺, dots for 不公布; neither can pass for the other. */
export type Texture = 'hatch' | 'dots'

export interface TextureColours {
  ground: string
  stroke: string
}

/** A tile that repeats without seams; not reported is drawn, so that it cannot pass for a small value. */
export function textureCanvas(
  texture: Texture,
  { ground, stroke }: TextureColours,
  density: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * density
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas')
  ctx.scale(density, density)
  ctx.fillStyle = ground
  ctx.fillRect(0, 0, SIDE, SIDE)
  if (texture === 'hatch') drawStrokes(ctx, stroke)
  else drawDots(ctx, stroke)
  return canvas
}

function drawStrokes(ctx: CanvasRenderingContext2D, colour: string) {
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.3
  ctx.beginPath()
  for (const start of [-SIDE, 0, SIDE]) {
    ctx.moveTo(start, SIDE)
    ctx.lineTo(start + SIDE, 0)
  }
  ctx.stroke()
}

function drawDots(ctx: CanvasRenderingContext2D, colour: string) {
  ctx.fillStyle = colour
  for (const at of [SIDE / 4, (3 * SIDE) / 4]) {
    ctx.beginPath()
    ctx.arc(at, at, DOT, 0, 2 * Math.PI)
    ctx.fill()
  }
}

/** For engines that take pixels. */
export function textureTile(texture: Texture, colours: TextureColours, density: number): ImageData {
  const canvas = textureCanvas(texture, colours, density)
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas')
  return ctx.getImageData(0, 0, canvas.width, canvas.height)
}

/** Both textures as patterns of a canvas, the ground of each where it gives none. */
export function texturePatterns(
  ctx: CanvasRenderingContext2D,
  look: Record<Texture, TextureColours>,
): Record<Texture, CanvasPattern | string> {
  const pattern = (texture: Texture) =>
    ctx.createPattern(textureCanvas(texture, look[texture], 1), 'repeat') ?? look[texture].ground
  return { hatch: pattern('hatch'), dots: pattern('dots') }
}
