import { z } from 'zod'
import { ChainKey, Decimal, Suppression, View } from './common'

export const StageId = z.enum(['up', 'mid', 'down']).meta({ id: 'StageId' })

/** 强 / 一般 / 弱 / 缺. */
export const Strength = z.enum(['strong', 'fair', 'weak', 'missing']).meta({ id: 'Strength' })
export type Strength = z.infer<typeof Strength>

/** The figures of one node, group, stage or chain; an enterprise counts once at every level. */
export const Figures = z
  .object({
    enterprises: z.int().meta({ description: '企业数（家），按统一社会信用代码去重' }),
    aboveScale: z
      .int()
      .nullable()
      .meta({ description: '规上企业数（家）：已纳入统计范围（四上在库）的企业；null = 无企业报送纳统情况' }),
    revenueWan: Decimal.nullable().meta({ description: '营业收入（万元）；null = 未报送或不公布' }),
    revenueSuppressed: Suppression.nullable(),
    revenueReporting: z.int().meta({ description: '报送营业收入的企业数（家）' }),
    honoured: z.int().nullable().meta({ description: '持有效优质企业称号的企业数（家）；null = 未导入荣誉名单' }),
    leaders: z.int().nullable().meta({ description: '链主企业数（家）；null = 未导入链主名单' }),
  })
  .meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>

export const StrengthCounts = z
  .object({ strong: z.int(), fair: z.int(), weak: z.int(), missing: z.int() })
  .meta({ id: 'StrengthCounts' })

export const PanoramaLeader = z.object({ creditCode: z.string(), name: z.string() }).meta({ id: 'PanoramaLeader' })
export type PanoramaLeader = z.infer<typeof PanoramaLeader>

export const PanoramaNode = z
  .object({
    id: ChainKey,
    group: ChainKey,
    name: z.string(),
    weight: z.int(),
    note: z.string().nullable(),
    figures: Figures,
    strength: Strength,
    /** Which test decided, as a code and as a sentence with the numbers. */
    decidedBy: z.string(),
    strengthText: z.string(),
    /** 区位商 against the superior region; null with too little data. */
    locationQuotient: Decimal.nullable(),
    /** Why it is null though it could be made: a sum in it is not public. */
    quotientSuppressed: Suppression.nullable(),
    leaders: z.array(PanoramaLeader),
  })
  .meta({ id: 'PanoramaNode' })
export type PanoramaNode = z.infer<typeof PanoramaNode>

export const PanoramaGroup = z
  .object({ id: ChainKey, stage: StageId, name: z.string(), figures: Figures, strengths: StrengthCounts })
  .meta({ id: 'PanoramaGroup' })
export type PanoramaGroup = z.infer<typeof PanoramaGroup>

export const PanoramaStage = z
  .object({
    id: StageId,
    name: z.string(),
    title: z.string(),
    figures: Figures,
    strengths: StrengthCounts,
    nodes: z.int(),
  })
  .meta({ id: 'PanoramaStage' })
export type PanoramaStage = z.infer<typeof PanoramaStage>

export const PanoramaEdge = z
  .object({
    from: ChainKey,
    to: ChainKey,
    product: z.string(),
    cycle: z.boolean(),
    /** 断链影响: the supplying node is missing here. */
    broken: z.boolean(),
  })
  .meta({ id: 'PanoramaEdge' })
export type PanoramaEdge = z.infer<typeof PanoramaEdge>

/** 挂链情况 of the region: how much of the register is on any chain at all. */
export const LinkRate = z
  .object({
    enterprises: z.int(),
    linked: z.int(),
    ratio: Decimal.nullable(),
    revenueRatio: Decimal.nullable().meta({ description: '按营业收入计算的挂链率；null = 未报送或不公布' }),
    revenueSuppressed: Suppression.nullable(),
  })
  .meta({ id: 'LinkRate' })

export const Panorama = z
  .object({
    view: View,
    figures: Figures,
    strengths: StrengthCounts,
    /** 链条完整度, 0–1; null when nothing is known. */
    completeness: Decimal.nullable(),
    linkRate: LinkRate,
    stages: z.array(PanoramaStage),
    groups: z.array(PanoramaGroup),
    nodes: z.array(PanoramaNode),
    edges: z.array(PanoramaEdge),
    /** 口径: sentences that say how the numbers were made; printed under every export. */
    method: z.array(z.string()),
  })
  .meta({ id: 'Panorama' })
export type Panorama = z.infer<typeof Panorama>
