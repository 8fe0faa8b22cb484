import type { Camera, Size } from '@/graph/camera'

/** With its margin a canvas holds at most this many device pixels; a screen that takes more by itself gets no margin. */
const PIXELS = 10_000_000
/** Part of the screen's shorter side that lies painted outside each edge, if the pixels allow. */
const WANTED = 0.22
/** A picture enlarged or shrunk beyond this looks blurred or thin, and is painted anew. */
const SCALES: readonly [number, number] = [0.62, 1.7]

/** CSS pixels painted beyond each edge of the screen, so that dragging uncovers nothing; on the device grid. */
export function marginFor({ width, height }: Size, ratio: number): number {
  const wanted = Math.min(width, height) * WANTED
  // (w + 2m)(h + 2m) r² = PIXELS, solved for m.
  const sum = width + height
  const affordable = (-sum + Math.sqrt(sum * sum + 4 * (PIXELS / (ratio * ratio) - width * height))) / 4
  return Math.ceil(Math.max(0, Math.min(wanted, affordable || 0)) / 8) * 8
}

/** Places a bitmap painted with one camera as another camera sees it; its corner lies `margin` outside the screen. */
export function bitmapTransform(painted: Camera, now: Camera, margin: number): string {
  const scale = now.zoom / painted.zoom
  const x = now.x - (painted.x + margin) * scale
  const y = now.y - (painted.y + margin) * scale
  return `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})`
}

/** Whether the moved bitmap still covers the screen sharply enough. */
export function stillCovers(painted: Camera, now: Camera, { width, height }: Size, margin: number): boolean {
  const scale = now.zoom / painted.zoom
  if (scale < SCALES[0] || scale > SCALES[1]) return false
  const left = now.x - (painted.x + margin) * scale
  const top = now.y - (painted.y + margin) * scale
  // Zooming out uncovers a rim at once; a rim of nothing for a moment is better than a stutter.
  if (scale < 1) return true
  return (
    left <= 0 &&
    top <= 0 &&
    left + (width + 2 * margin) * scale >= width &&
    top + (height + 2 * margin) * scale >= height
  )
}
