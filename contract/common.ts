import { z } from 'zod'
import { SUPPRESSIONS } from '@domain/disclosure/suppression'

/** Six digits, GB/T 2260 style; 100000 is the whole country. */
export const RegionCode = z
  .string()
  .regex(/^\d{6}$/, '行政区划代码应为 6 位数字')
  .meta({ id: 'RegionCode', examples: ['210000'] })

/** kebab-case identifier of a chain, a group or a node. */
export const ChainKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '标识应为小写字母、数字和连字符')
  .max(64)
  .meta({ id: 'ChainKey', examples: ['cnc-machine-tools'] })

/** A line that a person writes: no control characters, which no database and no file name could hold. */
export const Line = z
  .string()
  .trim()
  .regex(/^[^\u0000-\u001f\u007f]*$/u, '不能含控制字符')

/** 统计期: 2026, 2026H1, 2026Q3, 2026Q1-3, 2026M10, 2026M01-10. */
export const Period = z
  .string()
  .regex(/^\d{4}(H[12]|Q[1-4](-[2-4])?|M\d{2}(-\d{2})?)?$/, '统计期写法应如 2025、2025H1、2025Q1-3、2025M01-10')
  .meta({ id: 'Period', examples: ['2025'] })

/** 口径: 全口径 / 规上工业 / 四上. */
export const Scope = z.enum(['all', 'above', 'four']).meta({ id: 'Scope' })
export type Scope = z.infer<typeof Scope>

/** 区划口径: 现区划还原 / 当期区划. */
export const DivisionMode = z.enum(['current', 'asof']).meta({ id: 'DivisionMode' })
export type DivisionMode = z.infer<typeof DivisionMode>

/** Demonstration data never mixes with real data: a view shows one or the other. */
export const Dataset = z.enum(['real', 'demo']).meta({ id: 'Dataset' })
export type Dataset = z.infer<typeof Dataset>

/** 数据类别. */
export const DataClass = z
  .enum(['statistics', 'department', 'self-reported', 'third-party', 'estimated', 'demo'])
  .meta({ id: 'DataClass', description: '统计 / 部门行政记录 / 企业自报 / 第三方 / 推算 / 演示' })
export type DataClass = z.infer<typeof DataClass>

/** 数据类别 in the few words that screens have room for. */
export const DATA_CLASS_NAMES: Record<DataClass, string> = {
  statistics: '统计部门',
  department: '部门行政记录',
  'self-reported': '企业自报',
  'third-party': '第三方',
  estimated: '推算',
  demo: '演示',
}

/** 抑制: why a sum is not given; null = it is given, or missing for another reason. */
export const Suppression = z
  .enum(SUPPRESSIONS)
  .meta({ id: 'Suppression', description: '不公布的原因：报送企业太少 / 一两家占比过高 / 防止相减推出' })

/** Decimal number as text, so that money never passes through floating point. */
export const Decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: 'Decimal', examples: ['12345.6789'] })

export const CreditCode = z
  .string()
  .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码应为 18 位')
  .meta({ id: 'CreditCode', examples: ['91219900MA0000066Y'] })

/** RFC 9457 problem document. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** The request field that is wrong, where one is. */
    field: z.string().optional(),
    /** Every fault of a file, in sentences; `detail` sums them up. */
    faults: z.array(z.string()).optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** What every screen is a view of: the same spelling of the same five filters everywhere. */
export const ViewQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey,
  period: Period.optional().meta({ description: '省略时取该地区最近有数据的统计期' }),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional().meta({ description: '省略时：有真实数据取真实数据，否则取演示数据' }),
})
export type ViewQuery = z.input<typeof ViewQuery>

/** The view as the server understood it, every default filled in. */
export const View = z
  .object({
    region: RegionCode,
    regionName: z.string(),
    chain: ChainKey,
    chainName: z.string(),
    edition: z.string(),
    period: Period,
    scope: Scope,
    mode: DivisionMode,
    dataset: Dataset,
    /** Data version: changes with every publication, the base of the ETag. */
    version: z.int(),
    /** When that version was published, ISO 8601; null when nothing was ever published. */
    updatedAt: z.string().nullable(),
    /** 区划调整 footnotes that concern this region. */
    footnotes: z.array(z.string()),
  })
  .meta({ id: 'View' })
export type View = z.infer<typeof View>
