import type { IndustryClusterCard } from '@contract/industryClusters'

interface Own {
  quotient: string | null
  growth: string | null
  revenueWan: string | null
}

const NO_LISTS = { enterprises: 5, aboveScale: 2, revenueSuppressed: null, honoured: null, leaders: null }

const NO_CONCENTRATION: IndustryClusterCard['concentration'] = {
  value: null,
  numeratorWan: null,
  numeratorReporting: 0,
  denominatorWan: null,
  denominatorReporting: 0,
  denominatorScope: 'all',
  fault: null,
  suppressed: null,
}

/** A made-up cluster with the inputs of the portfolio. */
export function cardFixture(name: string, { quotient, growth, revenueWan }: Own): IndustryClusterCard {
  const reporting = revenueWan === null ? 0 : 5
  return {
    cluster: {
      id: name,
      dataset: 'demo',
      province: '210000',
      provinceName: '辽宁省',
      name,
      chain: 'cnc-machine-tools',
      chainName: '数控机床',
      node: null,
      nodeName: null,
      level: 'own',
      batchName: null,
      document: null,
      counties: [{ code: '210106', name: '铁西区', cityName: '沈阳市' }],
      revision: 1,
      updatedAt: '2026-01-01T00:00:00.000Z',
      remarks: [],
    },
    figures: { ...NO_LISTS, revenueWan, revenueReporting: reporting },
    concentration: NO_CONCENTRATION,
    quotient: {
      value: quotient,
      reason: null,
      basis: 'revenue',
      part: null,
      whole: null,
      referencePart: null,
      referenceWhole: null,
      suppressed: null,
    },
    growth: {
      value: growth,
      beforePeriod: '2024',
      beforeWan: null,
      beforeReporting: 0,
      nowWan: revenueWan,
      nowReporting: reporting,
      reason: growth === null ? '缺上年同期营业收入' : null,
      suppressed: null,
    },
    share: {
      enterprises: null,
      provinceEnterprises: 0,
      revenue: null,
      provinceRevenueWan: null,
      revenueSuppressed: null,
    },
    honours: null,
    leaders: null,
    communities: null,
    stars: [],
  }
}
