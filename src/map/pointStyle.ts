import type { LayerSpecification } from 'maplibre-gl'
import { FONT_STACK } from '@/lib/fontStack'
import { CLUSTER_STEPS, SINGLE_RADIUS } from '@/lib/regionPoints'
import type { RegionLook } from '@/lib/regionShape'

export const POINTS = 'points'
/** Above all else: what is placed first is kept free by the names of the divisions. */
export const COUNTS = 'points-count'
const SINGLES = 'points-one'
/** The layer of the tiles. */
const IN_TILE = { source: POINTS, 'source-layer': 'points' } as const

export const POINT_LAYERS = [SINGLES, POINTS, COUNTS] as const
/** What can be clicked. */
export const MARK_LAYERS = [SINGLES, POINTS]

/** Enterprises as dots, clusters of them as discs that grow with their number. */
export function pointLayers({ points }: Pick<RegionLook, 'points'>, scale: number): LayerSpecification[] {
  const paint = {
    'circle-color': points.disc,
    'circle-stroke-color': points.ring,
    'circle-stroke-width': 1.5 * scale,
  }
  const [smallest, ...larger] = CLUSTER_STEPS
  const steps = larger.flatMap(({ from, radius }) => [from, radius * scale])
  return [
    {
      ...IN_TILE,
      id: SINGLES,
      type: 'circle',
      filter: ['!', ['has', 'point_count']],
      paint: { ...paint, 'circle-radius': SINGLE_RADIUS * scale },
    },
    {
      ...IN_TILE,
      id: POINTS,
      type: 'circle',
      filter: ['has', 'point_count'],
      paint: { ...paint, 'circle-radius': ['step', ['get', 'point_count'], smallest.radius * scale, ...steps] },
    },
    {
      ...IN_TILE,
      id: COUNTS,
      type: 'symbol',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'label']],
        'text-font': FONT_STACK.replace(/"/g, '').split(','),
        'text-size': 11.5 * scale,
        // About as large as the disc around it.
        'text-padding': 5 * scale,
        // A disc without its number says nothing.
        'text-allow-overlap': true,
      },
      paint: { 'text-color': points.text },
    },
  ]
}
