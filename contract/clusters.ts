import { z } from 'zod'
import { ChainKey, Dataset, Decimal, DivisionMode, Period, RegionCode, Scope } from './common'
import { Figures } from './panorama'

/** 地图指标: what a choropleth shows. */
export const ClusterIndicator = z
  .enum(['enterprises', 'revenue', 'concentration', 'quotient', 'honoured', 'aboveScale', 'growth'])
  .meta({
    id: 'ClusterIndicator',
    description: '企业数 / 营业收入 / 集聚度 / 区位商 / 优质企业数 / 规上企业数 / 收入增速',
  })
export type ClusterIndicator = z.infer<typeof ClusterIndicator>

/** One chain, or one of its nodes, seen over the regions below a region. */
export const ClusterQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey,
  node: ChainKey.optional().meta({ description: '只看一个环节；省略时看全链' }),
  level: z
    .enum(['province', 'city', 'county'])
    .optional()
    .meta({ description: '省略时：全国看省，省看县，市看县；province 只用于全国' }),
  period: Period.optional(),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
})
export type ClusterQuery = z.input<typeof ClusterQuery>

/** 抑制: those of 集聚度, 区位商 and 增速 that are null because a sum in them is not public. */
export const RatiosSuppressed = z.array(z.enum(['concentration', 'quotient', 'growth']))

/** Every indicator of one region, so that switching the indicator asks nobody. */
export const ClusterRegion = z
  .object({
    code: RegionCode,
    name: z.string(),
    /** 未定位: counted at this city or province, no county known; has no shape. */
    unlocated: z.boolean(),
    figures: Figures,
    /** 产业集聚度 = 该链（环节）营业收入 ÷ 该地区名录内全部营业收入, 0–1. */
    concentration: Decimal.nullable(),
    /** 区位商 against the region asked for. */
    quotient: Decimal.nullable(),
    quotientBasis: z.enum(['revenue', 'enterprises']).nullable(),
    /** Revenue growth over the period a year before, of the same register: 按现有数据推算，非统计口径; a fraction. */
    growth: Decimal.nullable(),
    suppressed: RatiosSuppressed,
  })
  .meta({ id: 'ClusterRegion' })
export type ClusterRegion = z.infer<typeof ClusterRegion>

export const Clusters = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    chain: ChainKey,
    chainName: z.string(),
    node: ChainKey.nullable(),
    nodeName: z.string().nullable(),
    level: z.enum(['province', 'city', 'county']),
    period: Period,
    scope: Scope,
    mode: DivisionMode,
    dataset: Dataset,
    version: z.int(),
    updatedAt: z.string().nullable(),
    total: Figures,
    regions: z.array(ClusterRegion),
    /** 暂无数据: provinces of the national map of which nothing is known, and why; missing, never zero. */
    absent: z.array(z.object({ code: RegionCode, name: z.string(), reason: z.string() })),
    footnotes: z.array(z.string()),
    method: z.array(z.string()),
  })
  .meta({ id: 'Clusters' })
export type Clusters = z.infer<typeof Clusters>

/** 县情: what the panel beside the map tells of one region. */
export const ClusterStory = z
  .object({
    code: RegionCode,
    name: z.string(),
    rank: z.int().nullable().meta({ description: '按企业数在同级地区中的位次；并列同位' }),
    peers: z.int(),
    /** Share of the enterprises of the region above, 0–1. */
    shareRatio: Decimal.nullable(),
    /** The region as the map of its province shows it, with quotient against `reference`; null for a province. */
    own: ClusterRegion.nullable(),
    reference: z.string().nullable(),
    topNodes: z.array(z.object({ id: ChainKey, name: z.string(), figures: Figures })),
    topEnterprises: z.array(
      z.object({ creditCode: z.string(), name: z.string(), revenueWan: Decimal.nullable(), leader: z.boolean() }),
    ),
  })
  .meta({ id: 'ClusterStory' })
export type ClusterStory = z.infer<typeof ClusterStory>
