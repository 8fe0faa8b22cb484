import { describe, expect, it } from 'vitest'
import { partyOfUnit, partyUnit } from './partyFigures'
import { formatRef, parseRef, type FigureRef } from './figureRef'

const REF: FigureRef = {
  indicator: 'revenue',
  region: '210100',
  chain: 'cnc-machine-tools',
  kind: 'node',
  unit: 'spindle',
  scope: 'all',
  period: '2025Q1-3',
  mode: 'asof',
  dataset: 'demo',
  against: null,
}

const PARTY: FigureRef = { ...REF, indicator: 'firm-suppliers', kind: 'party', chain: null, period: '2025' }

describe('the reference of a figure', () => {
  it.each([
    REF,
    { ...REF, kind: 'chain', unit: '' },
    { ...REF, kind: 'stage', unit: 'mid' },
    { ...REF, kind: 'total', chain: null, unit: '' },
    { ...REF, kind: 'enterprise', chain: null, unit: '91219900MA0000066Y' },
    { ...REF, indicator: 'location-quotient', against: '210000' },
    { ...REF, indicator: 'above-scale', against: '210000' },
    { ...REF, kind: 'unlocated', unit: '' },
    { ...REF, kind: 'unlocated' },
    { ...REF, kind: 'unlocated', chain: null, unit: '' },
    { ...REF, kind: 'cluster', unit: '0b9c2f4e-7d31-4a55-9f0e-3f2b8a1c6d70' },
    { ...REF, kind: 'cluster', chain: null, unit: '0b9c2f4e-7d31-4a55-9f0e-3f2b8a1c6d70' },
    { ...PARTY, unit: '91219900MA0000066Y' },
    { ...PARTY, unit: partyUnit('name:𠮷田（上海）Co.轴承') },
  ] satisfies FigureRef[])('is read as it was written: %o', (ref) => {
    const text = formatRef(ref)
    expect(parseRef(text)).toEqual(ref)
    expect(encodeURIComponent(text)).toBe(text)
  })

  const TEXT = formatRef(REF)
  it.each([
    ['an unknown indicator', TEXT.replace('revenue', 'profit')],
    ['a region that is no code', TEXT.replace('210100', '2101')],
    ['a chain that is no key', TEXT.replace('cnc-machine-tools', 'CNC')],
    ['an impossible period', TEXT.replace('2025Q1-3', '2025M13')],
    ['an unknown scope', TEXT.replace('all', 'some')],
    ['a ratio of one enterprise', TEXT.replace('revenue', 'concentration').replace('node.spindle', 'enterprise._')],
    ['a quotient against nothing', TEXT.replace('revenue', 'location-quotient')],
    ['a sum against something', TEXT.replace(/_$/u, '210000')],
    ['a node without a chain', TEXT.replace('cnc-machine-tools', '_')],
    ['a register with a chain', TEXT.replace('node.spindle', 'total._')],
    ['a node of the whole register that is 未定位', TEXT.replace('cnc-machine-tools.node', '_.unlocated')],
    ['a cluster without an id', TEXT.replace('node.spindle', 'cluster._')],
    [
      'a quotient of what is 未定位',
      TEXT.replace('revenue', 'location-quotient').replace('node', 'unlocated').replace(/_$/u, '210000'),
    ],
    [
      'revenue of a party, which is that of an enterprise',
      formatRef({ ...PARTY, indicator: 'revenue', unit: '91219900MA0000066Y' }),
    ],
    ['suppliers of a quarter', formatRef({ ...PARTY, unit: '91219900MA0000066Y', period: '2025Q1' })],
    ['a party written another way', formatRef({ ...PARTY, unit: 'n-0g20' })],
    ['one part too many', `${TEXT}._`],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseRef(text)).toBeNull()
  })
})

it('finds a party again by its name, whatever signs it has', () => {
  expect(partyOfUnit(partyUnit('name:𠮷田（上海）Co.轴承'))).toBe('name:𠮷田（上海）Co.轴承')
})
