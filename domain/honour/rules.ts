import type { CountedTier } from '../register/honourTier'
import type { HonourInput } from './inputs'
import type { RuleVersion } from './ruleVersion'

/** 阈值: a value of one input, or of one as a share (%) of another, over the years before the day; bounds inclusive unless `below`. */
export interface Measure {
  input: HonourInput
  /** The measure is `input` ÷ `per` × 100. */
  per?: HonourInput
  /** last: 上年; each: 近 n 年每年; sum: 近 n 年合计; mean: 近 n 年平均. */
  over: 'last' | 'each' | 'sum' | 'mean'
  /** How many years, with `each`, `sum` and `mean`. */
  years?: number
  at: 'least' | 'most' | 'below'
  value: string
}

interface Said {
  id: string
  text: string
  /** Which part of the document says so. */
  clause: string
}

/** 条件: a threshold, a title held, something that only a person can see, or several of them (且 / 或). */
export type Condition = Said &
  ({ all: Condition[] } | { any: Condition[] } | { measure: Measure } | { holds: HeldTitle } | { manual: string })

export type HeldTitle = CountedTier | 'high-tech'

export interface RuleProgramme {
  tier: CountedTier
  name: string
  authority: string
  /** All of them are asked for. */
  conditions: Condition[]
  notes: string[]
}

export interface RuleSet {
  version: RuleVersion
  document: string
  /** How sure the texts are. */
  basis: string
  programmes: RuleProgramme[]
}

/** Faults of a rule set, in sentences; [] where all is well. */
export function ruleFaults({ version, programmes }: RuleSet): string[] {
  const seen = new Set<string>()
  const walk = (item: Condition): string[] => [
    ...(seen.has(item.id) ? [`${version} 条件标识 ${item.id} 重复`] : (seen.add(item.id), [])),
    ...('measure' in item && item.measure.over !== 'last' && !(item.measure.years && item.measure.years > 1)
      ? [`${item.id} 没有写明年数`]
      : []),
    ...('measure' in item && !/^\d+(?:\.\d+)?$/u.test(item.measure.value) ? [`${item.id} 的阈值不是数`] : []),
    ...(/符合认定/u.test(item.text) ? [`${item.id} 的文字像认定结论`] : []),
    ...partsOf(item).flatMap(walk),
  ]
  return programmes.flatMap(({ conditions }) => conditions.flatMap(walk))
}

export const partsOf = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all : 'any' in condition ? condition.any : []
