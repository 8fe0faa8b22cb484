import { z } from 'zod'
import { RULE_VERSIONS } from '@domain/honour/ruleVersion'
import { HONOUR_TIERS } from '@domain/register/honourTier'
import { ChainKey, CreditCode, Dataset, Decimal, DivisionMode, Period, RegionCode, Scope } from './common'

const Day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期写法应如 2026-04-01')
  .refine((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), '没有这一天')
  .meta({ id: 'Day', examples: ['2026-04-01'] })

export const HonourTierKey = z.enum(HONOUR_TIERS).meta({ id: 'HonourTierKey' })
export const RuleVersionKey = z.enum(RULE_VERSIONS).meta({ id: 'RuleVersionKey' })

export const HonourQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey.optional(),
  node: ChainKey.optional(),
  period: Period.optional(),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
})
export type HonourQuery = z.input<typeof HonourQuery>

/** 家数 of one tier; an enterprise counts once in each tier that it holds. */
export const TierCount = z
  .object({
    tier: HonourTierKey,
    name: z.string(),
    held: z.int().meta({ description: '有效企业数（家），按统计期末或今天判定，取较早的一天' }),
    heldToday: z.int().meta({ description: '有效企业数（家），按今天判定' }),
    expiring: z.int().meta({ description: '今天有效、90 天内到期的企业数' }),
    lapsed: z.int().meta({ description: '持有过、今天已没有有效称号的企业数，不含撤销' }),
    revoked: z.int().meta({ description: '被撤销且今天没有有效称号的企业数' }),
    open: z.int().meta({ description: '今天有效但有效期不明的企业数' }),
  })
  .meta({ id: 'TierCount' })
export type TierCount = z.infer<typeof TierCount>

export const ExpiringHonour = z
  .object({
    creditCode: CreditCode,
    name: z.string(),
    countyName: z.string(),
    tier: HonourTierKey,
    tierName: z.string(),
    batchName: z.string().nullable(),
    validTo: Day,
    endDerived: z.boolean(),
    daysLeft: z.int(),
  })
  .meta({ id: 'ExpiringHonour' })
export type ExpiringHonour = z.infer<typeof ExpiringHonour>

export const HonourSummary = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    chain: ChainKey.nullable(),
    chainName: z.string().nullable(),
    period: Period,
    scope: Scope,
    mode: DivisionMode,
    dataset: Dataset,
    version: z.int(),
    day: Day.meta({ description: '`held` 的判定日：统计期末，统计期未结束时为今天' }),
    today: Day,
    /** false: no list of honours was published for the province, and no zero is a zero. */
    listed: z.boolean(),
    tiers: z.array(TierCount),
    total: z.int().meta({ description: '优质企业（去重）：持有任一梯度有效称号的企业数，各级不相加' }),
    totalToday: z.int(),
    derivedEnds: z.int().meta({ description: '今天有效的称号中，有效期止按规则推算的个数' }),
    expiring: z.array(ExpiringHonour).meta({ description: '90 天内到期的称号，至多 200 条，先到期的在前' }),
    method: z.array(z.string()),
  })
  .meta({ id: 'HonourSummary' })
export type HonourSummary = z.infer<typeof HonourSummary>

export const ScreenOutcome = z
  .enum(['met', 'unmet', 'unknown'])
  .meta({ id: 'ScreenOutcome', description: '满足 / 不满足 / 待核验' })
export type ScreenOutcome = z.infer<typeof ScreenOutcome>

const said = {
  id: z.string(),
  text: z.string(),
  clause: z.string(),
  outcome: ScreenOutcome,
  kind: z.enum(['all', 'any', 'measure', 'holds', 'manual']),
  detail: z.string(),
}

/** A condition within another, in reading order; `depth` from 1. */
export const ConditionPart = z.object({ ...said, depth: z.int() }).meta({ id: 'ConditionPart' })
export const ScreenCondition = z.object({ ...said, parts: z.array(ConditionPart) }).meta({ id: 'ScreenCondition' })
export type ScreenCondition = z.infer<typeof ScreenCondition>

const ruleFacts = {
  on: Day,
  ruleVersion: RuleVersionKey,
  document: z.string(),
  basis: z.string(),
  statement: z.string().meta({ description: '预筛不是认定结论' }),
}

export const PrescreeningQuery = z.strictObject({
  on: Day.optional().meta({ description: '评价日，省略时为今天；决定适用哪一版规则' }),
  dataset: Dataset.optional(),
})
export type PrescreeningQuery = z.input<typeof PrescreeningQuery>

export const Prescreening = z
  .object({
    creditCode: CreditCode,
    name: z.string(),
    dataset: Dataset,
    version: z.int(),
    ...ruleFacts,
    programmes: z.array(
      z.object({
        tier: HonourTierKey,
        name: z.string(),
        authority: z.string(),
        notes: z.array(z.string()),
        /** Holds the title on that day already. */
        holds: z.boolean(),
        outcome: ScreenOutcome,
        outcomeText: z.string(),
        unknown: z.int().meta({ description: '待核验的条件数' }),
        conditions: z.array(ScreenCondition),
      }),
    ),
    inputs: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.string(),
        values: z.array(z.object({ year: z.string(), value: Decimal })),
      }),
    ),
  })
  .meta({ id: 'Prescreening' })
export type Prescreening = z.infer<typeof Prescreening>

export const HonourCandidateQuery = HonourQuery.extend({
  tier: z.enum(['innovative', 'specialised', 'little-giant']).default('specialised'),
  on: Day.optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type HonourCandidateQuery = z.input<typeof HonourCandidateQuery>

export const HonourCandidate = z
  .object({
    creditCode: CreditCode,
    name: z.string(),
    county: RegionCode.nullable(),
    countyName: z.string(),
    outcome: ScreenOutcome,
    outcomeText: z.string(),
    unknown: z.int(),
    revenueWan: Decimal.nullable().meta({ description: '上年度营业收入（万元）' }),
    conditions: z.array(ScreenCondition),
  })
  .meta({ id: 'HonourCandidate' })
export type HonourCandidate = z.infer<typeof HonourCandidate>

export const HonourCandidates = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    dataset: Dataset,
    version: z.int(),
    tier: HonourTierKey,
    tierName: z.string(),
    ...ruleFacts,
    /** The columns of the table: conditions of the first level. */
    conditions: z.array(z.object({ id: z.string(), text: z.string(), clause: z.string() })),
    screened: z.int().meta({ description: '有预筛数据、尚无该级或更高称号的企业数' }),
    total: z.int().meta({ description: '其中没有一项不满足的企业数' }),
    met: z.int().meta({ description: '其中各项都满足（待评审）的企业数' }),
    rows: z.array(HonourCandidate),
    next: z.int().nullable(),
  })
  .meta({ id: 'HonourCandidates' })
export type HonourCandidates = z.infer<typeof HonourCandidates>
