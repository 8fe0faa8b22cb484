import type { InputValues } from './inputs'
import { measured } from './measured'
import type { Condition, HeldTitle, RuleProgramme } from './rules'

/** 满足 / 不满足 / 待核验. */
export type Outcome = 'met' | 'unmet' | 'unknown'

/** 预筛结论的用语: never a verdict of 认定. */
export const OUTCOME_WORDS: Record<Outcome, string> = { met: '满足', unmet: '不满足', unknown: '待核验' }
export const RESULT_WORDS: Record<Outcome, string> = { met: '满足（待评审）', unmet: '不满足', unknown: '待核验' }

/** What is known of one enterprise on the day of evaluation. */
export interface Candidate {
  values: InputValues
  /** Titles valid on that day. */
  held: ReadonlySet<HeldTitle>
  /** Titles of which a list was published: only there does absence say anything. */
  listed: ReadonlySet<HeldTitle>
}

export interface ConditionResult {
  id: string
  text: string
  clause: string
  outcome: Outcome
  kind: 'all' | 'any' | 'measure' | 'holds' | 'manual'
  /** The numbers compared, what is missing, or what a person has to look at. */
  detail: string
  parts: ConditionResult[]
}

export interface Prescreening {
  outcome: Outcome
  /** Conditions of the first level that are 待核验. */
  unknown: number
  conditions: ConditionResult[]
}

/** 预筛 of one enterprise against one title, as of a day. */
export function prescreen(
  { conditions }: Pick<RuleProgramme, 'conditions'>,
  candidate: Candidate,
  on: string,
): Prescreening {
  const results = conditions.map((condition) => judge(condition, candidate, on))
  return {
    outcome: allOf(results),
    unknown: results.filter(({ outcome }) => outcome === 'unknown').length,
    conditions: results,
  }
}

/** Three values: a failure decides 且, a success decides 或; else what is not known stays unknown. */
function allOf(results: readonly { outcome: Outcome }[]): Outcome {
  if (results.some(({ outcome }) => outcome === 'unmet')) return 'unmet'
  return results.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'met'
}

function anyOf(results: readonly { outcome: Outcome }[]): Outcome {
  if (results.some(({ outcome }) => outcome === 'met')) return 'met'
  return results.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'unmet'
}

function judge(condition: Condition, candidate: Candidate, on: string): ConditionResult {
  const { id, text, clause } = condition
  const said = { id, text, clause, parts: [] }
  if ('all' in condition || 'any' in condition) {
    const kind = 'all' in condition ? 'all' : 'any'
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => judge(part, candidate, on))
    const outcome = kind === 'all' ? allOf(parts) : anyOf(parts)
    return { ...said, kind, outcome, detail: kind === 'all' ? '各项都要满足' : '满足其中一项即可', parts }
  }
  if ('measure' in condition) return { ...said, kind: 'measure', ...measured(condition.measure, candidate.values, on) }
  if ('manual' in condition)
    return { ...said, kind: 'manual', outcome: 'unknown', detail: `人工核验：${condition.manual}` }
  return { ...said, kind: 'holds', ...holding(condition.holds, candidate) }
}

function holding(title: HeldTitle, { held, listed }: Candidate): Pick<ConditionResult, 'outcome' | 'detail'> {
  if (held.has(title)) return { outcome: 'met', detail: '荣誉名单中有，在有效期内' }
  if (listed.has(title)) return { outcome: 'unmet', detail: '已导入该称号的名单，其中没有这家企业的有效称号' }
  return { outcome: 'unknown', detail: '没有导入该称号的名单' }
}
