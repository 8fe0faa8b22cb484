import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { RegionShape } from '@/lib/regionShape'

const figures = (enterprises: number, revenueWan: string | null) => ({
  enterprises,
  aboveScale: enterprises === 0 ? null : Math.floor(enterprises / 2),
  revenueWan,
  revenueSuppressed: null,
  revenueReporting: revenueWan === null ? 0 : enterprises,
  honoured: enterprises === 0 ? null : 1,
  leaders: 0,
})

export const clusterRegion = (
  code: string,
  name: string,
  enterprises: number,
  revenueWan: string | null,
): ClusterRegion => ({
  code,
  name,
  unlocated: false,
  figures: figures(enterprises, revenueWan),
  concentration: null,
  quotient: null,
  quotientBasis: null,
  growth: null,
  suppressed: [],
})

/** A city of four counties, one of them without an outline, and enterprises of no known county. */
export const CLUSTERS: Clusters = {
  region: '210100',
  regionName: '某市',
  chain: 'cnc-machine-tools',
  chainName: '数控机床',
  node: null,
  nodeName: null,
  level: 'county',
  period: '2025',
  scope: 'all',
  mode: 'current',
  dataset: 'demo',
  version: 1,
  updatedAt: null,
  total: figures(18, '90000'),
  regions: [
    clusterRegion('210102', '甲区', 12, '80000'),
    clusterRegion('210103', '𠅤县', 0, null),
    clusterRegion('210104', '丙区', 3, null),
    clusterRegion('210199', '旧区', 1, '5000'),
    { ...clusterRegion('210100', '某市（未定位到县）', 2, '5000'), unlocated: true },
  ],
  absent: [],
  footnotes: [],
  method: ['口径一句。'],
}

export const SHAPES: RegionShape[] = ['210102', '210103', '210104'].map((code, i) => ({
  code,
  name: code,
  city: '210100',
  centre: [120.5 + i, 41.5],
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [120 + i, 41],
        [121 + i, 41],
        [121 + i, 42],
        [120 + i, 42],
        [120 + i, 41],
      ],
    ],
  },
}))
