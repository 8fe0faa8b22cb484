import { z } from 'zod'
import { CYCLES, DIRECTIONS, INDICATOR_KINDS } from '@domain/indicator/catalogue'

/** 指标目录 entry: what a figure means, how it is computed, who answers for it. */
export const Indicator = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    theme: z.string(),
    unit: z.string().meta({ description: '入库与显示单位；纯数为空' }),
    inputUnits: z.array(z.string()).meta({ description: '导入时可换算的单位' }),
    decimals: z.int(),
    kind: z.enum(INDICATOR_KINDS).meta({ description: '规模 / 累计量 / 存量 / 增速 / 比值 / 个数 / 非数值填报项' }),
    definition: z.string(),
    formula: z
      .object({
        id: z.string().nullable(),
        text: z.string(),
        inputs: z.array(z.object({ id: z.string(), name: z.string() })),
      })
      .nullable(),
    cycle: z.enum(CYCLES),
    owner: z.string().meta({ description: '责任单位' }),
    scope: z.string(),
    source: z.string(),
    edition: z.string(),
    direction: z.enum(DIRECTIONS),
    official: z.boolean().meta({ description: '照公布数存储，不由系统计算' }),
    ambiguity: z.string().nullable().meta({ description: '来源文件没有说清的地方' }),
    reported: z.boolean().meta({ description: '可作为区域指标导入' }),
    aliases: z.array(z.string()),
  })
  .meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof Indicator>

export const IndicatorTheme = z
  .object({ id: z.string(), name: z.string(), template: z.boolean().meta({ description: '有填报模板' }) })
  .meta({ id: 'IndicatorTheme' })

export const IndicatorCatalogue = z
  .object({ themes: z.array(IndicatorTheme), indicators: z.array(Indicator) })
  .meta({ id: 'IndicatorCatalogue' })
export type IndicatorCatalogue = z.infer<typeof IndicatorCatalogue>
