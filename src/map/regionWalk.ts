import { mercator, type RegionShape } from '@/lib/regionShape'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Sideways distance counts this much more than distance straight ahead. */
const SIDEWAYS = 2

/** The division an arrow key leads to: the nearest one in that direction, as the map shows it. */
export function shapeTowards(shapes: readonly RegionShape[], from: RegionShape, direction: Direction): RegionShape {
  const start = mercator(from.centre)
  const horizontal = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  let best = { shape: from, cost: Infinity }
  for (const shape of shapes) {
    if (shape.code === from.code) continue
    const end = mercator(shape.centre)
    const dx = end[0] - start[0]
    const dy = end[1] - start[1]
    const ahead = (horizontal ? dx : dy) * sign
    const aside = Math.abs(horizontal ? dy : dx)
    const cost = ahead + aside * SIDEWAYS
    // More aside than ahead belongs to another arrow key.
    if (ahead > 0 && aside <= ahead * SIDEWAYS && cost < best.cost) best = { shape, cost }
  }
  return best.shape
}
