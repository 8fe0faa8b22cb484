import v2022 from '@packs/honours/v2022.json'
import v2026 from '@packs/honours/v2026.json'
import type { ConditionResult } from '@domain/honour/prescreen'
import type { RuleProgramme, RuleSet } from '@domain/honour/rules'
import { ruleVersionOn, type RuleVersion } from '@domain/honour/ruleVersion'
import type { CountedTier } from '@domain/register/honourTier'
import type { ScreenCondition } from '@contract/honours'

/** Checked by the tests of the domain, so their literal types are asserted here once. */
const RULE_SETS: Record<RuleVersion, RuleSet> = { V2022: v2022 as RuleSet, V2026: v2026 as RuleSet }

export const STATEMENT = '预筛按已导入的数据逐条比对，只供培育参考，不是认定结论；认定以主管部门评审为准。'

export const ruleSetOn = (day: string): RuleSet => RULE_SETS[ruleVersionOn(day)]

export function programmeOn(day: string, tier: CountedTier): RuleProgramme {
  const programme = ruleSetOn(day).programmes.find((item) => item.tier === tier)
  if (!programme) throw new Error(`no rules for ${tier}`)
  return programme
}

/** The tree as a list: what is below a condition of the first level, in reading order. */
export function conditionView({ parts, ...said }: ConditionResult): ScreenCondition {
  return { ...said, parts: parts.flatMap((part) => flattened(part, 1)) }
}

function flattened({ parts, ...said }: ConditionResult, depth: number): ScreenCondition['parts'] {
  return [{ ...said, depth }, ...parts.flatMap((part) => flattened(part, depth + 1))]
}
