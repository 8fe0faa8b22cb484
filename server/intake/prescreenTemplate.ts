import type { FieldSpec } from '@domain/register/fields'
import { fieldOf, KINDS } from '@domain/register/kinds'
import { PRESCREEN_FIELDS } from '@domain/register/prescreenFields'
import type { Workbook } from '../exports/workbook'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn } from '../sheet/sheetXml'
import { FORM_NOTES, heading, TYPES } from './template'

/** Asked for two years: 本期 and 上年, read against the period of the batch. */
const BOTH_YEARS = new Set(['revenue', 'research-expense'])

/**
 * 优质企业预筛补充表: a register of names, codes and the inputs of the pre-screening. What other registers say of an
 * enterprise stays as it is.
 */
export function prescreenTemplate(): Workbook {
  const kind = KINDS.register
  const revenue = fieldOf(kind, 'revenue')
  const identity = ['name', 'creditCode'].flatMap((id) => fieldOf(kind, id) ?? [])
  const fields = [...identity, ...(revenue ? [revenue] : []), ...PRESCREEN_FIELDS]
  const columns = fields.flatMap(columnsOf)
  return {
    fileName: '优质企业预筛补充表模板.xlsx',
    sheets: [
      {
        name: '企业名录',
        title: '优质企业预筛补充表（导入模板）',
        notes: [
          '导入时批次类型选“企业名录”，统计期选上一年度；“上年”各列是再前一年。',
          '只填有的数，没有的留空；留空的项预筛时列为待核验，不会判为不满足。',
        ],
        columns,
        rows: [],
      },
      {
        name: '填写说明',
        columns: [
          { header: '列名', type: 'text', width: 34 },
          { header: '填写要求', type: 'wrapped', width: 60 },
        ],
        rows: fields.map((field): CellValue[] => [heading(field), field.note ?? FORM_NOTES[field.type] ?? null]),
      },
    ],
  }
}

function columnsOf(field: FieldSpec): SheetColumn[] {
  const type = TYPES[field.type]
  const own: SheetColumn = { header: heading(field), type }
  return BOTH_YEARS.has(field.id) ? [own, { header: `上年${heading(field)}`, type }] : [own]
}
