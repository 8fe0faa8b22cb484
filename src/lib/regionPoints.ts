import { FINEST_TILE } from '@domain/geo/pointTiles'

interface ClusterStep {
  /** Enterprises from which on a cluster is drawn so large. */
  from: number
  /** Pixels on a desk. */
  radius: number
}

/** Sizes of clusters (聚合点), alike whatever draws them. */
export const CLUSTER_STEPS: readonly [ClusterStep, ...ClusterStep[]] = [
  { from: 2, radius: 10 },
  { from: 10, radius: 12 },
  { from: 100, radius: 15 },
  { from: 1_000, radius: 19 },
  { from: 10_000, radius: 24 },
]
export const SINGLE_RADIUS = 4.5

export function radiusOf(count: number): number {
  if (count <= 1) return SINGLE_RADIUS
  const reached = CLUSTER_STEPS.filter(({ from }) => count >= from)
  return (reached[reached.length - 1] ?? CLUSTER_STEPS[0]).radius
}

export { FINEST_TILE, countLabel as pointCountLabel } from '@domain/geo/pointTiles'

/** The whole zoom whose tiles are drawn at a zoom. */
export const tileZoom = (zoom: number) => Math.max(0, Math.min(FINEST_TILE, Math.floor(zoom)))
