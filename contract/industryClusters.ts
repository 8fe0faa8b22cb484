import { z } from 'zod'
import {
  ChainKey,
  CreditCode,
  Dataset,
  Decimal,
  DivisionMode,
  Line,
  Period,
  RegionCode,
  Scope,
  Suppression,
} from './common'
import { RatiosSuppressed } from './clusters'
import { Figures } from './panorama'

/** 集群级别; `own` is a cluster that nobody recognised yet. */
export const IndustryClusterLevel = z.enum(['national', 'featured', 'provincial', 'municipal', 'own']).meta({
  id: 'IndustryClusterLevel',
  description: '国家先进制造业集群 / 中小企业特色产业集群（国家） / 省级特色产业集群 / 市级 / 自定',
})
export type IndustryClusterLevel = z.infer<typeof IndustryClusterLevel>

export const CLUSTER_LEVEL_NAMES: Record<IndustryClusterLevel, string> = {
  national: '国家先进制造业集群',
  featured: '中小企业特色产业集群（国家）',
  provincial: '省级特色产业集群',
  municipal: '市级',
  own: '自定',
}

/** Which clusters, and as of when. A cluster is a set of today's counties, so its figures always read 现区划还原. */
export const IndustryClusterQuery = z.strictObject({
  region: RegionCode.meta({ description: '省、市或县：名单含至少一个区县在其中的集群' }),
  period: Period.optional(),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
})
export type IndustryClusterQuery = z.input<typeof IndustryClusterQuery>

export const IndustryClusterProfileQuery = IndustryClusterQuery.omit({ region: true, dataset: true })
export type IndustryClusterProfileQuery = z.input<typeof IndustryClusterProfileQuery>

export const FEWEST_NAME = 2
export const MOST_NAME = 60
export const MOST_COUNTIES = 60

const codePoints = (text: string) => Array.from(text).length

const ClusterName = Line.superRefine((name, check) => {
  const length = codePoints(name)
  if (length < FEWEST_NAME || length > MOST_NAME)
    check.addIssue({ code: 'custom', message: `集群名称应为 ${FEWEST_NAME} 至 ${MOST_NAME} 个字，现为 ${length} 个字` })
}).meta({ id: 'IndustryClusterName', examples: ['沈阳数控机床产业集群'] })

/** 集群: what a person decides about it. */
const draft = {
  name: ClusterName,
  chain: ChainKey,
  node: ChainKey.nullable().default(null).meta({ description: '只含一个环节；null = 全链' }),
  level: IndustryClusterLevel,
  batchName: Line.max(60, '批次不超过 60 个字').nullable().default(null).meta({ description: '认定批次' }),
  document: Line.max(120, '认定文件不超过 120 个字').nullable().default(null).meta({ description: '认定文件及文号' }),
  counties: z
    .array(RegionCode)
    .min(1, '请至少选 1 个区县')
    .max(MOST_COUNTIES, `区县不超过 ${MOST_COUNTIES} 个`)
    .meta({ description: '现行县级区划代码，须在同一省' }),
}

export const IndustryClusterCreation = z
  .strictObject({ dataset: Dataset, ...draft })
  .meta({ id: 'IndustryClusterCreation' })
export type IndustryClusterCreation = z.input<typeof IndustryClusterCreation>

export const IndustryClusterChange = z
  .strictObject({
    ...draft,
    revision: z.int().meta({ description: '修改所依据的修订号；与现状不同则拒绝，以免覆盖他人的修改' }),
  })
  .meta({ id: 'IndustryClusterChange' })
export type IndustryClusterChange = z.input<typeof IndustryClusterChange>

const County = z.object({ code: RegionCode, name: z.string(), cityName: z.string().nullable() })

