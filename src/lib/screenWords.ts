import { OUTCOME_WORDS, type Outcome } from '@domain/honour/prescreen'

/** 满足 / 不满足 / 待核验: a sign, a word and a colour; never the colour alone. */
export const SCREEN_LOOKS: Record<Outcome, { sign: string; word: string; tone: 'good' | 'bad' | 'warn' }> = {
  met: { sign: '✓', word: OUTCOME_WORDS.met, tone: 'good' },
  unmet: { sign: '✗', word: OUTCOME_WORDS.unmet, tone: 'bad' },
  unknown: { sign: '?', word: OUTCOME_WORDS.unknown, tone: 'warn' },
}

interface ConditionShown {
  id: string
  text: string
  outcome: Outcome
  detail: string
}

/** 预筛 of one enterprise, as far as it is drawn. */
export interface PrescreeningShown {
  on: string
  document: string
  basis: string
  statement: string
  programmes: {
    tier: string
    name: string
    authority: string
    notes: string[]
    holds: boolean
    outcome: Outcome
    outcomeText: string
    unknown: number
    conditions: (ConditionShown & { parts: (ConditionShown & { depth: number })[] })[]
  }[]
}
