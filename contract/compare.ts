import { z } from 'zod'
import { ClusterRegion } from './clusters'
import { ChainKey, Dataset, Decimal, DivisionMode, Period, RegionCode, Scope, Suppression } from './common'
import { StageId } from './panorama'

export const FEWEST_COMPARED = 2
export const MOST_COMPARED = 10

/** Why a list of codes cannot be compared, as a sentence that names the code; null when it can. */
export function comparedProblem(text: string): string | null {
  const codes = text.split(',')
  const malformed = codes.find((code) => !RegionCode.safeParse(code).success)
  if (malformed !== undefined) return `“${Array.from(malformed).slice(0, 12).join('')}”不是 6 位行政区划代码`
  const repeated = codes.find((code, i) => codes.indexOf(code) !== i)
  if (repeated !== undefined) return `地区 ${repeated} 重复`
  if (codes.length < FEWEST_COMPARED) return `只有 ${codes.join('、')}，至少选 ${FEWEST_COMPARED} 个地区`
  if (codes.length > MOST_COMPARED) return `至多选 ${MOST_COMPARED} 个地区，从 ${codes[MOST_COMPARED]} 起超出`
  return null
}

/** 2–10 codes separated by commas, in the order they are shown. */
export const ComparedRegions = z
  .string()
  .max(100)
  .check((context) => {
    const message = comparedProblem(context.value)
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value })
  })
  .meta({ description: '2—10 个市、县（区）代码，逗号分隔，不得重复', examples: ['210102,210103'] })

const Filters = {
  chain: ChainKey,
  period: Period.optional().meta({ description: '省略时取多数省份都有数据的最近一期' }),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
}

/** 地区对比: the same question asked of several regions. */
export const CompareQuery = z.strictObject({
  regions: ComparedRegions,
  ...Filters,
  node: ChainKey.optional().meta({ description: '只看一个环节；省略时看全链' }),
})
export type CompareQuery = z.input<typeof CompareQuery>

/** Levels that can be compared; a province has no province to be measured by. */
const ComparedLevel = z.enum(['city', 'county'])

export const TrendPoint = z
  .object({
    period: Period,
    enterprises: z.int().nullable().meta({ description: '现有名录中的企业数；null = 当期没有名录' }),
    revenueWan: Decimal.nullable().meta({ description: 'null = 未报送、未导入或不公布' }),
    revenueSuppressed: Suppression.nullable(),
    revenueReporting: z.int().nullable().meta({ description: '报送营业收入的企业数；null = 当期未导入' }),
  })
  .meta({ id: 'TrendPoint' })
export type TrendPoint = z.infer<typeof TrendPoint>

const Rank = z.int().nullable()

export const ComparedRegion = z
  .object({
    code: RegionCode,
    name: z.string(),
    level: ComparedLevel,
    /** The city above a county; null for cities and for counties directly below their province. */
    cityName: z.string().nullable(),
    province: RegionCode,
    /** What 区位商, 位次 and 占比 refer to. */
    provinceName: z.string(),
    status: z
      .enum(['reported', 'not-imported', 'unlisted'])
      .meta({ description: '有数据 / 所在省当期未导入 / 该区划口径下没有这个地区' }),
    statusText: z.string().nullable(),
    /** Exactly what the cluster map says of this region; null without data. */
    indicators: ClusterRegion.nullable(),
    /** 位次 among the regions of the same level of its province; equal values share a rank. */
    ranks: z.object({ peers: z.int(), enterprises: Rank, revenue: Rank, aboveScale: Rank, honoured: Rank }).nullable(),
    /** 占全省比重, 0–1. */
    shares: z.object({ enterprises: Decimal.nullable(), revenue: Decimal.nullable() }).nullable(),
    trend: z.array(TrendPoint),
    /** Share of the chain's enterprises here in each group, 0–1; an enterprise of several groups counts in each. */
    structure: z.array(z.object({ group: ChainKey, enterprises: z.int(), ratio: Decimal.nullable() })).nullable(),
  })
  .meta({ id: 'ComparedRegion' })
export type ComparedRegion = z.infer<typeof ComparedRegion>

export const Comparison = z
  .object({
    chain: ChainKey,
    chainName: z.string(),
    node: ChainKey.nullable(),
    nodeName: z.string().nullable(),
    period: Period,
    scope: Scope,
    mode: DivisionMode,
    dataset: Dataset,
    version: z.int(),
    updatedAt: z.string().nullable(),
    /** In the order asked for. */
    regions: z.array(ComparedRegion),
    groups: z.array(z.object({ id: ChainKey, name: z.string(), stage: StageId, stageName: z.string() })),
    /** Periods of the kind of `period`, oldest first; years without data in between are there as gaps. */
    trendPeriods: z.array(Period),
    footnotes: z.array(z.string()),
    method: z.array(z.string()),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>

/** 选同类的规则: 同市 / 规模相近 / 结构相近. */
export const PeerRule = z.enum(['same-city', 'size', 'structure']).meta({ id: 'PeerRule' })
export type PeerRule = z.infer<typeof PeerRule>

export const PeerQuery = z.strictObject({ region: RegionCode, rule: PeerRule, ...Filters })
export type PeerQuery = z.input<typeof PeerQuery>

export const Peers = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    rule: PeerRule,
    /** The rule in words. */
    ruleText: z.string(),
    /** Enterprises of the chain in the region itself. */
    enterprises: z.int(),
    /** How many regions the rule chose from. */
    candidates: z.int(),
    peers: z.array(
      z.object({
        code: RegionCode,
        name: z.string(),
        cityName: z.string().nullable(),
        enterprises: z.int(),
        measure: Decimal.nullable().meta({ description: '规模之比或结构距离；同市不量距离' }),
        measureText: z.string(),
      }),
    ),
    /** Why this set is a weak benchmark; empty when it is not. */
    warnings: z.array(z.string()),
    chain: ChainKey,
    period: Period,
    dataset: Dataset,
    version: z.int(),
  })
  .meta({ id: 'Peers' })
export type Peers = z.infer<typeof Peers>
