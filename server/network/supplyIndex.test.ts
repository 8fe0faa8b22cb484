import { describe, expect, it } from 'vitest'
import type { Network } from '@contract/supply'
import { regionBook } from '../catalogue'
import { networkAround, type NetworkWish } from './askNetwork'
import { NetworkCollector } from './networkCollector'
import type { NetworkPart, NetworkRows, TradeRow } from './networkRows'
import type { SupplyFrame } from './supplyView'

const COUNTIES = ['210106', '210102', '210213']
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
    ids.map((id, at) => [id, id, COUNTIES[at % 3] ?? null, true]),
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
    const crowd = ask(star(402))
    expect(groupsIn(crowd)).toEqual([
      ['county:210102:-1', 134],
      ['county:210106:-1', 134],
      ['county:210213:-1', 134],
    ])
    expect(crowd.notes).toEqual(['共 402 家企业，超过 400 家，按县聚合显示；点开一组即逐家显示'])
    expect(crowd.links.map(({ trades }) => trades)).toEqual([134, 134, 134])
    expect(groupsIn(ask(star(402), { open: ['county:210102:-1'] }))).toHaveLength(2)
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
    expect(huge.notes).toEqual([`一次最多显示 5000 个节点，金额最小的 ${6000 - shown.length} 家仍按组合并`])
  })
})
