import { describe, expect, it } from 'vitest'
import { KNOCK_OUT } from './knockOut.fixture'
import { stepWords, wavesOf } from './knockOutWaves'

const ids = (map: ReadonlyMap<string, unknown>) => [...map.keys()]

describe('the waves of a knock-out', () => {
  it('begin with what stops alone and grow step by step', () => {
    const waves = wavesOf(KNOCK_OUT)
    expect(waves.map(({ step }) => step)).toEqual([0, 1, 2])
    expect(waves.map(({ firms }) => ids(firms))).toEqual([['S'], ['S', 'B', 'U'], ['S', 'B', 'U', 'C']])
    expect(waves[1]?.links.get('S>B')).toEqual({ tone: 'shortage', level: 1 })
    expect(waves[1]?.links.get('U>S')).toEqual({ tone: 'lostOrders', level: 1 })
  })

  it('show what is new fully, what was before fainter, what stopped always', () => {
    const last = wavesOf(KNOCK_OUT)[2]
    expect(last?.firms.get('C')).toEqual({ tone: 'shortage', level: 1 })
    expect(last?.firms.get('B')?.level).toBe(0.5)
    expect(last?.firms.get('S')).toEqual({ tone: 'stopped', level: 1 })
  })

  it('take the harder hit where a firm is hit by both in one step', () => {
    const firms = [
      { id: 'B', wave: 'shortage' as const, cut: 0.2 },
      { id: 'B', wave: 'lostOrders' as const, cut: 0.7 },
    ]
    const waves = wavesOf({ ...KNOCK_OUT, steps: [{ step: 1, firms, links: [], newlyHit: 1 }] })
    expect(waves[1]?.firms.get('B')?.tone).toBe('lostOrders')
  })

  it.each([
    [
      { step: 2, firms: [{ id: 'a', wave: 'shortage' as const, cut: 1 }], links: [], newlyHit: 1 },
      '第 2 步：1 家下游缺料',
    ],
    [
      { step: 1, firms: [{ id: 'a', wave: 'lostOrders' as const, cut: 1 }], links: [], newlyHit: 1200 },
      '第 1 步：1 家上游断单；这一步共 1,200 家，画面上 1 家',
    ],
    [{ step: 4, firms: [], links: [], newlyHit: 7 }, '第 4 步：7 家新波及'],
  ])('are said in words', (step, words) => {
    expect(stepWords(step)).toBe(words)
  })
})
