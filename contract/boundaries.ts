import { z } from 'zod'
import { Line, RegionCode } from './common'
import { CrsName } from './enterprises'

const REVIEW_NUMBER = /^(?:GS\p{Script=Han}{0,2}|\p{Script=Han}{1,3}S)\((?:19|20)\d{2}\)第?\d{1,6}(?:-\d{1,3})?号$/u

/**
 * 审图号: GS(2024)0650号 of the ministry, GS京(2022)0001号 of a province it has entrusted, 辽S(2023)12号 of a province,
 * 沈S(2023)1号 of a city. Full-width brackets are written as half-width ones.
 */
export const ReviewNumber = z
  .string()
  .trim()
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/\s/gu, '')
      .replace(/[〔［【\[]/gu, '(')
      .replace(/[〕］】\]]/gu, ')'),
  )
  .refine((text) => REVIEW_NUMBER.test(text), '审图号写法应如 GS(2024)0650号、辽S(2023)12号；没有审图号请留空')

/** The outlines that one province, or the whole country (100000), is drawn with. */
export const BoundarySet = z
  .object({
    province: RegionCode,
    name: z.string(),
    origin: z.enum(['bundled', 'official']).meta({ description: '随产品提供 / 导入的官方界线' }),
    crs: CrsName,
    /** 审图号; null: 示意图. */
    reviewNumber: z.string().nullable(),
    source: z.string(),
    sourceDate: z.string(),
    /** What must be known of the right to use them. */
    licence: z.string(),
    /** Without a 审图号 no picture may leave for the public. */
    publicExport: z.boolean(),
    importedAt: z.string().nullable(),
    importedBy: z.string().nullable(),
    fileName: z.string().nullable(),
    /** Another version is another drawing; '' for the bundled outlines. */
    version: z.string(),
  })
  .meta({ id: 'BoundarySet' })
export type BoundarySet = z.infer<typeof BoundarySet>

export const BoundaryList = z.object({ sets: z.array(BoundarySet) }).meta({ id: 'BoundaryList' })
export type BoundaryList = z.infer<typeof BoundaryList>

const isDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** What travels with an uploaded file of outlines. */
export const BoundaryFields = z.strictObject({
  province: RegionCode,
  crs: CrsName,
  reviewNumber: ReviewNumber.optional(),
  source: Line.min(1, '请填写来源').max(100),
  sourceDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, '资料日期写法应如 2024-06-30')
    .refine(isDay, '没有这一天'),
  fileName: Line.min(1).max(255),
  allowMissing: z.enum(['yes', 'no']).default('no').meta({ description: 'yes：文件缺少部分区县时仍导入，缺的不画' }),
})
export type BoundaryFields = z.input<typeof BoundaryFields>

export const BoundaryImport = z
  .object({
    set: BoundarySet,
    counties: z.int(),
    cities: z.int(),
    /** What was set right or left out, in sentences. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'BoundaryImport' })
export type BoundaryImport = z.infer<typeof BoundaryImport>

/** TopoJSON with the objects county, city and province; ids are region codes. */
export const BoundaryTopology = z
  .object({
    type: z.literal('Topology'),
    objects: z.record(z.string(), z.unknown()),
    arcs: z.array(z.array(z.array(z.number()))),
    transform: z.unknown().optional(),
    bbox: z.array(z.number()).optional(),
  })
  .meta({ id: 'BoundaryTopology' })
export type BoundaryTopology = z.infer<typeof BoundaryTopology>
