import { z } from 'zod'
import { CreditCode, Dataset, Decimal, RegionCode } from './common'
import { MatchedBy, PartyId } from './supply'

/** 名称核对: names of supply files that are not (yet) an enterprise of the register. */
export const NameQuery = z.strictObject({
  region: RegionCode,
  dataset: Dataset.optional(),
  state: z
    .enum(['asked', 'outside', 'decided'])
    .default('asked')
    .meta({ description: '待确认 / 作为库外企业保留 / 已由人工决定' }),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type NameQuery = z.input<typeof NameQuery>

export const NameCandidate = z.object({
  creditCode: CreditCode,
  name: z.string(),
  placeName: z.string(),
  score: z.number().meta({ description: '0–1' }),
  reason: z.string(),
})

export const NameRow = z
  .object({
    id: PartyId.meta({ description: '名称本身的标识，决定前后不变' }),
    name: z.string(),
    asSupplier: z.int().meta({ description: '作为供方的关系数' }),
    asBuyer: z.int(),
    amountWan: Decimal.nullable(),
    candidates: z.array(NameCandidate).max(5),
    decision: z
      .object({
        creditCode: CreditCode.nullable().meta({ description: 'null = 确认不在库内' }),
        name: z.string().nullable(),
        decidedAt: z.string(),
        decidedBy: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'NameRow' })
export type NameRow = z.infer<typeof NameRow>

export const NamePage = z
  .object({
    dataset: Dataset,
    version: z.int(),
    total: z.int(),
    rows: z.array(NameRow),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'NamePage' })
export type NamePage = z.infer<typeof NamePage>

export const NameDecision = z.strictObject({
  region: RegionCode,
  dataset: Dataset,
  id: PartyId,
  creditCode: CreditCode.nullable().meta({ description: 'null = 都不是，确认不在库内' }),
})
export type NameDecision = z.input<typeof NameDecision>

export const NameUndo = NameDecision.omit({ creditCode: true })
export type NameUndo = z.input<typeof NameUndo>

/** 匹配报告: how the parties of all published supply relations were found. */
export const MatchingReport = z
  .object({
    dataset: Dataset,
    version: z.int(),
    links: z.int(),
    marked: z.array(z.object({ mark: z.string(), links: z.int() })).meta({ description: '留着但要看一眼的关系' }),
    rows: z.array(
      z.object({
        matchedBy: MatchedBy,
        status: z.enum(['matched', 'asked', 'outside']).meta({ description: '在库 / 待确认 / 库外' }),
        parties: z.int(),
        asSupplier: z.int(),
        asBuyer: z.int(),
        amountWan: Decimal.nullable(),
      }),
    ),
  })
  .meta({ id: 'MatchingReport' })
export type MatchingReport = z.infer<typeof MatchingReport>
