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
  const around = discs.map(boxAround)
  const taken: Box[] = [...around]
  return [...labels].flatMap(([code, label]) => {
    const shape = byCode.get(code)
    if (!shape) return []
    const lines = label.split('\n')
    const [x, y] = project(shape.centre)
    const wanted = boxOf(lines, x, y, size)
    for (const dy of shiftsFor(wanted, around)) {
      const box = { ...wanted, top: wanted.top + dy, bottom: wanted.bottom + dy }
      if (taken.some((other) => overlaps(other, box))) continue
      taken.push(box)
      return [{ code, lines, x, y: y + dy, dy }]
    }
    return []
  })
}

/** Just below or above the disc in the way; sideways the words would stand in a neighbour. */
function shiftsFor(box: Box, discs: readonly Box[]): number[] {
  const disc = discs.find((other) => overlaps(other, box))
  return disc ? [disc.bottom - box.top, disc.top - box.bottom] : [0]
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
