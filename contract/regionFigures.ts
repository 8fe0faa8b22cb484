import { z } from 'zod'
import { DataClass, Dataset, Decimal, Period, RegionCode } from './common'

export const RegionFigureQuery = z.strictObject({
  region: RegionCode,
  period: Period.optional().meta({ description: '省略时给出全部统计期' }),
  indicator: z.string().max(60).optional().meta({ description: '指标目录中的标识' }),
  dataset: Dataset.optional(),
})
export type RegionFigureQuery = z.input<typeof RegionFigureQuery>

/** One source of one figure, as a batch gave it. */
export const FigureSource = z
  .object({
    value: Decimal,
    asGiven: z.string().meta({ description: '原表单元格与单位，换算前' }),
    provider: z.string(),
    dataClass: DataClass,
    batch: z.string(),
    fileName: z.string(),
    heading: z.string().meta({ description: '原表列名' }),
    row: z.int(),
    column: z.int().meta({ description: '从 0 起的列号' }),
    publishedAt: z.string(),
    publishedBy: z.string().nullable().meta({ description: 'null = 不向查看者公开' }),
    /** The division as the file has it, where it is not today's. */
    former: z.string().nullable(),
    doubt: z.string().nullable().meta({ description: '导入时的疑似单位错误' }),
  })
  .meta({ id: 'FigureSource' })
export type FigureSource = z.infer<typeof FigureSource>

/** How far the sources of one figure lie apart. */
export const FigureSpread = z
  .object({
    lowest: Decimal,
    highest: Decimal,
    absolute: Decimal,
    ratio: Decimal.nullable().meta({ description: '最高与最低之差占最低的比例' }),
  })
  .meta({ id: 'FigureSpread' })

export const FigureCell = z
  .object({
    period: Period,
    value: Decimal,
    /** The first is shown. */
    sources: z.array(FigureSource).min(1),
    spread: FigureSpread.nullable(),
    doubt: z.string().nullable(),
  })
  .meta({ id: 'FigureCell' })
export type FigureCell = z.infer<typeof FigureCell>

export const RegionIndicator = z
  .object({
    id: z.string(),
    freshness: z
      .object({ state: z.enum(['fresh', 'due', 'overdue']), months: z.number(), text: z.string() })
      .nullable(),
    /** Newest first; a period without a figure has no cell. */
    cells: z.array(FigureCell),
  })
  .meta({ id: 'RegionIndicator' })
export type RegionIndicator = z.infer<typeof RegionIndicator>

export const RegionFigures = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    dataset: Dataset,
    version: z.int(),
    updatedAt: z.string().nullable(),
    periods: z.array(Period).meta({ description: '最新在前' }),
    indicators: z.array(RegionIndicator).meta({ description: '按指标目录的次序' }),
    /** Abolished divisions whose figures are not this region's own. */
    formerRegions: z.array(z.object({ code: RegionCode, name: z.string(), figures: z.int() })),
    rule: z.string().meta({ description: '先显示哪一个来源' }),
    footnotes: z.array(z.string()),
  })
  .meta({ id: 'RegionFigures' })
export type RegionFigures = z.infer<typeof RegionFigures>
