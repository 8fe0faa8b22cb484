import { describe, expect, it } from 'vitest'
import type { HonourSummary } from '@contract/honours'
import { parseRef } from '@domain/figure/figureRef'
import { HONOUR_TIERS, TIER_NAMES } from '@domain/register/honourTier'
import { ladderSteps } from './ladder'

const summary: HonourSummary = {
  region: '210000',
  regionName: '辽宁省',
  chain: null,
  chainName: null,
  period: '2025',
  scope: 'all',
  mode: 'current',
  dataset: 'real',
  version: 3,
  day: '2025-12-31',
  today: '2026-11-21',
  listed: true,
  tiers: HONOUR_TIERS.map((tier, at) => ({
    tier,
    name: TIER_NAMES[tier],
    held: at * 10,
    heldToday: at * 9,
    expiring: at,
    lapsed: 0,
    revoked: 0,
    open: 0,
  })),
  total: 70,
  totalToday: 66,
  derivedEnds: 0,
  expiring: [],
  method: [],
}

const refOf = (step: { figure: string } | null) => (step ? parseRef(step.figure) : null)

describe('the ladder of honours', () => {
  it('begins with the total in which each enterprise counts once, and adds nothing up', () => {
    const steps = ladderSteps(summary, false)
    expect(steps.map(({ id }) => id)).toEqual(['total', ...HONOUR_TIERS])
    expect(steps[0]?.held.shown.text).toBe('70 家')
    expect(steps[1]?.held.shown).toMatchObject({ look: 'zero', text: '0 家' })
  })

  it('opens each number to the card of its tier, of the register or of a chain', () => {
    const [, , , giants] = ladderSteps(summary, false)
    expect(refOf(giants?.held ?? null)).toMatchObject({
      indicator: 'honoured-little-giant',
      kind: 'total',
      chain: null,
    })
    const [, , , ofChain] = ladderSteps({ ...summary, chain: 'cnc-machine-tools' }, true)
    expect(refOf(ofChain?.held ?? null)).toMatchObject({ kind: 'chain', chain: 'cnc-machine-tools', period: '2025' })
  })

  it('counts today by the year that still runs, and only where that is another day', () => {
    const [total] = ladderSteps(summary, false)
    expect(total?.today?.shown.text).toBe('66 家')
    expect(refOf(total?.today ?? null)?.period).toBe('2026')
    expect(ladderSteps({ ...summary, day: '2026-11-21' }, false)[0]?.today).toBeNull()
  })

  it('names the states that there are', () => {
    expect(ladderSteps(summary, false)[2]?.states).toEqual([{ label: '90 天内到期', count: 1 }])
  })

  it('is missing and not zero where no list was imported', () => {
    const steps = ladderSteps({ ...summary, listed: false }, false)
    expect(steps.every(({ held }) => held.shown.look === 'missing' && held.shown.text === '未导入')).toBe(true)
  })
})
