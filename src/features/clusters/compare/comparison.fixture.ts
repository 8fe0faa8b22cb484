import type { ComparedRegion, Comparison } from '@contract/compare'
import { clusterRegion } from '@/features/clusters/clusters.fixture'

export function comparedRegion(
  code: string,
  name: string,
  enterprises: number,
  revenueWan: string | null,
  own: Partial<ComparedRegion> = {},
): ComparedRegion {
  return {
    code,
    name,
    level: 'county',
    cityName: '某市',
    province: '210000',
    provinceName: '某省',
    status: 'reported',
    statusText: null,
    indicators: { ...clusterRegion(code, name, enterprises, revenueWan), concentration: '0.2', quotient: '1.20' },
    ranks: { peers: 100, enterprises: 3, revenue: null, aboveScale: null, honoured: null },
    shares: { enterprises: '0.1', revenue: null },
    trend: [
      { period: '2024', enterprises: null, revenueWan: null, revenueSuppressed: null, revenueReporting: null },
      {
        period: '2025',
        enterprises,
        revenueWan,
        revenueSuppressed: null,
        revenueReporting: revenueWan === null ? 0 : enterprises,
      },
    ],
    structure: [
      { group: 'parts', enterprises: 1, ratio: enterprises === 0 ? null : '0.25' },
      { group: 'machines', enterprises: 0, ratio: enterprises === 0 ? null : '0' },
    ],
    ...own,
  }
}

/** Who reports, who has nobody, who reports nothing, and whose province imported nothing. */
export const COMPARISON: Comparison = {
  chain: 'cnc-machine-tools',
  chainName: '数控机床',
  node: null,
  nodeName: null,
  period: '2025',
  scope: 'all',
  mode: 'current',
  dataset: 'real',
  version: 1,
  updatedAt: null,
  regions: [
    comparedRegion('210102', '甲区', 12, '80000'),
    comparedRegion('210103', '𠅤县', 0, null),
    comparedRegion('210104', '丙区', 3, null),
    comparedRegion('370102', '丁区', 0, null, {
      status: 'not-imported',
      statusText: '某省2025年未导入',
      indicators: null,
      ranks: null,
      shares: null,
      structure: null,
      trend: [],
    }),
    comparedRegion('210105', '戊区', 12, '25.5'),
  ],
  groups: [
    { id: 'parts', name: '部件', stage: 'up', stageName: '上游' },
    { id: 'machines', name: '整机', stage: 'mid', stageName: '中游' },
  ],
  trendPeriods: ['2024', '2025'],
  footnotes: [],
  method: [],
}
