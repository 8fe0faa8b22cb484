import type { Camera, Point, Size } from './camera'

/** A route things travel along: evenly spaced points in world units. */
export interface FlowPath {
  points: Point[]
  colour: string
}

/** World units a dot moves in a second, and the space between dots. */
const SPEED = 46
const SPACING = 64
const RADIUS = 2.1
/** Enough for a calm drift; the graph below is not repainted for it. */
const FRAME_MS = 40

/** Dots drifting along the routes on a canvas of their own. Returns the way to stop. */
export function animateFlow(
  canvas: HTMLCanvasElement,
  paths: readonly FlowPath[],
  pointSpacing: number,
  view: () => { camera: Camera; viewport: Size },
): () => void {
  const ctx = canvas.getContext('2d')
  const start = performance.now()
  let last = 0
  let frame = requestAnimationFrame(tick)

  function tick(now: number) {
    frame = requestAnimationFrame(tick)
    if (!ctx || now - last < FRAME_MS) return
    last = now
    const { camera, viewport } = view()
    if (canvas.width !== viewport.width) canvas.width = viewport.width
    if (canvas.height !== viewport.height) canvas.height = viewport.height
    ctx.clearRect(0, 0, viewport.width, viewport.height)
    const travelled = ((now - start) / 1000) * SPEED
    for (const path of paths) drawDots(ctx, path, travelled, pointSpacing, camera)
  }

  return () => {
    cancelAnimationFrame(frame)
    ctx?.clearRect(0, 0, canvas.width, canvas.height)
  }
}

function drawDots(
  ctx: CanvasRenderingContext2D,
  path: FlowPath,
  travelled: number,
  pointSpacing: number,
  camera: Camera,
) {
  const length = path.points.length * pointSpacing
  ctx.fillStyle = path.colour
  for (let at = travelled % SPACING; at < length; at += SPACING) {
    const point = path.points[Math.floor(at / pointSpacing)]
    if (!point) continue
    ctx.beginPath()
    ctx.arc(
      point.x * camera.zoom + camera.x,
      point.y * camera.zoom + camera.y,
      RADIUS * Math.max(0.8, camera.zoom),
      0,
      Math.PI * 2,
    )
    ctx.fill()
  }
}
