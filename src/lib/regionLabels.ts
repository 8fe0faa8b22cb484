import type { Position } from 'geojson'
import type { RegionPicture } from './regionShape'

export interface PlacedLabel {
  code: string
  lines: string[]
  /** Middle of the words. */
  x: number
  y: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const LABEL_LINE_EM = 1.2

/** Labels in order of weight; one that would cover another is left out. Hanzi are one em wide. */
export function placeLabels(
  { shapes, labels }: Pick<RegionPicture, 'shapes' | 'labels'>,
  project: (point: Position) => [number, number],
  size: number,
): PlacedLabel[] {
  const byCode = new Map(shapes.map((shape) => [shape.code, shape]))
  const taken: Box[] = []
  return [...labels].flatMap(([code, label]) => {
    const shape = byCode.get(code)
    if (!shape) return []
    const lines = label.split('\n')
    const [x, y] = project(shape.centre)
    const halfWidth = (Math.max(...lines.map((line) => [...line].length)) * size) / 2
    const halfHeight = (lines.length * size * LABEL_LINE_EM) / 2
    const box = { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
    if (taken.some((other) => overlaps(other, box))) return []
    taken.push(box)
    return [{ code, lines, x, y }]
  })
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
