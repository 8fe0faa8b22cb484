import { describe, expect, it } from 'vitest'
import { grouped } from '@domain/figure/grouped'
import type { Network } from '@contract/supply'
import { regionBook } from '../catalogue'
import { networkAround, type NetworkWish } from './askNetwork'
import { NetworkCollector } from './networkCollector'
import type { NetworkPart, NetworkRows, TradeRow } from './networkRows'
import type { SupplyFrame } from './supplyView'

/** In turn: the first holds twice as many as any other, the last stands behind it in the order of codes. */
const COUNTIES = ['210213', '210102', '210106', '210213']
const HUB = 'hub'

const FRAME: SupplyFrame = {
  region: '210000',
  year: null,
  mode: 'current',
  dataset: 'real',
  version: 1,
  updatedAt: null,
  scope: null,
  seesUnits: true,
}

const trade = (supplier: string, buyer: string, yuan: number | null): TradeRow => {
  const [product, share, mark] = [null, null, null]
  return [supplier, buyer, product, '2025', yuan, share, 'contract', mark, false, null, null, null]
}

/** A hub with suppliers s0, s1 … in three counties in turn; the later, the more is bought from it. */
function star(suppliers: number) {
  const collector = new NetworkCollector()
  const add = <Part extends NetworkPart>(of: Part, rows: NetworkRows[Part][]) =>
    collector.add({ of, rows: JSON.stringify(rows) })
  const ids = Array.from({ length: suppliers }, (_, at) => `s${at}`)
  add('parties', [[HUB, '链主', '210106', true]])
  add(
    'parties',
    ids.map((id, at) => [id, id, COUNTIES[at % 4] ?? null, true]),
  )
  add(
    'trades',
    ids.map((id, at) => trade(id, HUB, at)),
  )
  return collector.finish(regionBook())
}

const ask = (index: ReturnType<typeof star>, wish: Partial<NetworkWish['query']> = {}): Network =>
  networkAround(index, { frame: FRAME, query: { firm: HUB, direction: 'both', tiers: 2, group: 'auto', ...wish } })
const groupsIn = ({ nodes }: Network) => nodes.flatMap((node) => (node.what === 'group' ? [[node.id, node.firms]] : []))

describe('a network of many firms', () => {
  it('stays apart up to 400 of them, and stands together by county above', () => {
    expect(groupsIn(ask(star(400)))).toEqual([])
    const crowd = ask(star(404))
    expect(groupsIn(crowd)).toEqual([
      ['county:210213:-1', 202],
      ['county:210102:-1', 101],
      ['county:210106:-1', 101],
    ])
    expect(crowd.notes).toEqual(['共 404 家企业，超过 400 家，按县聚合显示；点开一组即逐家显示'])
    // s1, s5 … s401 sit in 210102; the numbers are 元.
    const sum = Array.from({ length: 101 }, (_, at) => 1 + 4 * at).reduce((all, own) => all + own, 0)
    expect(crowd.links.find(({ from }) => from === 'county:210102:-1')).toMatchObject({
      trades: 101,
      amountWan: String(sum / 10_000),
    })
    expect(groupsIn(ask(star(404), { open: ['county:210102:-1'] }))).toHaveLength(2)
  })

  it('keeps the heaviest where there is no room for all, and counts all the same', () => {
    const huge = ask(star(6000), { group: 'none' })
    expect(huge.nodes).toHaveLength(5000)
    expect(huge.totals).toMatchObject({ firms: 6000, links: 6000 })
    const shown = huge.nodes.flatMap((node) =>
      node.what === 'firm' && node.tier !== 0 ? [Number(node.id.slice(1))] : [],
    )
    expect(Math.min(...shown)).toBe(6000 - shown.length)
    expect(groupsIn(huge).reduce((sum, [, firms]) => sum + Number(firms), shown.length)).toBe(6000)
    expect(huge.notes).toEqual([`一次最多逐家显示 5,000 家，金额最小的 ${grouped(6000 - shown.length)} 家仍按组合并`])
  })
})
