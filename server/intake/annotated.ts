import { fieldOf, type KindId } from '@domain/register/kinds'
import type { ColumnMapping } from '@domain/register/mapping'
import { quantityOf } from '@domain/register/settle'
import type { StagedRow, Verdict } from '@domain/register/staged'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import type { ColumnType } from '../sheet/styles'
import { kindOf } from './kindOf'
import { ADVICE_HEADING, isResultHeading, RESULT_HEADING, ROW_HEADING } from './annotatedHeadings'

export const VERDICT_LABELS: Record<Verdict, string> = {
  accepted: '通过',
  quarantined: '待核',
  rejected: '退回',
  duplicate: '重复',
}

export interface AnnotatedInput {
  kind: KindId
  /** The summary's columns: the personal ones are left out, the others keep their order. */
  columns: ColumnMapping[]
  /** Rows in file order, `raw` as staged. */
  rows: AsyncIterable<Pick<StagedRow, 'row' | 'verdict' | 'problems' | 'raw'>>
  footer?: string
}

function columnType(mapping: ColumnMapping, kind: KindId): ColumnType {
  const field = fieldOf(kindOf(kind), mapping.field ?? '')
  if (field?.type === 'code' || field?.type === 'industry') return 'code'
  if (field?.type === 'figure' || quantityOf(field) !== null) return 'number'
  return field?.type === 'date' ? 'date' : 'text'
}

/** The unit moves into the heading so that the copy can be read again after a unit was chosen by hand. */
function headingOf({ header, unit, unitFrom, column }: ColumnMapping): string {
  if (header === '') return `第 ${column + 1} 列`
  return unit !== null && (unitFrom === 'manual' || unitFrom === 'saved' || unitFrom === 'sheet')
    ? `${header}（${unit}）`
    : header
}

async function* annotatedRows(rows: AnnotatedInput['rows'], width: number): AsyncGenerator<CellValue[]> {
  for await (const { row, verdict, problems, raw } of rows) {
    const cells: CellValue[] = Array.from({ length: width }, (_none, index) => raw[index] ?? null)
    const advice = problems.map(({ level, message }) => (level === 'error' ? message : `提示：${message}`)).join('\n')
    yield [...cells, VERDICT_LABELS[verdict], advice === '' ? null : advice, row]
  }
}

/** 回执: the user's table without personal columns, with 处理结果 and 问题与建议; corrected, it can be uploaded again. */
export function annotatedSheet({ kind, columns, rows, footer }: AnnotatedInput): SheetSource {
  const kept = columns.filter(({ personal, header }) => !personal && !isResultHeading(header))
  const own = kept.map((mapping): SheetColumn => ({ header: headingOf(mapping), type: columnType(mapping, kind) }))
  return {
    name: '处理结果',
    columns: [
      ...own,
      { header: RESULT_HEADING, type: 'text', width: 10 },
      { header: ADVICE_HEADING, type: 'wrapped', width: 60 },
      { header: ROW_HEADING, type: 'integer', width: 10 },
    ],
    rows: annotatedRows(rows, kept.length),
    footer,
  }
}
