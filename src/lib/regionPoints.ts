import { countText } from './format'

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

/** What fits into a disc; tiles bring the same words with them. */
export const clusterLabel = (count: number) =>
  count >= 10_000 ? `${Math.round(count / 1000) / 10}万` : countText(count)

/** The finest tiles that the server makes (FINEST_TILE of the contract); only there every cluster has fallen apart. */
export const DEEPEST_TILE = 14

/** The whole zoom whose tiles are drawn at a zoom. */
export const tileZoom = (zoom: number) => Math.max(0, Math.min(DEEPEST_TILE, Math.floor(zoom)))
