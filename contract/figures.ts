import { z } from 'zod'
import { parseRef } from '@domain/figure/figureRef'
import { parseRegionRef } from '@domain/figure/regionRef'
import { INPUT_ROLES, VALUE_FORMS } from '@domain/figure/figureInput'
import { FIGURE_FORMULAS } from '@domain/figure/formulas'
import { CYCLES } from '@domain/indicator/catalogue'
import { DataClass, Dataset, Decimal, DivisionMode, Period, RegionCode, Scope, Suppression } from './common'
import { FigureSource, FigureSpread } from './regionFigures'

/** A party without a code is written out by its name. */
const LONGEST_REF = 1000

/** 数字编号: says which number of the product is meant. */
export const FigureRefText = z
  .string()
  .max(LONGEST_REF)
  .refine((text) => parseRef(text) !== null || parseRegionRef(text) !== null, '不是有效的数字编号')
  .meta({
    id: 'FigureRef',
    description: '指标.地区.产业链.对象类别.对象.口径.统计期.区划口径.数据.对照地区，没有的写 _',
    examples: ['enterprises.210100.cnc-machine-tools.chain._.all.2025.current.demo._'],
  })

export const FigureCardQuery = z.strictObject({ ref: FigureRefText })
export type FigureCardQuery = z.input<typeof FigureCardQuery>

/** The list of enterprises behind a number, as a query of /enterprises. */
export const FigureList = z
  .object({
    query: z.record(z.string(), z.string()).meta({ description: '企业清单的查询参数' }),
    total: z.int(),
  })
  .meta({ id: 'FigureList' })

export const FigureInput = z
  .object({
    role: z.enum(INPUT_ROLES),
    name: z.string(),
    value: Decimal.nullable(),
    form: z.enum(VALUE_FORMS).meta({ description: '个数 / 金额 / 比值（按百分数显示）/ 纯数 / 位次' }),
    unit: z.string(),
    present: z.boolean().optional().meta({ description: '环节：false = 缺' }),
    /** Opens to a card of its own. */
    ref: z.string().nullable(),
    note: z.string().nullable(),
    suppressed: Suppression.nullable(),
    withheld: z.boolean().meta({ description: '不在查看者辖区，不给出' }),
  })
  .meta({ id: 'FigureInput' })
export type FigureInput = z.infer<typeof FigureInput>

/** 来源: one published batch that the number rests on. */
export const FigureBatch = z
  .object({
    batch: z.string(),
    kind: z.string(),
    provider: z.string(),
    fileName: z.string().nullable().meta({ description: 'null = 不向查看者公开，导入的人同' }),
    period: Period,
    dataClass: DataClass,
    publishedAt: z.string().nullable(),
    publishedBy: z.string().nullable().meta({ description: '导入并发布的人' }),
    enterprises: z.int().meta({ description: '其中计入这个数字的企业数' }),
  })
  .meta({ id: 'FigureBatch' })
export type FigureBatch = z.infer<typeof FigureBatch>

/** What a figure of a region rests on: outside sources, side by side, never averaged. */
export const PublishedFigure = z
  .object({
    cycle: z.enum(CYCLES),
    unit: z.string(),
    decimals: z.int(),
    sources: z.array(FigureSource),
    spread: FigureSpread.nullable(),
    doubt: z.string().nullable(),
    rule: z.string().meta({ description: '先显示哪一个来源' }),
    growth: z.object({ name: z.string(), ref: z.string() }).nullable().meta({ description: '同期的官方增速' }),
  })
  .meta({ id: 'PublishedFigure' })

/** 数字身份证. */
export const FigureCard = z
  .object({
    ref: z.string(),
    indicator: z.string(),
    name: z.string(),
    subject: z.string().meta({ description: '地区与对象，如 沈阳市数控机床产业链' }),
    value: Decimal.nullable(),
    upper: Decimal.nullable().meta({ description: '只知区间时的上限' }),
    form: z.enum(VALUE_FORMS),
    unit: z.string(),
    text: z.string().meta({ description: '读出来的写法，如 86.40 亿元' }),
    suppressed: Suppression.nullable(),
    missing: z.object({ reason: z.string(), remedy: z.string() }).nullable(),
    definition: z.string(),
    owner: z.string().meta({ description: '责任单位' }),
    sourceForm: z.string().meta({ description: '来源表' }),
    formula: z.object({
      id: z.enum(FIGURE_FORMULAS),
      names: z.string().meta({ description: '算式，用名称写' }),
      numbers: z.string().nullable().meta({ description: '算式，用数字写' }),
    }),
    inputs: z.array(FigureInput),
    list: FigureList.nullable(),
    /** Further figures made from the same inputs. */
    related: z.array(z.object({ name: z.string(), ref: z.string() })),
    region: RegionCode,
    regionName: z.string(),
    againstName: z.string().nullable().meta({ description: '对照地区' }),
    period: Period,
    periodText: z.string(),
    scope: Scope,
    scopeText: z.string(),
    mode: DivisionMode,
    modeText: z.string(),
    dataset: Dataset,
    sources: z.array(FigureBatch),
    /** 区域指标: every source of the figure, the one shown first. */
    published: PublishedFigure.nullable(),
    freshness: z.string().nullable(),
    footnotes: z.array(z.string()),
    version: z.int(),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: 'FigureCard' })
export type FigureCard = z.infer<typeof FigureCard>
