import type { Clusters } from '@contract/clusters'
import type { RegionShape } from '@/lib/regionShape'
import { indicatorOf } from '@/features/clusters/clusterIndicators'
import { classedMap } from '@/features/clusters/clusterMap'
import { clusterRegion, CLUSTERS } from '@/features/clusters/clusters.fixture'

/** Invented figures for every county of a province: some zero, some 未报送, most in five classes. */
export function classed(counties: readonly RegionShape[]) {
  const regions = counties.map(({ code, name }, i) =>
    clusterRegion(code, name, i % 9 === 0 ? 0 : (i * 37) % 300, i % 7 === 0 ? null : String((i * 7919) % 90_000)),
  )
  const clusters: Clusters = { ...CLUSTERS, region: '210000', regionName: '演示省', regions }
  return { clusters, map: classedMap(clusters, indicatorOf('revenue'), { method: 'quantile', mode: 'dark' }, counties) }
}
