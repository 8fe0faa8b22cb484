import { describe, expect, it } from 'vitest'
import { regionBook } from '../catalogue'
import { knockOutOf } from './knockOutAnswer'
import { NetworkCollector } from './networkCollector'
import type { NetworkPart, NetworkRows, TradeRow } from './networkRows'
import type { SupplyFrame } from './supplyView'

const [TIEXI, HEPING] = ['210106', '210102']
const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024', '2025']

const frame = (scope: string[] | null): SupplyFrame => ({
  region: '210000',
  year: '2025',
  mode: 'current',
  dataset: 'real',
  version: 1,
  updatedAt: null,
  scope,
  seesUnits: true,
})

const trade = (supplier: string, buyer: string, year: string, days: number | null = null): TradeRow => {
  const [product, share, mark] = [null, null, null]
  return [supplier, buyer, product, year, 10_000, share, 'contract', mark, false, days, days, null]
}

function indexOf(parties: NetworkRows['parties'][], trades: TradeRow[]) {
  const collector = new NetworkCollector()
  const add = <Part extends NetworkPart>(of: Part, rows: NetworkRows[Part][]) =>
    collector.add({ of, rows: JSON.stringify(rows) })
  add('parties', parties)
  add('trades', trades)
  return collector.finish(regionBook())
}

describe('years of a network', () => {
  const index = indexOf(
    [
      ['own', '本县厂', TIEXI, true],
      ['partner', '伙伴', HEPING, true],
      ['stranger', '外人', HEPING, true],
    ],
    YEARS.flatMap((year) => [trade('own', 'partner', year), trade('partner', 'stranger', year)]),
  )

  it('drive no graph out when a firm is looked for in all of them', () => {
    const scope = [TIEXI]
    const graph = index.graph('2025', scope)
    const view = index.open(frame(scope))
    const known = ['own', 'partner', 'stranger'].map((id) => view.knows(index.parties.at(id) ?? -1))
    expect(known).toEqual([true, true, false])
    expect(index.graph('2025', scope)).toBe(graph)
  })

  it('drive no graph out when nobody traded in them', () => {
    const graph = index.graph('2025', null)
    for (let year = 1900; year < 1910; year += 1) expect(index.graph(String(year), null).supplier).toHaveLength(0)
    expect(index.graph('2025', null)).toBe(graph)
  })
})

describe('a buyer of two hundred thousand firms that all stop', () => {
  it('holds out as long as the least that is known of any of them', () => {
    const makers = Array.from({ length: 200_000 }, (_, at) => `s${at}`)
    const index = indexOf(
      [['hub', '链主', HEPING, true], ...makers.map((id): NetworkRows['parties'] => [id, id, TIEXI, true])],
      makers.map((id, at) => trade(id, 'hub', '2025', at + 5)),
    )
    const assumptions = { days: 30, cutPercent: 100, passUp: 0, passDown: 0, spare: 0, tiers: 1 }
    const stops = [{ kind: 'place' as const, place: TIEXI }]
    const { hits, stopped } = knockOutOf(index, { frame: frame(null), stops, assumptions, isWhole: false })
    expect([stopped, hits.length]).toEqual([200_000, 1000])
    // However many stop, who is hit is listed.
    expect(hits.at(-1)).toMatchObject({
      party: { id: 'hub' },
      isStopped: false,
      shortage: 1,
      exposure: 'exposed',
      ttsDays: 5,
      ttrDays: 200_004,
    })
  })
})
