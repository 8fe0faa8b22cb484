import { z } from 'zod'
import { DataClass, Dataset, Line, Period, RegionCode, Scope } from './common'
import { LocatedBy } from './enterprises'

/** 批次类型: 企业名录 / 荣誉名单 / 链主名单 / 供应关系 / 区域指标. */
export const BatchKind = z.enum(['register', 'honours', 'leaders', 'links', 'figures']).meta({ id: 'BatchKind' })
export type BatchKind = z.infer<typeof BatchKind>

export const BatchStatus = z
  .enum(['reading', 'staged', 'publishing', 'published', 'withdrawn', 'cancelled', 'failed'])
  .meta({ id: 'BatchStatus' })
export type BatchStatus = z.infer<typeof BatchStatus>

export const Verdict = z.enum(['accepted', 'quarantined', 'rejected', 'duplicate']).meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

/** rows = accepted + quarantined + rejected + duplicates, always. */
export const BatchCounts = z
  .object({
    rows: z.int(),
    accepted: z.int(),
    quarantined: z.int(),
    rejected: z.int(),
    duplicates: z.int(),
    located: z.object({ declared: z.int(), address: z.int(), code: z.int(), none: z.int() }),
  })
  .meta({ id: 'BatchCounts' })
export type BatchCounts = z.infer<typeof BatchCounts>

/** One column of the file and what it was taken for. */
export const ColumnMapping = z
  .object({
    column: z.int().meta({ description: '从 0 起的列号' }),
    header: z.string(),
    field: z.string().nullable().meta({ description: 'null = 不导入' }),
    period: Period.nullable(),
    unit: z.string().nullable(),
    unitFrom: z.enum(['header', 'sheet', 'cells', 'saved', 'manual', 'default']).nullable(),
    /** 1 = 列名认识，0 = 未对应. */
    confidence: z.number(),
    how: z.enum(['alias', 'core', 'hint', 'saved', 'manual', 'none']),
    /** Dropped at the door: personal data. */
    personal: z.boolean(),
    /** A sentence when the column needs the user's decision (unknown unit, mixed units …). */
    question: z.string().nullable(),
    samples: z.array(z.string()),
  })
  .meta({ id: 'ColumnMapping' })
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const FieldChoice = z
  .object({
    id: z.string(),
    name: z.string(),
    required: z.boolean(),
    measured: z.boolean(),
    units: z.array(z.string()),
    /** 可有多列是这一项：同一指标的两个来源. */
    repeatable: z.boolean().optional(),
    /** 选项的分组（指标的主题）. */
    group: z.string().optional(),
  })
  .meta({ id: 'FieldChoice' })
export type FieldChoice = z.infer<typeof FieldChoice>

export const BatchReport = z
  .object({
    sheet: z.string().nullable(),
    otherSheets: z.array(z.string()),
    encoding: z.string().nullable(),
    headerRow: z.int().nullable(),
    columns: z.array(ColumnMapping),
    fields: z.array(FieldChoice),
    droppedPersonal: z.array(z.string()),
    notes: z.array(z.string()),
    problems: z.array(
      z.object({ code: z.string(), level: z.enum(['error', 'warning']), message: z.string(), rows: z.int() }),
    ),
    /** Enterprises already known from earlier batches, and how many of them come under another name. */
    known: z.int(),
    renamed: z.array(z.object({ creditCode: z.string(), name: z.string(), earlierName: z.string() })),
    linked: z.int().meta({ description: '可挂链企业数' }),
  })
  .meta({ id: 'BatchReport' })
export type BatchReport = z.infer<typeof BatchReport>

export const Batch = z
  .object({
    id: z.string(),
    kind: BatchKind,
    fileName: z.string(),
    fileSize: z.int(),
    fileHash: z.string(),
    province: RegionCode,
    provider: z.string(),
    period: Period,
    scope: Scope,
    dataClass: DataClass,
    dataset: Dataset,
    status: BatchStatus,
    createdAt: z.string(),
    createdBy: z.string(),
    publishedAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    /** 0–1 of the file's bytes while reading. */
    progress: z.number(),
    counts: BatchCounts,
    /** The same file was published before, as this batch. */
    sameAs: z.string().nullable(),
    /** Why it failed or was refused, in words. */
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    report: BatchReport.nullable(),
  })
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof Batch>

export const BatchList = z.object({ batches: z.array(Batch.omit({ report: true })) }).meta({ id: 'BatchList' })
export type BatchList = z.infer<typeof BatchList>

/** The form fields that travel with an uploaded file. */
export const UploadFields = z.strictObject({
  kind: BatchKind.default('register'),
  province: RegionCode,
  provider: Line.min(1, '请填写提供单位').max(60),
  period: Period,
  scope: Scope.default('all'),
  dataClass: DataClass.default('department'),
})
export type UploadFields = z.input<typeof UploadFields>

/** The user's corrections of the mapping; the file is read again with them. */
export const MappingRequest = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({
          column: z.int().min(0).max(16383),
          field: z.string().max(40).nullable(),
          period: Period.nullable().optional(),
          unit: z.string().max(20).nullable().optional(),
        }),
      )
      .min(1)
      .max(500),
    sheet: z.string().max(100).optional(),
    headerRow: z.int().min(1).max(200).optional(),
    remember: z.boolean().default(true),
  })
  .meta({ id: 'MappingRequest' })
export type MappingRequest = z.input<typeof MappingRequest>

export const RowProblem = z
  .object({ level: z.enum(['error', 'warning']), field: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'RowProblem' })

export const StagedRowView = z
  .object({
    row: z.int(),
    verdict: Verdict,
    creditCode: z.string().nullable(),
    name: z.string().nullable(),
    county: RegionCode.nullable(),
    countyName: z.string(),
    locatedBy: LocatedBy,
    problems: z.array(RowProblem),
    /** A person let this row pass: the reason given. */
    overrideReason: z.string().nullable(),
  })
  .meta({ id: 'StagedRow' })
export type StagedRowView = z.infer<typeof StagedRowView>

export const RowsQuery = z.strictObject({
  verdict: Verdict.optional(),
  problem: z.string().max(60).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RowsQuery = z.input<typeof RowsQuery>

export const RowsPage = z
  .object({ total: z.int(), rows: z.array(StagedRowView), next: z.int().nullable() })
  .meta({ id: 'RowsPage' })
export type RowsPage = z.infer<typeof RowsPage>

/** 人工放行 a quarantined row (or take that back with an empty reason). */
export const RowOverride = z.strictObject({ reason: z.string().trim().max(200) }).meta({ id: 'RowOverride' })
