import type { Position } from 'geojson'
import { boundsOf, mercator, type Bounds, type RegionShape } from './regionShape'

export interface DrawingArea {
  width: number
  height: number
  margin: number
}

/** Web Mercator onto an area, as large as fits, in the middle; the frame the engine takes too. */
export function projectionFor(
  shapes: readonly RegionShape[],
  { width, height, margin }: DrawingArea,
  extent: Bounds | null | undefined = boundsOf(shapes),
) {
  const bounds = extent ?? [73, 3, 135, 54]
  const [left, bottom] = mercator([bounds[0], bounds[1]])
  const [right, top] = mercator([bounds[2], bounds[3]])
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top))
  const dx = (width - (right - left) * scale) / 2
  const dy = (height - (bottom - top) * scale) / 2
  return (point: Position): [number, number] => {
    const [x, y] = mercator(point)
    return [dx + (x - left) * scale, dy + (y - top) * scale]
  }
}
