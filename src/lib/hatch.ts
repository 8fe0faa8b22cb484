const SIDE = 8

/** A tile of diagonal strokes that repeats without seams: 未报送 is drawn, so that it cannot pass for a small value. */
export function hatchCanvas(
  { ground, stroke }: { ground: string; stroke: string },
  density: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * density
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas')
  ctx.scale(density, density)
  ctx.fillStyle = ground
  ctx.fillRect(0, 0, SIDE, SIDE)
  ctx.strokeStyle = stroke
  ctx.lineWidth = 1.3
  ctx.beginPath()
  for (const start of [-SIDE, 0, SIDE]) {
    ctx.moveTo(start, SIDE)
    ctx.lineTo(start + SIDE, 0)
  }
  ctx.stroke()
  return canvas
}

export function hatchTile(colours: { ground: string; stroke: string }, density: number): ImageData {
  const canvas = hatchCanvas(colours, density)
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas')
  return ctx.getImageData(0, 0, canvas.width, canvas.height)
}
