import { describe, expect, it } from 'vitest'
import v2022 from '@packs/honours/v2022.json'
import v2026 from '@packs/honours/v2026.json'
import type { InputValues } from './inputs'
import { OUTCOME_WORDS, prescreen, RESULT_WORDS, type Candidate, type ConditionResult } from './prescreen'
import { ruleFaults, type RuleSet } from './rules'
import { ruleVersionOn } from './ruleVersion'

const SETS = { V2022: v2022 as RuleSet, V2026: v2026 as RuleSet }
const BEFORE = '2026-03-31'
const AFTER = '2026-04-01'

function screened(tier: string, values: InputValues, on: string, own: Partial<Candidate> = {}) {
  const programme = SETS[ruleVersionOn(on)].programmes.find((item) => item.tier === tier)
  if (!programme) throw new Error(`no programme ${tier}`)
  return prescreen(programme, { values, held: new Set(), listed: new Set(), ...own }, on)
}

const found = (results: readonly ConditionResult[], id: string): ConditionResult | undefined =>
  results.find((item) => item.id === id) ?? results.flatMap((item) => found(item.parts, id) ?? [])[0]

const outcome = (tier: string, values: InputValues, on: string, id: string, own?: Partial<Candidate>) =>
  found(screened(tier, values, on, own).conditions, id)?.outcome

/** Everything that can be seen is met, on both sides of the first of April. */
const WHOLE: InputValues = {
  revenue: { 2025: '8000', 2024: '7000' },
  'research-expense': { 2025: '800', 2024: '700' },
  'main-share': { 2025: '95' },
  'main-growth': { 2025: '8' },
  'debt-ratio': { 2025: '50' },
  'segment-years': { 2025: '6' },
  'class-one-ip': { 2025: '5' },
  'market-share': { 2025: '12' },
  'evaluation-score': { 2025: '72' },
}

describe('the rules as data', () => {
  it.each(Object.values(SETS))('$version are sound', (set) => {
    expect(ruleFaults(set)).toEqual([])
  })

  it('never say 符合认定', () => {
    expect(JSON.stringify([SETS, OUTCOME_WORDS, RESULT_WORDS])).not.toContain('符合认定')
  })
})

describe('the day of evaluation', () => {
  const values: InputValues = { revenue: { 2025: '1200' }, 'segment-years': { 2025: '2' } }

  it('chooses the version: what meets the old thresholds on the last of March fails the new ones the next day', () => {
    expect(outcome('specialised', values, BEFORE, 'v22-s-segment')).toBe('met')
    expect(outcome('specialised', values, BEFORE, 'v22-s-revenue')).toBe('met')
    expect(outcome('specialised', values, AFTER, 'v26-s-segment')).toBe('unmet')
    expect(outcome('specialised', values, AFTER, 'v26-s-revenue')).toBe('unmet')
  })

  it('chooses the year before it, and no older one', () => {
    expect(outcome('specialised', values, '2027-01-01', 'v26-s-revenue')).toBe('unknown')
  })
})

describe('a threshold', () => {
  it.each([
    ['1500.00', 'met'],
    ['1500.0001', 'met'],
    ['1499.9999', 'unmet'],
  ])('of 1500 万元 is inclusive: %s is %s', (revenue, expected) => {
    expect(outcome('specialised', { revenue: { 2025: revenue } }, AFTER, 'v26-s-revenue')).toBe(expected)
  })

  it.each([
    [{ 2025: '300', 2024: '300' }, 'met'],
    [{ 2025: '300', 2024: '299' }, 'unmet'],
    [{ 2025: '299', 2024: '300' }, 'unmet'],
    [{ 2025: '300' }, 'unknown'],
    [{ 2025: '299' }, 'unmet'],
  ])('of research holds for each of two years in V2026: %o is %s', (research, expected) => {
    const values = { revenue: { 2025: '10000', 2024: '10000' }, 'research-expense': research }
    expect(outcome('specialised', values, AFTER, 'v26-s-research-share')).toBe(expected)
  })

  it('of research asks V2022 for the last year only', () => {
    const values = { revenue: { 2025: '10000', 2024: '10000' }, 'research-expense': { 2025: '300', 2024: '299' } }
    expect(outcome('specialised', values, BEFORE, 'v22-s-research-share')).toBe('met')
  })

  it('is not crossed by rounding what is shown', () => {
    const values = { revenue: { 2025: '1000000' }, 'research-expense': { 2025: '29999' } }
    const result = found(screened('specialised', values, BEFORE).conditions, 'v22-s-research-share')
    expect(result).toMatchObject({ outcome: 'unmet', detail: '2025年 2.9999 %（要求 ≥ 3 %）' })
  })

  it('as a share of no revenue is unknown', () => {
    const values = { revenue: { 2025: '0' }, 'research-expense': { 2025: '300' } }
    expect(outcome('specialised', values, BEFORE, 'v22-s-research-share')).toBe('unknown')
  })

  it.each([
    [{ 2025: '2000' }, 'met'],
    [{ 2025: '1999' }, 'unknown'],
    [{ 2025: '1000', 2024: '999.99' }, 'unmet'],
    [{ 2025: '1000', 2024: '1000' }, 'met'],
  ])('of a sum may be reached by what is known: %o is %s', (equity, expected) => {
    expect(outcome('specialised', { 'equity-financing': equity }, AFTER, 'v26-s-equity')).toBe(expected)
  })
})

