import type { FieldSpec } from './fields'
import { headerKey } from './headerText'
import { fieldOf, type KindSpec } from './kinds'
import type { ColumnMapping, HeaderFound, RawRow } from './mapping'
import { cellUnits, readNumber } from './numbers'
import { looksPersonal, maskPersonal } from './personal'
import { settleCrs } from './settleCrs'
import { unitFactor, type Quantity } from './units'

const SAMPLES_KEPT = 5

export function quantityOf(field: FieldSpec | null): Quantity | null {
  switch (field?.type) {
    case 'money':
    case 'energy':
    case 'people':
    case 'percent':
    case 'years':
    case 'items':
    case 'points':
      return field.type
    default:
      return null
  }
}

/** Where a bare number can only mean one unit. */
const DEFAULT_UNITS: Partial<Record<Quantity, string>> = { people: '人', years: '年', items: '项', points: '分' }

/** The header's mapping after a look at the first rows below it: personal cells, city or county, units. */
export function settleColumns(found: HeaderFound, body: RawRow[], kind: KindSpec): ColumnMapping[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), found.columns.length)
  const columns: ColumnMapping[] = []
  for (let column = 0; column < width; column += 1) {
    const filled = body.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '')
    columns.push(settleOne(found.columns[column] ?? unnamed(column), filled, found.sheetUnit, kind))
  }
  const settled = settleCrs(settlePlaces(columns, body, kind), body, found.sheetCrs, kind)
  return kind.settle ? kind.settle(settled, found, body) : settled
}

const unnamed = (column: number): ColumnMapping => ({
  column,
  header: '',
  field: null,
  confidence: 0,
  how: 'none',
  period: null,
  unit: null,
  unitFrom: null,
  personal: false,
  question: null,
  samples: [],
})

function settleOne(mapping: ColumnMapping, filled: string[], sheetUnit: string | null, kind: KindSpec): ColumnMapping {
  if (mapping.personal || (mapping.field === null && looksPersonal(filled))) {
    return { ...mapping, field: null, personal: true, samples: [] }
  }
  const field = fieldOf(kind, mapping.field ?? '')
  const quantity = quantityOf(field)
  const withSamples = {
    ...mapping,
    samples: filled.slice(0, SAMPLES_KEPT).map((sample) => (mapping.field === null ? maskPersonal(sample) : sample)),
  }
  return quantity === null ? withSamples : settleUnit(withSamples, quantity, filled, sheetUnit)
}

/** A number without a certain unit is not a number: the column waits for the user's choice. */
function settleUnit(
  mapping: ColumnMapping,
  quantity: Quantity,
  filled: string[],
  sheetUnit: string | null,
): ColumnMapping {
  const title = `“${mapping.header}”列`
  if (mapping.unit !== null && unitFactor(quantity, mapping.unit) !== null) return mapping
  const fallback = DEFAULT_UNITS[quantity]
  if (mapping.unit !== null && fallback === undefined) {
    return {
      ...mapping,
      question: `${title}的单位“${mapping.unit}”无法换算，请为该列选择单位，或在原表中换算后重新上传`,
    }
  }
  const noUnit = { ...mapping, unit: null, unitFrom: null }
  const carried = cellUnits(filled)
  if (carried === 'all') return { ...noUnit, unitFrom: 'cells' }
  if (fallback !== undefined) return { ...noUnit, unit: fallback, unitFrom: 'default' }
  if (quantity === 'percent') return settlePercent(noUnit, filled)
  if (sheetUnit !== null && unitFactor(quantity, sheetUnit) !== null) {
    return { ...noUnit, unit: sheetUnit, unitFrom: 'sheet' }
  }
  if (carried === 'mixed') {
    return {
      ...noUnit,
      question: `${title}有的单元格带单位、有的不带，无法判断；请为不带单位的数选择单位，或统一后重新上传`,
    }
  }
  const example = quantity === 'money' ? '（万元）' : '（吨标准煤）'
  return { ...noUnit, question: `${title}没有注明单位，请选择单位，或在列名中写明，如“${mapping.header}${example}”` }
}

/** 85 is 85 %; a column of 0.85 may be a fraction, or less than one per cent. */
function settlePercent(mapping: ColumnMapping, filled: string[]): ColumnMapping {
  const numbers = filled.flatMap((cell) => {
    const read = readNumber(cell)
    return read.kind === 'number' && !read.number.isZero() ? [read.number] : []
  })
  if (numbers.length === 0 || numbers.some((number) => number.abs().greaterThan(1)))
    return { ...mapping, unit: '%', unitFrom: 'default' }
  return {
    ...mapping,
    question: `“${mapping.header}”列的数都不超过 1，请说明是百分数还是小数，或在列名中写明，如“${mapping.header}（%）”`,
  }
}

/** 地区, 属地 …: a county in one table, a prefecture in the next. */
const EITHER_PLACE = new Set(['地区', '所属地区', '所在地区', '属地'].map(headerKey))
const COUNTY_NAME = /[区县旗]$|^\d{6}$/u

function settlePlaces(columns: ColumnMapping[], body: RawRow[], kind: KindSpec): ColumnMapping[] {
  if (!fieldOf(kind, 'city') || columns.some(({ field }) => field === 'city')) return columns
  return columns.map((mapping) => {
    if (mapping.field !== 'county' || !EITHER_PLACE.has(headerKey(mapping.header)) || mapping.how === 'manual')
      return mapping
    const filled = body.map(({ cells }) => (cells[mapping.column] ?? '').trim()).filter((text) => text !== '')
    const counties = filled.filter((text) => COUNTY_NAME.test(text)).length
    return counties * 5 >= filled.length && counties > 0 ? mapping : { ...mapping, field: 'city' }
  })
}
