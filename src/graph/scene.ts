/** A rectangle in world units: CSS pixels at zoom 1. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One thing on the canvas, painted by one call. `paint` is plain data: what to paint, never how. */
export interface SceneItem<P> extends Box {
  id: string
  /** Painting order; higher covers lower. */
  z: number
  paint: P
}

/** A relation between two items; its box holds every stroke of its route. */
export interface SceneLink<P> extends SceneItem<P> {
  source: string
  target: string
}

export interface Scene<P> {
  width: number
  height: number
  items: SceneItem<P>[]
  links: SceneLink<P>[]
}

/** What a painter paints with: the origin is the item's corner and one unit is one CSS pixel of the screen. */
export interface Brush {
  ctx: CanvasRenderingContext2D
  /** Screen pixels per world unit. */
  scale: number
  /** The item's size on the screen. */
  width: number
  height: number
}

export type PaintItem<P> = (brush: Brush, paint: P) => void
