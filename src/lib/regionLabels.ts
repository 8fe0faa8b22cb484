import type { Position } from 'geojson'
import type { RegionPicture } from './regionShape'

export interface PlacedLabel {
  code: string
  lines: string[]
  /** Middle of the words. */
  x: number
  y: number
  /** How far it was moved down to make room. */
  dy: number
}

/** A disc that words keep clear of. */
export interface Disc {
  x: number
  y: number
  radius: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const LABEL_LINE_EM = 1.2

/** Where a label may go that a disc keeps from its place, in its own size; sideways it would stand in a neighbour. */
const ASIDE_EM = [0, 1.5, -1.5]

/**
 * Labels in order of weight; one that would cover another is left out, one that would cover a disc goes below or above
 * it. Hanzi are one em wide.
 */
export function placeLabels(
  { shapes, labels }: Pick<RegionPicture, 'shapes' | 'labels'>,
  project: (point: Position) => [number, number],
  size: number,
  discs: readonly Disc[] = [],
): PlacedLabel[] {
  const byCode = new Map(shapes.map((shape) => [shape.code, shape]))
  const taken = discs.map(boxAround)
  const shifts = discs.length ? ASIDE_EM : [0]
  return [...labels].flatMap(([code, label]) => {
    const shape = byCode.get(code)
    if (!shape) return []
    const lines = label.split('\n')
    const [x, y] = project(shape.centre)
    for (const shift of shifts) {
      const dy = shift * size
      const box = boxOf(lines, x, y + dy, size)
      if (taken.some((other) => overlaps(other, box))) continue
      taken.push(box)
      return [{ code, lines, x, y: y + dy, dy }]
    }
    return []
  })
}

function boxOf(lines: readonly string[], x: number, y: number, size: number): Box {
  const halfWidth = (Math.max(...lines.map((line) => [...line].length)) * size) / 2
  const halfHeight = (lines.length * size * LABEL_LINE_EM) / 2
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
}

const boxAround = ({ x, y, radius }: Disc): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
