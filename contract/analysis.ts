import { z } from 'zod'
import { ClusterIndicator } from './clusters'
import { ChainKey, Dataset, Decimal, DivisionMode, Period, RegionCode, Scope, Suppression, ViewQuery } from './common'

/** What every panel of 指标分析 is asked with. */
export const AnalysisQuery = ViewQuery.extend({
  node: ChainKey.optional().meta({ description: '只看一个环节；省略时看全链' }),
})
export type AnalysisQuery = z.input<typeof AnalysisQuery>

const Level = z.enum(['city', 'county']).optional().meta({ description: '省略时：省看市，市看县，县看所在市的各县' })

/** What every answer of 指标分析 says of itself. */
export const AnalysisHead = z.object({
  region: RegionCode,
  regionName: z.string(),
  chain: ChainKey,
  chainName: z.string(),
  node: ChainKey.nullable(),
  nodeName: z.string().nullable(),
  period: Period,
  periodText: z.string(),
  scope: Scope,
  mode: DivisionMode,
  dataset: Dataset,
  version: z.int(),
  updatedAt: z.string().nullable(),
  freshness: z.string().nullable(),
  footnotes: z.array(z.string()),
  method: z.array(z.string()),
})
export type AnalysisHead = z.infer<typeof AnalysisHead>

/** What a value is: 家, 万元, a fraction shown as a percentage, a pure number. */
export const AnalysisForm = z.enum(['count', 'money', 'ratio', 'number'])
export type AnalysisForm = z.infer<typeof AnalysisForm>

export const RankingQuery = AnalysisQuery.extend({ level: Level, indicator: ClusterIndicator.default('revenue') })
export type RankingQuery = z.input<typeof RankingQuery>

/** A value of one period; null with a reason of either kind, or because that period has no data. */
export const RankingPoint = z.object({
  period: Period,
  value: Decimal.nullable(),
  suppressed: Suppression.nullable(),
})

export const RankingRow = z
  .object({
    code: RegionCode,
    name: z.string(),
    rank: z.int().nullable().meta({ description: '按未取整的数排，并列同位；缺和不公布的没有位次' }),
    value: Decimal.nullable(),
    suppressed: Suppression.nullable(),
    missing: z.string().nullable().meta({ description: '为什么没有数' }),
    enterprises: z.int(),
    rankBefore: z.int().nullable().meta({ description: '上年同期的位次' }),
    rankChange: z
      .int()
      .nullable()
      .meta({ description: '比上年同期上升（正）或下降（负）几位；只在两期都有位次的地区之间比' }),
    trend: z.array(RankingPoint),
  })
  .meta({ id: 'RankingRow' })
export type RankingRow = z.infer<typeof RankingRow>

/** 排名: regions by one indicator, with its course in small. */
export const Ranking = AnalysisHead.extend({
  indicator: ClusterIndicator,
  form: AnalysisForm,
  estimated: z.string().nullable().meta({ description: '推算的说明；null = 不是推算' }),
  level: z.enum(['city', 'county', 'province']),
  /** Regions over which it is ranked; for a county those of its city. */
  among: RegionCode,
  amongName: z.string(),
  ranked: z.int().meta({ description: '有位次的地区数' }),
  periods: z.array(Period),
  before: z.object({ period: Period, text: z.string() }).nullable(),
  beforeMissing: z.string().nullable().meta({ description: '为什么没有位次变化' }),
  rows: z.array(RankingRow),
}).meta({ id: 'Ranking' })
export type Ranking = z.infer<typeof Ranking>

export const QuadrantHeight = z.enum(['growth', 'share']).meta({ description: '纵轴：收入增速（推算）/ 占比' })
export type QuadrantHeight = z.infer<typeof QuadrantHeight>

export const QuadrantQuery = AnalysisQuery.extend({
  level: Level,
  points: z.enum(['regions', 'nodes']).default('regions').meta({ description: '一点是一个地区 / 一个环节' }),
  height: QuadrantHeight.default('growth'),
})
export type QuadrantQuery = z.input<typeof QuadrantQuery>

export const QuadrantId = z
  .enum(['leading', 'rising', 'strained', 'nascent'])
  .meta({ description: '领先 / 潜力 / 承压 / 待培育' })
export type QuadrantId = z.infer<typeof QuadrantId>

export const QuadrantPoint = z
  .object({
    id: z.string().meta({ description: '区划代码或环节标识' }),
    name: z.string(),
    quotient: Decimal.nullable(),
    quotientBasis: z.enum(['revenue', 'enterprises']).nullable(),
    height: Decimal.nullable(),
    enterprises: z.int(),
    revenueWan: Decimal.nullable(),
    revenueSuppressed: Suppression.nullable(),
    quadrant: QuadrantId.nullable().meta({ description: '落不了点的没有' }),
    suppressed: z.object({ quotient: Suppression.nullable(), height: Suppression.nullable() }),
    missing: z.array(z.string()).meta({ description: '为什么落不了点' }),
  })
  .meta({ id: 'QuadrantPoint' })
export type QuadrantPoint = z.infer<typeof QuadrantPoint>

const Line = z.object({ value: Decimal, text: z.string().meta({ description: '这条线是什么' }) })

/** 四象限: 区位商 to the right, 增速 or 占比 upwards. */
export const Quadrant = AnalysisHead.extend({
  points: z.enum(['regions', 'nodes']),
  height: QuadrantHeight,
  level: z.enum(['city', 'county', 'province']).nullable(),
  reference: z.string().nullable().meta({ description: '区位商的参照地区' }),
  referenceCode: RegionCode.nullable(),
  shareBasis: z
    .enum(['revenue', 'enterprises'])
    .nullable()
    .meta({ description: '占比按什么算；纵轴不是占比时为 null' }),
  lines: z.object({ x: Line, y: Line.nullable() }),
  estimated: z.string().nullable(),
  items: z.array(QuadrantPoint),
}).meta({ id: 'Quadrant' })
export type Quadrant = z.infer<typeof Quadrant>
