import type { PaintItem, Scene } from './scene'

interface Placing {
  /** Where the scene's corner lies, in CSS pixels of the picture. */
  x: number
  y: number
  /** Device pixels per CSS pixel. */
  density: number
}

/** Paints a whole scene at zoom 1 onto any canvas with the screen's own painters: no graph, no camera, no waiting. */
export function paintScene<P>(ctx: CanvasRenderingContext2D, scene: Scene<P>, paint: PaintItem<P>, place: Placing) {
  const all = [...scene.items, ...scene.links].sort((a, b) => a.z - b.z)
  for (const item of all) {
    ctx.save()
    ctx.setTransform(place.density, 0, 0, place.density, 0, 0)
    ctx.translate(item.x + place.x, item.y + place.y)
    paint({ ctx, scale: 1, width: item.width, height: item.height }, item.paint)
    ctx.restore()
  }
}
