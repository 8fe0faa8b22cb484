import { z } from 'zod'
import { SUPPLY_RINGS, SUPPLY_ZONES } from '@domain/indicator/localSupply'
import { AnalysisHead } from './analysis'
import { ChainKey, Decimal, Period, RegionCode, Suppression } from './common'

/** Amounts in 万元; null with a reason. */
export const ShiftShareRow = z
  .object({
    id: z.string(),
    name: z.string(),
    before: Decimal.nullable(),
    now: Decimal.nullable(),
    change: Decimal.nullable().meta({ description: '增量 = 大势 + 结构 + 自身' }),
    growth: Decimal.nullable().meta({ description: '大势：上级总增速应带来的增量' }),
    mix: Decimal.nullable().meta({ description: '结构：上级该产业快于总体应带来的增量' }),
    competitive: Decimal.nullable().meta({ description: '自身：本地快于上级该产业的增量' }),
    suppressed: Suppression.nullable(),
    missing: z.string().nullable(),
  })
  .meta({ id: 'ShiftShareRow' })
export type ShiftShareRow = z.infer<typeof ShiftShareRow>

const Rates = z.object({
  whole: Decimal.nullable().meta({ description: '参照地区全部产业的增速' }),
  industry: Decimal.nullable().meta({ description: '参照地区该产业的增速' }),
})

/** 偏离—份额: the region in its superior region, and the regions below in it. */
export const ShiftShare = AnalysisHead.extend({
  node: ChainKey.nullable(),
  before: z.object({ period: Period, text: z.string() }),
  /** 本地区：该链 + 名录其余 = 全部; with the groups of the chain, which overlap and are not added. */
  own: z
    .object({
      reference: RegionCode,
      referenceName: z.string(),
      rates: Rates,
      subject: ShiftShareRow,
      rest: ShiftShareRow,
      total: ShiftShareRow,
      groups: z.array(ShiftShareRow),
    })
    .nullable(),
  ownMissing: z.string().nullable().meta({ description: '为什么没有本地区的分解' }),
  /** 下级地区 against the region looked at. */
  below: z.object({ level: z.enum(['city', 'county']), rates: Rates, rows: z.array(ShiftShareRow) }).nullable(),
  estimated: z.string(),
  sentence: z.string().nullable().meta({ description: '增量 X 亿元：大势 A，结构 B，自身 C' }),
  priceNote: z.string(),
}).meta({ id: 'ShiftShare' })
export type ShiftShare = z.infer<typeof ShiftShare>

const Bounds = z.object({ lower: Decimal, upper: Decimal })

export const HhiReading = z
  .object({
    bounds: Bounds.nullable(),
    band: z.enum(['low', 'moderate', 'high']).nullable().meta({ description: '区间跨两档时为 null' }),
    suppressed: Suppression.nullable(),
    missing: z.string().nullable(),
  })
  .meta({ id: 'HhiReading' })
export type HhiReading = z.infer<typeof HhiReading>

export const CrReading = z
  .object({
    n: z.int(),
    share: Decimal.nullable(),
    suppressed: Suppression.nullable(),
    missing: z.string().nullable(),
  })
  .meta({ id: 'CrReading' })
export type CrReading = z.infer<typeof CrReading>

export const RegionShare = z.object({
  code: RegionCode,
  name: z.string(),
  share: Decimal.nullable(),
  suppressed: Suppression.nullable(),
})

const rings = <T extends z.ZodType>(value: T) => z.record(z.enum(SUPPLY_RINGS), value)

export const SupplyRate = z.object({
  zone: z.enum(SUPPLY_ZONES).meta({ description: '本县 / 本市 / 本省' }),
  byCount: Decimal.nullable(),
  byAmount: Decimal.nullable(),
})

/** 本地配套率: rings around each 链主; what lies in unknown places counts as not local. */
export const LocalSupply = z
  .object({
    year: z.string(),
    leaders: z.int().meta({ description: '有采购记录的链主' }),
    leadersAll: z.int().nullable().meta({ description: '链主；null = 未导入链主名单' }),
    suppliers: rings(z.int()),
    amounts: rings(Decimal).nullable(),
    amountSuppressed: Suppression.nullable(),
    withoutAmount: z.int(),
    rates: z.array(SupplyRate),
    missing: z.string().nullable(),
  })
  .meta({ id: 'LocalSupply' })
export type LocalSupply = z.infer<typeof LocalSupply>

/** 集中度 by enterprise and by region, 专精特新密度 and 本地配套率. */
export const Concentration = AnalysisHead.extend({
  enterprises: z.int(),
  reporting: z.int(),
  byEnterprise: z.object({
    hhi: HhiReading,
    /** If those that did not report had between nothing and the median each. */
    withUnreported: Bounds.nullable(),
    shares: z.array(CrReading),
  }),
  byRegion: z
    .object({
      level: z.enum(['city', 'county']),
      basis: z.enum(['revenue', 'enterprises']),
      hhi: HhiReading,
      regions: z.array(RegionShare).meta({ description: '从大到小，至多 5 个' }),
      counted: z.int(),
    })
    .nullable(),
  density: z.object({
    specialised: z.int().nullable(),
    aboveScale: z.int().nullable(),
    revenueWan: Decimal.nullable(),
    perAboveScale: Decimal.nullable(),
    perYi: Decimal.nullable(),
    suppressed: Suppression.nullable().meta({ description: '每亿元的密度不公布的原因' }),
    missing: z.string().nullable(),
  }),
  supply: LocalSupply,
  bandNote: z.string(),
}).meta({ id: 'Concentration' })
export type Concentration = z.infer<typeof Concentration>
