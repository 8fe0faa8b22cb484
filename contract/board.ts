import { z } from 'zod'
import { VALUE_FORMS } from '@domain/figure/figureInput'
import { ChainKey, DataClass, Decimal, Period, Suppression, View, ViewQuery } from './common'
import { StageId } from './panorama'

export const BoardQuery = ViewQuery
export type BoardQuery = z.input<typeof BoardQuery>

/** 同比: on the same register (按现有数据推算), or as published; where there is none, why. */
export const BoardChange = z
  .object({
    text: z.string().nullable().meta({ description: '+5.3%、+1.2 个百分点、扭亏为盈……；null = 没有' }),
    value: Decimal.nullable().meta({ description: '百分数的为小数，百分点的为百分点数' }),
    kind: z.enum(['percent', 'points', 'turn']).nullable(),
    basis: z.enum(['official', 'estimated']).meta({ description: '公布数 / 按现有数据推算，非统计口径' }),
    suppressed: Suppression.nullable(),
    note: z.string().meta({ description: '怎么来的，或为什么没有' }),
    ref: z.string().nullable(),
  })
  .meta({ id: 'BoardChange' })
export type BoardChange = z.infer<typeof BoardChange>

/** One place of a series; value null and not suppressed = a gap. */
export const BoardPoint = z
  .object({
    period: Period,
    value: Decimal.nullable(),
    suppressed: Suppression.nullable(),
    ref: z.string().nullable(),
  })
  .meta({ id: 'BoardPoint' })
export type BoardPoint = z.infer<typeof BoardPoint>

export const BoardFreshness = z.object({ state: z.enum(['fresh', 'due', 'overdue']), text: z.string() })

/** 覆盖面: how many of how many a figure rests on. */
export const BoardCoverage = z
  .object({
    reporting: z.int(),
    reportingRef: z.string(),
    total: z.int(),
    totalRef: z.string(),
    words: z.string().meta({ description: '报送营业收入、已挂链……' }),
  })
  .meta({ id: 'BoardCoverage' })
export type BoardCoverage = z.infer<typeof BoardCoverage>

/** 指标卡. */
export const BoardCard = z
  .object({
    id: z.string(),
    name: z.string(),
    form: z.enum(VALUE_FORMS),
    unit: z.string(),
    decimals: z.int(),
    value: Decimal.nullable(),
    suppressed: Suppression.nullable(),
    missing: z.string().nullable().meta({ description: '没有数的原因' }),
    ref: z.string(),
    period: Period,
    change: BoardChange,
    /** Periods of the kind of the view's, oldest first; [] = 没有历史. */
    spark: z.array(BoardPoint),
    freshness: BoardFreshness.nullable(),
    coverage: BoardCoverage.nullable(),
  })
  .meta({ id: 'BoardCard' })
export type BoardCard = z.infer<typeof BoardCard>

export const BoardTrendLine = z
  .object({
    id: z.string(),
    name: z.string(),
    form: z.enum(VALUE_FORMS),
    unit: z.string(),
    points: z.array(BoardPoint),
  })
  .meta({ id: 'BoardTrendLine' })
export type BoardTrendLine = z.infer<typeof BoardTrendLine>

/** 结构: a stage or a group within the chain. An enterprise of several groups counts in each. */
export const BoardPart = z
  .object({
    kind: z.enum(['stage', 'group']),
    id: ChainKey,
    stage: StageId,
    name: z.string(),
    enterprises: z.int(),
    enterprisesRef: z.string(),
    enterprisesShare: Decimal.nullable(),
    enterprisesShareRef: z.string(),
    revenueWan: Decimal.nullable(),
    revenueReporting: z.int(),
    revenueRef: z.string(),
    revenueShare: Decimal.nullable(),
    revenueShareRef: z.string(),
    revenueSuppressed: Suppression.nullable(),
    revenueShareSuppressed: Suppression.nullable(),
  })
  .meta({ id: 'BoardPart' })
export type BoardPart = z.infer<typeof BoardPart>

/** One published total beside the register's. */
export const BoardOfficial = z
  .object({
    value: Decimal,
    provider: z.string(),
    dataClass: DataClass,
    publishedAt: z.string(),
    asGiven: z.string(),
    doubt: z.string().nullable(),
    /** 名录合计 − 公布数. */
    difference: Decimal.nullable(),
    ratio: Decimal.nullable().meta({ description: '差占公布数的比例' }),
  })
  .meta({ id: 'BoardOfficial' })

/** 官方总数对照: the register's total beside what was published, never averaged. */
export const BoardTwin = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    decimals: z.int(),
    period: Period,
    register: z.object({
      name: z.string(),
      value: Decimal.nullable(),
      suppressed: Suppression.nullable(),
      missing: z.string().nullable(),
      coverage: BoardCoverage.nullable(),
      ref: z.string(),
    }),
    /** The first is the one that the tables of regions show. */
    official: z.array(BoardOfficial).min(1),
    officialRef: z.string(),
    reasons: z.array(z.string()).meta({ description: '可能的原因：覆盖面 / 口径 / 时点' }),
  })
  .meta({ id: 'BoardTwin' })
export type BoardTwin = z.infer<typeof BoardTwin>

/** 指标总览. */
export const Board = z
  .object({
    view: View,
    cards: z.array(BoardCard),
    regionCards: z.array(BoardCard).meta({ description: '区域指标：采用公布数，同比只用官方增速' }),
    trend: z.object({
      words: z.string().meta({ description: '年度 / 季度累计 / 月度累计……' }),
      periods: z.array(Period),
      labels: z.array(z.string()),
      lines: z.array(BoardTrendLine),
      note: z.string(),
    }),
    structure: z.object({ parts: z.array(BoardPart), note: z.string() }),
    twins: z.array(BoardTwin),
    twinsMissing: z.array(z.string()).meta({ description: '可对照而没有导入的官方总数' }),
    method: z.array(z.string()),
  })
  .meta({ id: 'Board' })
export type Board = z.infer<typeof Board>
