import { describe, expect, it } from 'vitest'
import { sorted } from '@/components/figureColumn'
import { exposureWords, filteredHits, HIT_COLUMNS, shownAtRisk, shownCut, tiersOf, waveWords } from './hitTable'
import { hit, KNOCK_OUT } from './knockOut.fixture'
import { tierOf, waveScene } from './waveScene'

const idsOf = (rows: readonly { party: { id: string } }[]) => rows.map(({ party }) => party.id).join('')

describe('the firms hit', () => {
  it.each([
    [{ wave: 'all', tier: 0 }, 'BUC'],
    [{ wave: 'all', tier: 1 }, 'BU'],
    [{ wave: 'shortage', tier: 0 }, 'BC'],
    [{ wave: 'shortage', tier: 2 }, 'C'],
    [{ wave: 'lostOrders', tier: 2 }, ''],
    [{ wave: 'stopped', tier: 1 }, 'S'],
  ] as const)('%o are %s', (filter, ids) => {
    expect(idsOf(filteredHits(KNOCK_OUT.hits, filter))).toBe(ids)
  })

  it('order by amount with the unknown ones last, whatever the direction', () => {
    const by = (direction: 'ascending' | 'descending') =>
      idsOf(sorted(KNOCK_OUT.hits, HIT_COLUMNS, { column: 'atRisk', direction }))
    expect(by('descending').slice(-1)).toBe('C')
    expect(by('ascending').slice(-1)).toBe('C')
    expect(by('descending').indexOf('B')).toBeLessThan(by('descending').indexOf('U'))
  })

  it('say how they are hit, how hard, and what is not known', () => {
    expect(waveWords(hit('x', { shortageTier: 1, lostOrdersTier: 2 }))).toBe('下游缺料 第 1 级；上游断单 第 2 级')
    const cut = (part: Parameters<typeof hit>[1]) => shownCut(hit('x', part), 'shortage')
    expect(cut({})).toMatchObject({ look: 'value', text: '—' })
    expect(cut({ shortageTier: 1 })).toMatchObject({ look: 'missing', text: '算不出' })
    expect(cut({ shortageTier: 1, shortage: 0.0001 }).text).toBe('不足 0.1%')
    expect(cut({ shortageTier: 1, shortage: 0.5, isLowerBound: true }).text).toBe('≥ 50%')
    expect(shownAtRisk(hit('x'))).toMatchObject({ look: 'missing', text: '没有金额' })
    expect(shownAtRisk(hit('x', { atRiskWan: '0' })).look).toBe('zero')
    expect(tiersOf(KNOCK_OUT)).toEqual([1, 2])
  })

  it.each([
    [{ exposure: 'exposed', ttsDays: 15, ttrDays: 60 }, 'bad', 'TTS 15 天 < TTR 60 天'],
    [{ exposure: 'covered', ttsDays: 60, ttrDays: 60 }, 'good', 'TTS 60 天 ≥ TTR 60 天'],
    [{ exposure: 'unknown', missing: '缺 TTS' }, 'neutral', '缺 TTS'],
  ] as const)('%o reads %s', (part, tone, text) => {
    expect(exposureWords(hit('x', part))).toMatchObject({ tone, text })
  })
})

describe('the picture of a wave', () => {
  it('puts suppliers left of what stops, buyers right by step, and draws larger what is more at risk', () => {
    const { nodes, guides } = waveScene(KNOCK_OUT, 1.6)
    const [stopped, buyer, supplier, second] = nodes
    if (!stopped || !buyer || !supplier || !second) throw new Error('four firms')
    expect(supplier.x).toBeLessThan(stopped.x)
    expect(stopped.x).toBeLessThan(buyer.x)
    expect(buyer.x).toBeLessThan(second.x)
    expect(buyer.radius).toBeGreaterThan(supplier.radius)
    expect(second.mark).toBe('outside')
    expect(guides.some((guide) => guide.label === '停摆对象')).toBe(true)
  })

  it.each([
    [{ isStopped: true, shortageTier: 0 }, 0],
    [{ shortageTier: 2, lostOrdersTier: 1 }, -1],
    [{ shortageTier: 1, lostOrdersTier: 2 }, 1],
    [{ shortageTier: 1, lostOrdersTier: 1 }, -1],
  ])('%o stands in tier %d', (part, tier) => {
    expect(tierOf(hit('x', part))).toBe(tier)
  })
})
