import type { KnockOut, KnockOutHit } from '@contract/knockOut'
import type { SupplyParty } from '@contract/supply'
import { DEFAULTS } from './assumptionFields'

/** U → S → B → C: S stops. */
export function party(id: string, part: Partial<SupplyParty> = {}): SupplyParty {
  return {
    id,
    name: `${id}厂`,
    kind: 'enterprise',
    county: '210106',
    placeName: '沈阳市 · 铁西区',
    seats: [],
    leader: false,
    honour: null,
    revenueWan: '1000',
    suppliers: 1,
    buyers: 1,
    ...part,
  }
}

export function hit(id: string, part: Partial<KnockOutHit> = {}): KnockOutHit {
  return {
    party: party(id),
    isStopped: false,
    shortage: null,
    shortageTier: null,
    lostOrders: null,
    lostOrdersTier: null,
    atRiskWan: null,
    exposure: 'unknown',
    ttrDays: null,
    ttsDays: null,
    missing: '缺 TTR/TTS',
    ...part,
  }
}

const link = (from: string, to: string): KnockOut['links'][number] => ({
  id: `${from}>${to}`,
  from,
  to,
  amountWan: '100',
  sharePercent: null,
  trades: 1,
  unknownAmounts: 0,
  products: ['轴承'],
  evidence: 'declared',
  isInferred: false,
  marks: [],
})

export const KNOCK_OUT: KnockOut = {
  region: '210000',
  regionName: '辽宁省',
  year: '2025',
  years: [{ year: '2025', links: 3 }],
  mode: 'current',
  dataset: 'real',
  version: 3,
  updatedAt: '2026-11-01T02:00:00.000Z',
  assumptions: DEFAULTS,
  targets: [{ target: { kind: 'firm', firm: '91210100MA0000066Y' }, name: 'S厂', firms: 1 }],
  stopped: 1,
  hit: 3,
  atRiskWan: '250.5',
  unknownAmounts: 1,
  byTier: [
    { tier: 1, suppliers: 1, buyers: 1, suppliersWan: '50.5', buyersWan: '200' },
    { tier: 2, suppliers: 0, buyers: 1, suppliersWan: '0', buyersWan: '0' },
  ],
  byRegion: [
    { code: '210106', name: '沈阳市 · 铁西区', firms: 2, atRiskWan: '250.5', unknown: 0 },
    { code: null, name: '省外、未入库或未定位', firms: 1, atRiskWan: '0', unknown: 1 },
  ],
  hits: [
    hit('S', { isStopped: true, missing: null }),
    hit('B', {
      shortage: 0.8,
      shortageTier: 1,
      atRiskWan: '200',
      exposure: 'exposed',
      ttrDays: 60,
      ttsDays: 15,
      missing: null,
    }),
    hit('U', { lostOrders: 0.5, lostOrdersTier: 1, atRiskWan: '50.5' }),
    hit('C', {
      party: party('C', { kind: 'outside', county: null, placeName: '未定位' }),
      shortage: 0.4,
      shortageTier: 2,
    }),
  ],
  isCut: false,
  links: [link('U', 'S'), link('S', 'B'), link('B', 'C')],
  steps: [
    {
      step: 1,
      firms: [
        { id: 'B', wave: 'shortage', cut: 0.8 },
        { id: 'U', wave: 'lostOrders', cut: 0.5 },
      ],
      links: ['S>B', 'U>S'],
      newlyHit: 2,
    },
    { step: 2, firms: [{ id: 'C', wave: 'shortage', cut: 0.4 }], links: ['B>C'], newlyHit: 1 },
  ],
  sources: [{ product: '轴承', before: 2, after: 1, buyersWithNone: 0, buyersWithOne: 1 }],
  substitutes: [],
  method: ['缺料：买方按最缺的一种投入减产（列昂惕夫）。'],
}