export const IndustryCluster = z
  .object({
    id: z.string(),
    dataset: Dataset,
    province: RegionCode,
    provinceName: z.string(),
    name: z.string(),
    chain: ChainKey,
    chainName: z.string(),
    node: ChainKey.nullable(),
    nodeName: z.string().nullable(),
    level: IndustryClusterLevel,
    batchName: z.string().nullable(),
    document: z.string().nullable(),
    counties: z.array(County),
    /** Grows with every change; a change names the one it is based on. */
    revision: z.int(),
    updatedAt: z.string(),
    /** What became of its counties or its chain since it was written down. */
    remarks: z.array(z.string()),
  })
  .meta({ id: 'IndustryCluster' })
export type IndustryCluster = z.infer<typeof IndustryCluster>

/** 集聚度 = 集群该链营业收入 ÷ 集群各区县名录内全部营业收入. */
export const Concentration = z
  .object({
    value: Decimal.nullable(),
    numeratorWan: Decimal.nullable(),
    numeratorReporting: z.int(),
    denominatorWan: Decimal.nullable(),
    denominatorReporting: z.int(),
    denominatorScope: Scope.meta({ description: '分母口径：全部企业 / 规上 / 四上' }),
    /** 数据错误: outside 0–1; null when there is nothing wrong. */
    fault: z.string().nullable(),
    /** 抑制: `value` and the sums above are null. */
    suppressed: Suppression.nullable(),
  })
  .meta({ id: 'Concentration' })

/** 区位商 = (part ÷ whole) ÷ (referencePart ÷ referenceWhole), the reference being the province. */
export const ClusterQuotient = z
  .object({
    value: Decimal.nullable(),
    /** Why there is no value though its inputs are known; null otherwise. */
    reason: z.string().nullable(),
    basis: z.enum(['revenue', 'enterprises']).meta({ description: '按营业收入（万元）或企业数（家）' }),
    part: Decimal.nullable(),
    whole: Decimal.nullable(),
    referencePart: Decimal.nullable(),
    referenceWhole: Decimal.nullable(),
    suppressed: Suppression.nullable(),
  })
  .meta({ id: 'ClusterQuotient' })

/** 收入增速, 按现有数据推算，非统计口径. */
export const ClusterGrowth = z
  .object({
    value: Decimal.nullable(),
    beforePeriod: Period.nullable(),
    beforeWan: Decimal.nullable(),
    beforeReporting: z.int(),
    nowWan: Decimal.nullable(),
    nowReporting: z.int(),
    /** Why there is no value; null when there is one. */
    reason: z.string().nullable(),
    suppressed: Suppression.nullable(),
  })
  .meta({ id: 'ClusterGrowth' })

/** Part of the province's chain (or node). */
export const ClusterShare = z
  .object({
    enterprises: Decimal.nullable(),
    provinceEnterprises: z.int(),
    revenue: Decimal.nullable(),
    provinceRevenueWan: Decimal.nullable(),
    revenueSuppressed: Suppression.nullable(),
  })
  .meta({ id: 'ClusterShare' })

export const ClusterHonours = z
  .object({
    total: z.int().meta({ description: '去重：一家持有几个称号只计一次' }),
    tiers: z.array(z.object({ tier: z.string(), name: z.string(), enterprises: z.int() })),
  })
  .meta({ id: 'ClusterHonours', description: '各档各计一次，不可相加' })

export const ClusterFirm = z
  .object({ creditCode: CreditCode, name: z.string(), countyName: z.string() })
  .meta({ id: 'ClusterFirm' })
export type ClusterFirm = z.infer<typeof ClusterFirm>

/** 整零共同体: 链主 with a supply relation to an enterprise in the cluster. */
export const ClusterCommunities = z
  .object({
    communities: z.int(),
    enterprises: z.int().meta({ description: '链主和上下游企业，去重' }),
  })
  .meta({ id: 'ClusterCommunities' })

export const ClusterStar = z
  .object({
    id: z.enum(['size', 'specialisation', 'focus']),
    name: z.string(),
    verdict: z.enum(['met', 'unmet', 'unknown']).meta({ description: '达到 / 未达到 / 无法判断（缺数据）' }),
    value: Decimal.nullable(),
    threshold: Decimal,
    rule: z.string(),
    /** What is missing; null unless unknown. */
    missing: z.string().nullable(),
  })
  .meta({ id: 'ClusterStar' })