describe('ways to meet a condition', () => {
  it('are alternatives: one that is met suffices, and all must fail to fail', () => {
    const low = { revenue: { 2025: '1499' } }
    expect(outcome('specialised', low, AFTER, 'v26-s-scale')).toBe('unknown')
    const funded = { ...low, 'equity-financing': { 2025: '2000' } }
    expect(outcome('specialised', funded, AFTER, 'v26-s-scale')).toBe('met')
    const poor = { ...low, 'equity-financing': { 2025: '0', 2024: '0' } }
    expect(outcome('specialised', poor, AFTER, 'v26-s-scale')).toBe('unmet')
  })

  it('go direct past the score in V2022', () => {
    const values = { 'research-expense': { 2025: '1100', 2024: '900' }, 'evaluation-score': { 2025: '40' } }
    expect(outcome('specialised', values, BEFORE, 'v22-s-route')).toBe('met')
  })

  it.each([
    ['10000', '300', 'met'],
    ['9999', '300', 'unmet'],
    ['9999', '600', 'met'],
    ['4999', '600', 'unmet'],
    ['4999', '1500', 'unknown'],
  ])('depend on the size in V2022: revenue %s with research %s is %s', (revenue, research, expected) => {
    const values = { revenue: { 2025: revenue, 2024: revenue }, 'research-expense': { 2025: research, 2024: research } }
    expect(outcome('little-giant', values, BEFORE, 'v22-g-research')).toBe(expected)
  })
})

describe('a title already held', () => {
  const innovative = new Set(['innovative'] as const)
  it.each([
    ['is met where it is valid', innovative, innovative, 'met'],
    ['is unmet where a list was published without it', new Set<never>(), innovative, 'unmet'],
    ['is unknown where no list was published', new Set<never>(), new Set<never>(), 'unknown'],
  ] as const)('%s', (_title, held, listed, expected) => {
    expect(outcome('specialised', {}, AFTER, 'v26-s-innovative', { held, listed })).toBe(expected)
  })
})

describe('the result', () => {
  it('is met only when every condition is', () => {
    expect(screened('little-giant', WHOLE, AFTER)).toMatchObject({ outcome: 'met', unknown: 0 })
    expect(screened('specialised', WHOLE, BEFORE)).toMatchObject({ outcome: 'met', unknown: 0 })
  })

  it('stays open where a person has to look', () => {
    const result = screened('little-giant', WHOLE, BEFORE)
    expect(result).toMatchObject({ outcome: 'unknown', unknown: 1 })
    expect(found(result.conditions, 'v22-g-system')?.detail).toBe('人工核验：信息系统应用情况')
  })

  it('fails with one failing condition, whatever is unknown', () => {
    expect(screened('little-giant', { 'class-one-ip': { 2025: '3' } }, AFTER)).toMatchObject({
      outcome: 'unmet',
      unknown: 5,
    })
  })

  it('names what is missing', () => {
    const result = found(screened('specialised', {}, AFTER).conditions, 'v26-s-research-share')
    expect(result?.detail).toBe('缺2025年、2024年研发费用、营业收入（要求近 2 年每年 ≥ 3 %）')
  })
})
