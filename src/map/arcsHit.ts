import { distanceOf } from '@/lib/regionDrawing'
import type { MapStop, ScreenPoint } from '@/lib/regionSurface'
import { distanceTo } from './arcsCurve'
import { isWithin } from './arcsDocks'
import type { PlacedArc, PlacedArcs } from './arcsLayout'

/** The arc under the pointer: the nearest within `tolerance` CSS pixels of its edge, of equals the one on top. */
export function arcAt(arcs: readonly PlacedArc[], point: ScreenPoint, tolerance: number): PlacedArc | null {
  let best: PlacedArc | null = null
  let nearest = tolerance
  for (const placed of arcs) {
    if (!isWithin(placed.box, point, tolerance + placed.width / 2)) continue
    const distance = Math.max(0, distanceTo(placed.curve, point) - placed.width / 2)
    if (distance > nearest) continue
    nearest = distance
    best = placed
  }
  return best
}

/** The place under the pointer, small discs before large ones. */
export function stopAt({ stops }: Pick<PlacedArcs, 'stops'>, point: ScreenPoint, tolerance: number): MapStop | null {
  const under = stops.filter((stop) => distanceOf(stop, point) <= stop.radius + tolerance)
  return (
    under.reduce<(typeof under)[number] | null>((best, next) => (best && best.radius < next.radius ? best : next), null)
      ?.stop ?? null
  )
}
