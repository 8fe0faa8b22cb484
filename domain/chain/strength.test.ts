import { describe, expect, it } from 'vitest'
import { DEFAULT_STRENGTH_RULE, judgeStrength, type StrengthInput } from './strength'

const base: StrengthInput = { enterprises: 12, aboveScale: 4, lq: 1.2, lqBasis: 'enterprises', localSupplyRatio: null }
const judge = (change: Partial<StrengthInput>) => judgeStrength({ ...base, ...change }, DEFAULT_STRENGTH_RULE)

describe('judgeStrength with 规上 numbers', () => {
  it.each([
    ['strong', 'lq-and-count', {}],
    ['strong', 'lq-and-count', { aboveScale: 3, lq: 1 }],
    ['fair', 'count-below-strong', { aboveScale: 2 }],
    ['weak', 'lq-below', { lq: 0.99 }],
    ['weak', 'local-supply-below', { localSupplyRatio: 0.29 }],
    ['strong', 'lq-and-count', { localSupplyRatio: 0.3 }],
    ['missing', 'no-above-scale', { aboveScale: 0, lq: 3 }],
    ['missing', 'no-above-scale', { enterprises: 0, aboveScale: 0, lq: null, lqBasis: null }],
    ['fair', 'count-below-strong', { lq: null, lqBasis: null }],
    ['weak', 'few-enterprises', { aboveScale: 2, lq: null, lqBasis: null }],
    ['strong', 'count-without-lq', { aboveScale: 9, lq: null, lqBasis: null }],
  ] as const)('says %s, decided by %s', (strength, decidedBy, change) => {
    expect(judge(change)).toMatchObject({ strength, decidedBy, basis: 'above-scale' })
  })

  it('names the numbers that decided', () => {
    expect(judge({}).text).toBe('强：区位商 1.20（按企业数），不低于 1，且规上企业 4 家，不少于 3 家')
    expect(judge({ localSupplyRatio: 0.125 }).text).toBe('弱：本地配套率 12.5%，低于 30.0%；规上企业 4 家')
    expect(judge({ aboveScale: 0 }).text).toContain('另有规下或未纳统企业 12 家')
  })
})

describe('judgeStrength without 纳统 reports', () => {
  it.each([
    ['missing', 'no-enterprise', { enterprises: 0, lq: 0 }],
    ['weak', 'few-enterprises', { enterprises: 2 }],
    ['weak', 'lq-below', { enterprises: 50, lq: 0.4 }],
    ['fair', 'count-below-strong', { enterprises: 29 }],
    ['strong', 'lq-and-count', { enterprises: 30 }],
    ['fair', 'count-below-strong', { enterprises: 89, lq: null, lqBasis: null }],
  ] as const)('falls back to counts: %s, decided by %s', (strength, decidedBy, change) => {
    const verdict = judge({ aboveScale: null, ...change })
    expect(verdict).toMatchObject({ strength, decidedBy, basis: 'enterprises' })
    expect(verdict.text).toContain('按企业数推算')
  })

  it('allows a weak threshold below the strong one', () => {
    const rule = { ...DEFAULT_STRENGTH_RULE, weakLq: 0.5 }
    expect(judgeStrength({ ...base, lq: 0.8 }, rule)).toMatchObject({ strength: 'fair', decidedBy: 'lq-below-strong' })
  })
})
