import type { Box } from './scene'

/** Where the world lies on the screen: screen = world × zoom + offset. */
export interface Camera {
  zoom: number
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** The zoom and offset that show the whole world, centred, inside the viewport. */
export function fitCamera(world: Size, viewport: Size): Camera {
  const zoom = Math.min(viewport.width / Math.max(1, world.width), viewport.height / Math.max(1, world.height))
  return { zoom, x: (viewport.width - world.width * zoom) / 2, y: (viewport.height - world.height * zoom) / 2 }
}

/** Zooms by `factor` so that the world point under `at` stays under it. */
export function zoomAbout(camera: Camera, at: Point, factor: number, range: readonly [number, number]): Camera {
  const zoom = Math.min(range[1], Math.max(range[0], camera.zoom * factor))
  const ratio = zoom / camera.zoom
  return { zoom, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio }
}

/** Keeps part of the world in sight, however far it was dragged. */
export function keepInSight(camera: Camera, world: Size, viewport: Size): Camera {
  const margin = Math.min(viewport.width, viewport.height) * 0.25
  const hold = (offset: number, extent: number, view: number) =>
    Math.min(view - margin, Math.max(margin - extent, offset))
  return {
    zoom: camera.zoom,
    x: hold(camera.x, world.width * camera.zoom, viewport.width),
    y: hold(camera.y, world.height * camera.zoom, viewport.height),
  }
}

export function toScreen(camera: Camera, box: Box): Box {
  return {
    x: box.x * camera.zoom + camera.x,
    y: box.y * camera.zoom + camera.y,
    width: box.width * camera.zoom,
    height: box.height * camera.zoom,
  }
}

export function toWorld(camera: Camera, at: Point): Point {
  return { x: (at.x - camera.x) / camera.zoom, y: (at.y - camera.y) / camera.zoom }
}

export function contains(box: Box, at: Point): boolean {
  return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height
}
