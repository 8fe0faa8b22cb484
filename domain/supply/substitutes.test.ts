import { describe, expect, it } from 'vitest'
import { exposureOf, exposureWords } from './exposure'
import { substitutes, type NodeMember } from './substitutes'

const member = (firm: string, ring: NodeMember['ring'], yuan: number, node = '床身'): NodeMember => ({
  firm,
  node,
  ring,
  yuan,
})

describe('省内替代企业', () => {
  const wish = {
    excluded: new Set(['停', '被波及']),
    nodes: ['床身', '铸件'],
    members: [
      member('停', 'county', 900),
      member('被波及', 'county', 900),
      member('省外', 'outside', 900),
      member('未定位', 'unknown', 900),
      member('别的环节', 'county', 900, '整机'),
      member('本省大', 'province', 500),
      member('本市大', 'city', 400),
      member('本市小', 'city', 100),
      member('本市未报', 'city', Number.NaN),
      member('本县', 'county', 50),
      member('本县', 'county', 50, '铸件'),
    ],
    spare: 0.2,
    days: 73,
  }

  it('are those of the same node in the province, the nearest and the largest first, each once', () => {
    const { firms, spareYuan, unknown } = substitutes(wish)
    expect(firms.map(({ firm, nodes, spareYuan: own }) => [firm, nodes.join(), own])).toEqual([
      ['本县', '床身,铸件', 2],
      ['本市大', '床身', 16],
      ['本市小', '床身', 4],
      ['本市未报', '床身', Number.NaN],
      ['本省大', '床身', 20],
    ])
    expect([spareYuan, unknown]).toEqual([42, 1])
  })

  it('have nothing to spare without ρ, and are none without a node', () => {
    expect(substitutes({ ...wish, spare: 0 }).spareYuan).toBe(0)
    expect(substitutes({ ...wish, nodes: [] })).toEqual({ firms: [], spareYuan: 0, unknown: 0 })
    expect(() => substitutes({ ...wish, spare: 2 })).toThrow('spare')
  })
})

describe('TTS < TTR', () => {
  it.each([
    [20, 45, 'exposed', 'TTS < TTR，缺口 25 天'],
    [40, 45, 'exposed', 'TTS < TTR，缺口 5 天（TTR 偏差 30% 即会改变）'],
    [45, 45, 'covered', 'TTS ≥ TTR，富余 0 天（TTR 偏差 30% 即会改变）'],
    [90, 45, 'covered', 'TTS ≥ TTR，富余 45 天'],
    [0, 0, 'covered', 'TTS ≥ TTR，富余 0 天'],
    [20, null, 'unknown', '缺 TTR'],
    [null, 45, 'unknown', '缺 TTS'],
    [null, null, 'unknown', '缺 TTR/TTS'],
  ] as const)('of %s and %s days is %s: %s', (tts, ttr, verdict, words) => {
    const exposure = exposureOf({ tts, ttr })
    expect([exposure.verdict, exposureWords(exposure)]).toEqual([verdict, words])
  })

  it('refuses days below 0', () => {
    expect(() => exposureOf({ tts: -1, ttr: null })).toThrow('days')
  })
})
