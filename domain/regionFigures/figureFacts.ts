import { Decimal } from 'decimal.js'
import type { Catalogue, IndicatorEntry } from '../indicator/catalogue'
import { readHeader } from '../register/headerText'
import type { ColumnMapping } from '../register/mapping'
import type { Problem, RowFact } from '../register/staged'
import { readFigure } from './figureCells'
import { needsUnit } from './figureUnits'
import { inCatalogueUnit } from './settleFigures'

export interface FigureReading {
  facts: RowFact[]
  problems: Problem[]
  /** Cells with something in them that is no figure. */
  unreadable: number
}

interface RowWords {
  catalogue: Catalogue
  /** Cells of a long table; '' in a wide one. */
  indicator: string
  unit: string
  period: string
}

type One = { fact: RowFact | null; problem: Problem | null }

const PLACES = 10
/** No county has more of anything in any unit of the catalogue. */
const LARGEST = new Decimal('1e15')

/** A cell of a figure column; null for a column that is none, or that waits for the user's answer. */
export function readFigureColumn(cell: string, column: ColumnMapping, words: RowWords): One | null {
  if (column.field === null || column.question !== null) return null
  if (column.field === 'value') return readLong(cell, column, words)
  const item = words.catalogue.get(column.field)
  return item ? readCell(cell, item, column.unit, column, words.period) : null
}

function readLong(cell: string, column: ColumnMapping, { catalogue, indicator, unit, period }: RowWords): One {
  const { core, key, unit: named } = readHeader(indicator, '')
  const item = catalogue.named(core) ?? catalogue.named(key)
  if (!item) {
    const text = indicator.trim() === '' ? '缺少指标名称' : `“${indicator.trim().slice(0, 30)}”不在指标目录中`
    const message = `${text}；请改用目录中的名称（见“指标目录”），其他行不受影响`
    return { fact: null, problem: { level: 'error', field: 'indicator', code: 'indicator-unknown', message } }
  }
  const written = unit.trim() || named || column.unit
  return readCell(cell, item, written === '' ? null : written, column, period)
}

function readCell(
  cell: string,
  item: IndicatorEntry,
  columnUnit: string | null,
  { column, header }: ColumnMapping,
  period: string,
): One {
  const read = readFigure(cell.trim(), item.dimension)
  if (read.kind === 'missing') return { fact: null, problem: null }
  const shown = cell.trim().slice(0, 30)
  const refuse = (code: string, text: string): One => ({
    fact: null,
    problem: { level: 'warning', field: item.id, code, message: `${header || item.name}：“${shown}”${text}` },
  })
  if (read.kind === 'text') return refuse('number-text', '不是数字，按未报送处理；没有数据请留空，有数据请填数字')
  const unit = read.unit ?? columnUnit ?? defaultUnit(item, read.number)
  if (unit === null) return refuse('unit-missing', `没有单位，按未报送处理；请注明单位，如${item.unit}`)
  if (unit === '百分点')
    return refuse('unit-points', `的单位是百分点，不是${item.name}本身，按未报送处理；请核对指标或单位`)
  const value = inCatalogueUnit(item, read.number, unit)
  if (value === null)
    return refuse('unit-unknown', `的单位“${unit}”不能换算成${item.unit || '纯数'}，按未报送处理；请改用${item.unit}`)
  if (value.abs().gt(LARGEST)) return refuse('number-range', '大得不合常理，按未报送处理；请检查单位')
  if (value.isNegative() && ['count', 'stock'].includes(item.kind))
    return refuse('negative', '为负数，按未报送处理；请核对')
  const given = `${shown}${read.unit === null ? ` ${unit}` : ''}`.trim()
  const stored = value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed()
  return {
    fact: { indicator: item.id, period, value: stored, unit: item.unit, given, column },
    problem: beyond(value, item, header, shown),
  }
}

/** Zero is zero in every unit: 0 among cells like 12亿元 is reported, not missing. */
const defaultUnit = (item: IndicatorEntry, number: Decimal): string | null => {
  if (number.isZero() || !needsUnit(item.dimension)) return item.unit
  return item.dimension === 'percent' && number.abs().gt(1) ? '%' : null
}

function beyond(value: Decimal, { bounds, id, name }: IndicatorEntry, header: string, shown: string): Problem | null {
  if (!bounds || (value.gte(bounds[0]) && value.lte(bounds[1]))) return null
  const message = `${header || name}：“${shown}”超出 ${bounds[0]}—${bounds[1]} 的范围，已按原值收下，请核对`
  return { level: 'warning', field: id, code: 'out-of-bounds', message }
}