export type ClusterStar = z.infer<typeof ClusterStar>

export const IndustryClusterCard = z
  .object({
    cluster: IndustryCluster,
    figures: Figures,
    concentration: Concentration,
    quotient: ClusterQuotient,
    growth: ClusterGrowth,
    share: ClusterShare,
    honours: ClusterHonours.nullable().meta({ description: 'null = 未导入荣誉名单' }),
    leaders: z.array(ClusterFirm).nullable().meta({ description: 'null = 未导入链主名单' }),
    communities: ClusterCommunities.nullable().meta({ description: 'null = 未导入供应关系或链主名单' }),
    stars: z.array(ClusterStar),
  })
  .meta({ id: 'IndustryClusterCard' })
export type IndustryClusterCard = z.infer<typeof IndustryClusterCard>

const Frame = z.object({
  province: RegionCode,
  provinceName: z.string(),
  period: Period,
  scope: Scope,
  dataset: Dataset,
  version: z.int(),
  updatedAt: z.string().nullable(),
  /** Changes whenever any cluster of the province does. */
  revision: z.int(),
  footnotes: z.array(z.string()),
  method: z.array(z.string()),
})

export const IndustryClusterList = Frame.extend({
  region: RegionCode,
  regionName: z.string(),
  clusters: z.array(IndustryClusterCard),
  hidden: z.int().meta({ description: '有区县在权限之外、因而未列出的集群数' }),
}).meta({ id: 'IndustryClusterList' })
export type IndustryClusterList = z.infer<typeof IndustryClusterList>

/** One county of a cluster: Σ counties = the cluster, as an enterprise is in one county. */
export const ClusterCounty = County.extend({
  figures: Figures,
  concentration: Decimal.nullable(),
  quotient: Decimal.nullable(),
  growth: Decimal.nullable(),
  suppressed: RatiosSuppressed,
}).meta({ id: 'ClusterCounty' })
export type ClusterCounty = z.infer<typeof ClusterCounty>

export const ClusterCommunity = z
  .object({
    leader: ClusterFirm,
    members: z.array(
      ClusterFirm.extend({
        role: z.enum(['supplier', 'customer', 'both']).meta({ description: '供货给链主 / 向链主采购 / 两者' }),
        products: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ClusterCommunity' })
export type ClusterCommunity = z.infer<typeof ClusterCommunity>

export const IndustryClusterProfile = Frame.extend({
  card: IndustryClusterCard,
  counties: z.array(ClusterCounty),
  topEnterprises: z.array(ClusterFirm.extend({ revenueWan: Decimal.nullable(), leader: z.boolean() })),
  communities: z.array(ClusterCommunity).nullable(),
}).meta({ id: 'IndustryClusterProfile' })
export type IndustryClusterProfile = z.infer<typeof IndustryClusterProfile>

export const CandidateQuery = IndustryClusterQuery.extend({
  chain: ChainKey,
  node: ChainKey.optional(),
})
export type CandidateQuery = z.input<typeof CandidateQuery>

/** A county that could belong to a cluster of the chain. */
export const ClusterCandidate = County.extend({
  enterprises: z.int(),
  revenueWan: Decimal.nullable(),
  revenueSuppressed: Suppression.nullable(),
  quotient: Decimal.nullable(),
  quotientSuppressed: Suppression.nullable(),
  /** 建议: meets the rule. */
  suggested: z.boolean(),
}).meta({ id: 'ClusterCandidate' })
export type ClusterCandidate = z.infer<typeof ClusterCandidate>

export const ClusterCandidates = z
  .object({
    region: RegionCode,
    period: Period,
    dataset: Dataset,
    /** The rule of `suggested` in words. */
    rule: z.string(),
    counties: z.array(ClusterCandidate),
  })
  .meta({ id: 'ClusterCandidates' })
export type ClusterCandidates = z.infer<typeof ClusterCandidates>
