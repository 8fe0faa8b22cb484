import type { Network, NetworkFirm, NetworkGroup, NetworkLink, SupplyParty } from '@contract/supply'

const TIEXI = { county: '210106', placeName: '沈阳市 · 铁西区' }

export const party = (part: Partial<SupplyParty> = {}): SupplyParty => ({
  id: '91210100MA0000066Y',
  name: '沈阳机床厂',
  kind: 'enterprise',
  ...TIEXI,
  seats: [{ chain: 'cnc-machine-tools', chainName: '数控机床', node: 'vmc', nodeName: '加工中心' }],
  leader: false,
  honour: null,
  revenueWan: null,
  suppliers: 0,
  buyers: 0,
  ...part,
})

export const firm = (id: string, tier: number, part: Partial<NetworkFirm> = {}): NetworkFirm => ({
  ...party({ id, name: id }),
  what: 'firm',
  tier,
  isBothSides: false,
  ring: 'county',
  group: `county:210106:${tier}`,
  isVia: false,
  ...part,
})

export const group = (id: string, tier: number, part: Partial<NetworkGroup> = {}): NetworkGroup => ({
  what: 'group',
  id,
  name: '大连市 · 金州区',
  tier,
  by: 'county',
  county: '210213',
  firms: 10,
  leaders: 0,
  ring: 'province',
  ...part,
})

export const link = (from: string, to: string, part: Partial<NetworkLink> = {}): NetworkLink => ({
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
  ...part,
})

/** 链主 `ego` with what the test is about. */
export function network(part: Partial<Network> = {}): Network {
  const ego = party({ id: 'ego', name: '链主', leader: true })
  return {
    region: '210000',
    regionName: '辽宁省',
    year: '2025',
    years: [{ year: '2025', links: 3 }],
    mode: 'current',
    dataset: 'demo',
    version: 1,
    updatedAt: null,
    firm: ego,
    direction: 'both',
    tiers: 2,
    nodes: [{ ...firm('ego', 0), ...ego }],
    links: [],
    grouped: 'none',
    notes: [],
    totals: { firms: 0, outside: 0, links: 0, byTier: [] },
    products: [],
    ...part,
  }
}
