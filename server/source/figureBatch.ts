import type { FigureBatch } from '@contract/figures'

/** A batch as it stands in its table. */
export interface BatchColumns {
  id: string
  kind: string
  provider: string
  file_name: string
  period: string
  data_class: FigureBatch['dataClass']
  published_at: string | null
  created_by: string
}

/** 来源批次 of a figure, with how many enterprises of it stand behind the figure. */
export const figureBatch = (row: BatchColumns, enterprises: number): FigureBatch => ({
  batch: row.id,
  kind: row.kind,
  provider: row.provider,
  fileName: row.file_name,
  period: row.period,
  dataClass: row.data_class,
  publishedAt: row.published_at,
  publishedBy: row.created_by,
  enterprises,
})
