import type { BatchKind, BatchReport, ColumnMapping as ColumnView, FieldChoice } from '@contract/batches'
import { CRS_IDS } from '@domain/geo/crs'
import type { FieldSpec } from '@domain/register/fields'
import type { ColumnMapping } from '@domain/register/mapping'
import { quantityOf } from '@domain/register/settle'
import { isCoordinate } from '@domain/register/settleCrs'
import { UNIT_CHOICES } from '@domain/register/units'
import { kindOf } from './kindOf'
import type { RefusedTable } from './read/refusal'
import type { AnalysisSummary } from './summary'

type Known = Pick<BatchReport, 'known' | 'renamed' | 'linked'>

/** 预检报告 as the contract shows it. */
export function reportOf(summary: AnalysisSummary, kind: BatchKind, known: Known): BatchReport {
  return {
    sheet: summary.sheet,
    otherSheets: summary.otherSheets,
    encoding: summary.encoding,
    headerRow: summary.headerRow,
    columns: summary.columns.map(columnView),
    fields: fieldChoices(kind),
    droppedPersonal: summary.droppedPersonal,
    notes: [...summary.notes, ...totalNotes(summary)],
    problems: summary.problems.map(({ code, level, message, rows }) => ({ code, level, message, rows })),
    ...known,
  }
}

/** What can still be said of a file whose header was not understood: enough to map its columns by hand. */
export function refusedReport(table: RefusedTable, kind: BatchKind): BatchReport {
  return {
    sheet: table.sheet,
    otherSheets: table.otherSheets,
    encoding: table.encoding,
    headerRow: table.headerRow,
    columns: table.columns.map(columnView),
    fields: fieldChoices(kind),
    droppedPersonal: [],
    notes: [],
    problems: [],
    known: 0,
    renamed: [],
    linked: 0,
  }
}

const columnView = (column: ColumnMapping): ColumnView => column

function fieldChoices(kind: BatchKind): FieldChoice[] {
  const spec = kindOf(kind)
  return spec.fields.map((field) => ({
    id: field.id,
    name: field.label,
    required: spec.required.includes(field.id),
    measured: field.type === 'figure' || quantityOf(field) !== null,
    units: unitChoices(field),
    ...(field.repeatable && { repeatable: true }),
    ...(field.group && { group: field.group }),
  }))
}

/** Units, or for 经度 and 纬度 the 坐标系. */
function unitChoices(field: FieldSpec): string[] {
  if (field.units) return field.units
  if (isCoordinate(field)) return CRS_IDS
  const quantity = quantityOf(field)
  return quantity === null ? [] : UNIT_CHOICES[quantity]
}

/** 合计行 against the sum of the rows. */
function totalNotes({ totals }: AnalysisSummary): string[] {
  return totals
    .filter((total) => !total.agrees)
    .map(
      ({ header, row, stated, summed, unit }) =>
        `第 ${row} 行合计“${header}”为 ${stated} ${unit}，各行相加为 ${summed} ${unit}，两者不符，请核对`,
    )
}
