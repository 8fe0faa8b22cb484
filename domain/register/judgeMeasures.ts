import type { FieldSpec } from './fields'
import type { ColumnMapping } from './mapping'
import { measure, storedUnit, type MeasureProblem } from './numbers'
import { quantityOf } from './settle'
import type { Problem } from './staged'

const ADVICE: Record<MeasureProblem, (cell: string) => string> = {
  'number-text': (cell) => `“${cell}”不是数字，按未报送处理；没有数据请留空，有数据请填数字`,
  'unit-missing': (cell) => `“${cell}”没有单位，而本列其他单元格自带单位，按未报送处理；请补上单位`,
  'unit-foreign': (cell) => `“${cell}”是外币，系统不折算，按未报送处理；请折算成人民币`,
  'unit-unknown': (cell) => `“${cell}”的单位无法换算，按未报送处理；请改用列名中的单位`,
  'number-range': (cell) => `“${cell}”大得不合常理，按未报送处理；请检查单位`,
}

const warning = (mapping: ColumnMapping, field: FieldSpec, code: string, text: string): Problem => ({
  level: 'warning',
  field: field.id,
  code,
  message: `${mapping.header}：${text}`,
})

/** A measured cell: the stored value, or null with the reason; the row itself stays. */
export function judgeMeasure(
  cell: string,
  mapping: ColumnMapping,
  field: FieldSpec,
): { value: string | null; unit: string; problem: Problem | null } {
  const quantity = quantityOf(field)
  if (quantity === null || mapping.question !== null) return { value: null, unit: '', problem: null }
  const unit = storedUnit(quantity)
  const { value, problem } = measure(quantity, cell, mapping.unit)
  if (value === null) {
    if (problem === null) return { value, unit, problem }
    return { value, unit, problem: warning(mapping, field, problem, ADVICE[problem](cell.trim().slice(0, 30))) }
  }
  // A growth may well be negative; so may a share of a loss.
  if (!value.startsWith('-') || quantity === 'percent') return { value, unit, problem: null }
  const shown = cell.trim()
  return quantity === 'money'
    ? { value, unit, problem: warning(mapping, field, 'negative', `“${shown}”为负数，已按原值读入；请核对是否填错`) }
    : { value: null, unit, problem: warning(mapping, field, 'negative', `“${shown}”为负数，按未报送处理；请核对`) }
}
