import { distanceOf } from '@/lib/regionDrawing'
import type { MapArc, MapStop, ScreenPoint } from '@/lib/regionSurface'
import { distanceTo } from './arcsCurve'
import { isWithin, type Dock } from './arcsDocks'
import type { PlacedArc, PlacedArcs } from './arcsLayout'

export type ArcHit = { kind: 'arc'; arc: MapArc } | { kind: 'stop'; stop: MapStop } | { kind: 'dock'; dock: Dock }

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

/** What lies under the pointer: words at the border, discs and arcs, in this order. */
export function hitOf(placed: PlacedArcs, point: ScreenPoint, tolerance: number): ArcHit | null {
  const dock = placed.docks.find(({ box }) => isWithin(box, point))
  if (dock) return { kind: 'dock', dock }
  const stop = stopAt(placed, point, tolerance / 3)
  if (stop) return { kind: 'stop', stop }
  const found = arcAt(placed.arcs, point, tolerance)
  return found && { kind: 'arc', arc: found.arc }
}

/** What is told of it in words, one line each. */
export function linesOf(hit: ArcHit): string {
  if (hit.kind === 'arc') return hit.arc.label
  if (hit.kind === 'stop') return hit.stop.label
  return hit.dock.places.map(({ label, count }) => (count > 0 ? `${label} ${count}` : label)).join('\n')
}
