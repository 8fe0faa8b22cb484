import type { LngLat, ScreenPoint } from '@/lib/regionSurface'

export type MarkSide = 'above' | 'below' | 'left' | 'right'

/** A word at a place, beside what the divisions say. */
export interface MapMark {
  id: string
  at: LngLat
  text: string
  /** Told on request; a mark without it is only a name. */
  detail?: string
  /** Where a name stands to its place; below by default. */
  side?: MarkSide
}

export interface PlacedMark extends MapMark, ScreenPoint {
  /** There is room for the words; a pin alone otherwise. */
  isWritten: boolean
}

/** Puts marks on the screen in order; words that would cover earlier words are left out. */
export function placeMarks(
  marks: readonly MapMark[],
  project: (at: LngLat) => ScreenPoint | null,
  size: number,
  height = Infinity,
): PlacedMark[] {
  const taken: { left: number; right: number; y: number }[] = []
  return marks.flatMap((mark) => {
    const point = project(mark.at)
    // Half a word at the lower edge is worse than none.
    if (!point || point.y > height - 2 * size) return []
    const half = ([...mark.text].length * size) / 2 + size
    const box = { left: point.x - half, right: point.x + half, y: point.y }
    const isWritten = !taken.some(
      ({ left, right, y }) => left < box.right && box.left < right && Math.abs(y - box.y) < 1.5 * size,
    )
    if (isWritten) taken.push(box)
    return [{ ...mark, ...point, isWritten }]
  })
}
