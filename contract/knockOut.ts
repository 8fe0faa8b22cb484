import { z } from 'zod'
import { DEFAULT_ASSUMPTIONS } from '@domain/supply/assumptions'
import { ChainKey, Decimal, RegionCode } from './common'
import { NetworkLink, PartyId, SupplyHead, SupplyParty, SupplyQuery } from './supply'

export const KNOCK_OUT_DAYS = [30, 60, 90] as const

/** 停摆的对象: a firm, all firms of a city or county (of a chain), or a node of a chain in the region. */
export const StopTarget = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('firm'), firm: PartyId }),
    z.strictObject({ kind: z.literal('place'), place: RegionCode, chain: ChainKey.optional() }),
    z.strictObject({ kind: z.literal('node'), chain: ChainKey, node: ChainKey }),
  ])
  .meta({ id: 'StopTarget' })
export type StopTarget = z.infer<typeof StopTarget>

const Fraction = z.number().min(0, '应在 0–1 之间').max(1, '应在 0–1 之间')

/** 假设: everything that is not known; each stands beside the result. */
export const KnockOutAssumptions = z
  .strictObject({
    days: z.int('天数应为整数').min(1, '天数应为 1–365').max(365, '天数应为 1–365').default(DEFAULT_ASSUMPTIONS.days),
    cutPercent: z
      .number()
      .min(1, '减产应为 1–100%')
      .max(100, '减产应为 1–100%')
      .default(100)
      .meta({ description: '停摆对象减产的百分比；100 = 全停' }),
    passUp: Fraction.default(DEFAULT_ASSUMPTIONS.passUp).meta({ description: '向上游传导系数 α' }),
    passDown: Fraction.default(DEFAULT_ASSUMPTIONS.passDown).meta({ description: '向下游传导系数 β' }),
    spare: Fraction.default(DEFAULT_ASSUMPTIONS.spare).meta({ description: '增供系数 ρ：其他供应商能多供的比例' }),
    tiers: z.int('层级应为整数').min(1, '层级应为 1–4').max(4, '层级应为 1–4').default(DEFAULT_ASSUMPTIONS.tiers),
  })
  .meta({ id: 'KnockOutAssumptions' })
export type KnockOutAssumptions = z.output<typeof KnockOutAssumptions>

/** 推演停摆: what would happen; nothing is written. */
export const KnockOutRequest = SupplyQuery.extend({
  stops: z.array(StopTarget).min(1, '至少选一个停摆对象').max(20, '一次至多推演 20 个对象'),
  assumptions: KnockOutAssumptions,
}).meta({ id: 'KnockOutRequest' })
export type KnockOutRequest = z.input<typeof KnockOutRequest>

export const Exposure = z
  .enum(['exposed', 'covered', 'unknown'])
  .meta({ description: 'TTS 小于 TTR（断供撑不到恢复）/ 撑得到 / 缺 TTR 或 TTS' })

export const KnockOutHit = z
  .object({
    party: SupplyParty,
    isStopped: z.boolean().meta({ description: '停摆对象本身' }),
    shortage: z
      .number()
      .nullable()
      .meta({ description: '缺料使产出下降的比例 0–1；null = 未波及，或（有层级时）波及而算不出多少' }),
    shortageTier: z.int().nullable(),
    lostOrders: z
      .number()
      .nullable()
      .meta({ description: '断单占全年销售的比例 0–1；null = 未波及，或（有层级时）波及而算不出多少' }),
    lostOrdersTier: z.int().nullable(),
    atRiskWan: Decimal.nullable().meta({ description: '天数内的风险收入（推演）；null = 没有收入也没有已知销售额' }),
    isLowerBound: z
      .boolean()
      .optional()
      .meta({ description: '另有没有金额的关系也波及它：比例与金额至少是这么多；省略即否' }),
    exposure: Exposure,
    ttrDays: z.number().nullable(),
    ttsDays: z.number().nullable(),
    missing: z.string().nullable().meta({ description: '缺 TTR / 缺 TTS / 缺 TTR/TTS' }),
  })
  .meta({ id: 'KnockOutHit' })
export type KnockOutHit = z.infer<typeof KnockOutHit>

export const KnockOutRegionRow = z.object({
  code: RegionCode.nullable().meta({ description: 'null = 省外、未入库或未定位' }),
  name: z.string(),
  firms: z.int(),
  atRiskWan: Decimal.meta({ description: '已知的合计' }),
  unknown: z.int().meta({ description: '被波及但没有金额的企业' }),
})

/** 断源: what is left of the sources of a product. */
export const SourceLoss = z.object({
  product: z.string(),
  before: z.int().meta({ description: '推演前全网的供应商数' }),
  after: z.int(),
  buyersWithNone: z.int().meta({ description: '一家来源也没有了的买方' }),
  buyersWithOne: z.int().meta({ description: '原有几家、只剩一家的买方' }),
})

export const Substitute = z.object({
  party: SupplyParty,
  near: z.enum(['county', 'city', 'province']),
  spareWan: Decimal.nullable().meta({ description: '天数内可增供的金额 = ρ × 年销售 × 天数/365；null = 不知道规模' }),
  sizeWan: Decimal.nullable().meta({ description: '年销售规模' }),
})

export const KnockOutStep = z.object({
  step: z.int(),
  firms: z
    .array(z.object({ id: PartyId, wave: z.enum(['shortage', 'lostOrders']), cut: z.number() }))
    .meta({ description: '这一步新波及的企业（画面上有的）' }),
  links: z.array(z.string()).meta({ description: '波及所经的关系' }),
  newlyHit: z.int().meta({ description: '这一步新波及的全部企业数' }),
})

export const MOST_HITS = 1000

export const KnockOut = SupplyHead.extend({
  assumptions: KnockOutAssumptions,
  targets: z.array(z.object({ target: StopTarget, name: z.string(), firms: z.int() })),
  stopped: z.int(),
  hit: z.int().meta({ description: '被波及的企业，不含停摆对象' }),
  atRiskWan: Decimal.meta({ description: '风险收入合计（推演）' }),
  unknownAmounts: z.int(),
  byTier: z.array(
    z.object({ tier: z.int(), suppliers: z.int(), buyers: z.int(), suppliersWan: Decimal, buyersWan: Decimal }),
  ),
  byRegion: z.array(KnockOutRegionRow),
  hits: z.array(KnockOutHit).max(MOST_HITS).meta({ description: '停摆对象在前，其余按风险收入从高到低' }),
  isCut: z.boolean().meta({ description: '只列前 1,000 家，Excel 里是全部' }),
  links: z.array(NetworkLink).meta({ description: '列出的企业之间的关系，供画图' }),
  steps: z.array(KnockOutStep),
  sources: z.array(SourceLoss),
  substitutes: z.array(
    z.object({
      chainName: z.string(),
      nodeName: z.string(),
      replaces: z.int(),
      rows: z.array(Substitute).max(20),
      total: z.int(),
    }),
  ),
  method: z.array(z.string()),
}).meta({ id: 'KnockOut' })
export type KnockOut = z.infer<typeof KnockOut>
