import type { ColumnMapping, FieldChoice, MappingRequest } from '@contract/batches'

/** A column as the user is editing it. */
export interface ColumnDraft {
  column: number
  header: string
  samples: string[]
  personal: boolean
  question: string | null
  /** '' = 不导入. */
  field: string
  /** '' = the batch's own period. */
  period: string
  /** '' = as read from the file. */
  unit: string
}

export function draftsOf(columns: ColumnMapping[]): ColumnDraft[] {
  return columns.map(({ column, header, samples, personal, question, field, period, unit }) => ({
    column,
    header,
    samples,
    personal,
    question,
    field: field ?? '',
    period: period ?? '',
    unit: unit ?? '',
  }))
}

/** A column without heading, content or meaning: spreadsheets are full of them. */
export function isBlank({ header, samples, field }: ColumnDraft): boolean {
  return header === '' && samples.length === 0 && field === ''
}

/** Another field: a unit of the former field means nothing to it. */
export function assignField(draft: ColumnDraft, field: string, fields: FieldChoice[]): ColumnDraft {
  return {
    ...draft,
    field,
    unit: unitsOf(field, fields).includes(draft.unit) ? draft.unit : '',
    period: isMeasured(field, fields) ? draft.period : '',
  }
}

/** Required fields that no column is taken for, by name. */
export function missingRequired(drafts: ColumnDraft[], fields: FieldChoice[]): string[] {
  const taken = new Set(drafts.map(({ field }) => field))
  return fields.filter(({ id, required }) => required && !taken.has(id)).map(({ name }) => name)
}

/** Fields taken by two columns at once; measured ones only when their periods are the same too. */
export function doubledFields(drafts: ColumnDraft[], fields: FieldChoice[]): string[] {
  const slots = new Map<string, number>()
  for (const { field, period } of drafts) {
    if (field === '' || fields.some(({ id, repeatable }) => id === field && repeatable)) continue
    const slot = isMeasured(field, fields) ? `${field} ${period}` : field
    slots.set(slot, (slots.get(slot) ?? 0) + 1)
  }
  const doubled = [...slots].filter(([, count]) => count > 1).map(([slot]) => slot.split(' ')[0] ?? slot)
  return fields.filter(({ id }) => doubled.includes(id)).map(({ name }) => name)
}

export function isMeasured(field: string, fields: FieldChoice[]): boolean {
  return fields.some(({ id, measured }) => id === field && measured)
}

/** Units to choose from; for 经度 and 纬度 the 坐标系. Empty where a field has neither. */
export function unitsOf(field: string, fields: FieldChoice[]): string[] {
  return fields.find(({ id }) => id === field)?.units ?? []
}

export function isChanged(drafts: ColumnDraft[], columns: ColumnMapping[]): boolean {
  return JSON.stringify(drafts) !== JSON.stringify(draftsOf(columns))
}

/** A column needs the user when the reader asked something and the answer is not given yet. */
export function needsAnswer(draft: ColumnDraft, columns: ColumnMapping[]): boolean {
  if (draft.question === null || draft.field === '') return false
  const before = columns.find(({ column }) => column === draft.column)
  return before !== undefined && (before.field ?? '') === draft.field && (before.unit ?? '') === draft.unit
}

export interface MappingExtras {
  remember: boolean
  /** Where the user says the heading is; null leaves it to the reader. */
  headerRow: number | null
}

/**
 * What is sent: what the user changed, now or in an earlier round, and what the provider's memory had decided. The
 * rest is left to the reader, which would otherwise take every row for a heading that fits.
 */
export function mappingRequest(drafts: ColumnDraft[], columns: ColumnMapping[], extras: MappingExtras): MappingRequest {
  const before = new Map(draftsOf(columns).map((draft) => [draft.column, draft]))
  const decided = new Set(columns.filter(({ how }) => how === 'manual' || how === 'saved').map(({ column }) => column))
  const chosen = drafts.filter(
    (draft) => !draft.personal && (decided.has(draft.column) || !isSame(draft, before.get(draft.column))),
  )
  return {
    columns: chosen.length > 0 ? chosen.map(sentColumn) : [NO_COLUMN],
    remember: extras.remember && chosen.length > 0,
    ...(extras.headerRow === null ? {} : { headerRow: extras.headerRow }),
  }
}

/** Another sheet of the workbook: its columns are others, so nothing that was said of these is sent or remembered. */
export function sheetRequest(sheet: string): MappingRequest {
  return { columns: [NO_COLUMN], sheet, remember: false }
}

/** The contract wants one column at least; a spreadsheet's very last one is in no register. */
const NO_COLUMN = { column: 16_383, field: null }

function isSame(draft: ColumnDraft, before: ColumnDraft | undefined): boolean {
  return (
    before !== undefined && draft.field === before.field && draft.period === before.period && draft.unit === before.unit
  )
}

const sentColumn = ({ column, field, period, unit }: ColumnDraft) => ({
  column,
  field: field === '' ? null : field,
  ...(period === '' ? {} : { period }),
  ...(unit === '' ? {} : { unit }),
})

/** 0 → A, 26 → AA: the letter that the spreadsheet shows. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
