import type { Catalogue, IndicatorEntry } from '../indicator/catalogue'
import { readHeader } from '../register/headerText'
import type { ColumnMapping, HeaderFound, RawRow } from '../register/mapping'
import { readFigure } from './figureCells'
import { headingRefusal } from './figurePeriods'
import { convert, factorOf, needsUnit, unitChoices, unitOf } from './figureUnits'
import type { Decimal } from 'decimal.js'

/** Units and periods of the figure columns; years side by side under one title are one indicator. */
export function settleFigures(
  columns: ColumnMapping[],
  found: HeaderFound,
  body: RawRow[],
  catalogue: Catalogue,
): ColumnMapping[] {
  const sheetUnits = unitsAbove(found.above)
  return inheritSeries(columns, found, catalogue).map((mapping) => {
    const item = mapping.field === null ? undefined : catalogue.get(mapping.field)
    if (!item) return mapping
    const refusal = headingRefusal(mapping.header)
    if (refusal !== null && mapping.period === null)
      return { ...mapping, question: `“${mapping.header}”列：${refusal}` }
    const filled = body.map(({ cells }) => (cells[mapping.column] ?? '').trim()).filter((text) => text !== '')
    return settleUnit(mapping, item, filled, sheetUnits)
  })
}

/** What a heading says besides its period; null for one without a period. 1997 → '', C1997 → c. */
function seriesOf({ header, period, personal }: ColumnMapping): string | null {
  return personal || period === null ? null : readHeader(header, '').core
}

/** What the user says of one year, or the title says of all, holds for the other years. */
function inheritSeries(columns: ColumnMapping[], found: HeaderFound, catalogue: Catalogue): ColumnMapping[] {
  const told = new Map<string, ColumnMapping>()
  for (const mapping of columns) {
    const series = seriesOf(mapping)
    const isChosen = mapping.field !== null && (mapping.how === 'manual' || mapping.how === 'saved')
    if (series !== null && isChosen && !told.has(series)) told.set(series, mapping)
  }
  const title = titleOf(found.above, catalogue)
  return columns.map((mapping) => {
    const series = seriesOf(mapping)
    if (series === null || mapping.field !== null || mapping.how === 'manual') return mapping
    const like = told.get(series)
    if (like) return { ...mapping, field: like.field, confidence: 1, how: like.how, ...unitLike(mapping, like) }
    if (series !== '') {
      // A title in the row above the years is taken for the upper half of the heading.
      const item = longestName(series, catalogue)
      return item ? { ...mapping, field: item.id, confidence: 0.7, how: 'hint' } : mapping
    }
    if (!title) return mapping
    return { ...mapping, field: title.field, confidence: 0.9, how: 'core', ...unitLike(mapping, title) }
  })
}

const unitLike = (own: ColumnMapping, other: Pick<ColumnMapping, 'unit' | 'unitFrom'> | null) =>
  own.unit !== null || !other ? {} : { unit: other.unit, unitFrom: other.unitFrom }

/** 各县（市、区）二氧化碳排放量（万吨） above the table. */
function titleOf(above: string[], catalogue: Catalogue) {
  for (const text of above) {
    const { core, unit } = readHeader(text, '')
    const item = catalogue.named(core) ?? longestName(core, catalogue)
    if (item) return { field: item.id, unit, unitFrom: unit === null ? null : ('header' as const) }
  }
  return null
}

/** 增速 of a level is another indicator. */
const DERIVED = /增|同比|环比|占|比重|指数|率|强度|人均|单位/u

function longestName(text: string, catalogue: Catalogue): IndicatorEntry | undefined {
  if (DERIVED.test(text)) return undefined
  const inside = catalogue.indicators.filter(({ reported, name }) => reported && text.includes(name.toLowerCase()))
  return inside.sort((a, b) => b.name.length - a.name.length)[0]
}

/** 单位：亿元、万人、%. */
function unitsAbove(above: string[]): string[] {
  return above.flatMap((text) => {
    const listed = /单位[:：]\s*([^。\n]+)/u.exec(text.normalize('NFKC'))?.[1] ?? ''
    return listed.split(/[、,，;；\s]+/u).map((unit) => unit.replace(/^[(（]|[)）]$/gu, ''))
  })
}

function settleUnit(
  mapping: ColumnMapping,
  item: IndicatorEntry,
  filled: string[],
  sheetUnits: string[],
): ColumnMapping {
  const title = `“${mapping.header}”列`
  const ask = (question: string): ColumnMapping => ({ ...mapping, question })
  if (mapping.unit !== null) {
    const unit = unitOf(item.dimension, mapping.unit)
    if (unit !== null) return { ...mapping, unit }
    if (mapping.unit === '百分点')
      return ask(`${title}的单位是百分点：百分点是两个百分数之差，不是${item.name}本身；请选择正确的指标或单位`)
    return ask(
      `${title}的单位“${mapping.unit}”不能换算成${item.name}的单位（${item.unit || '无'}）；请选择单位，或核对该列是否为${item.name}`,
    )
  }
  if (carryUnits(filled, item)) return { ...mapping, unitFrom: 'cells' }
  const sheet = sheetUnits.find((unit) => unit !== '' && factorOf(item.dimension, unit) !== null)
  // 单位：亿元、万人 above a table says nothing of a column that counts experts.
  const isOpen = !needsUnit(item.dimension) && sheet !== undefined && unitOf(item.dimension, sheet) !== item.unit
  if (isOpen) return ask(`${title}没有注明单位，表上方写有“${sheet}”，无法判断是${item.unit}还是${sheet}；请选择单位`)
  if (sheet !== undefined) return { ...mapping, unit: unitOf(item.dimension, sheet), unitFrom: 'sheet' }
  if (!needsUnit(item.dimension)) return { ...mapping, unit: item.unit, unitFrom: 'default' }
  if (item.dimension === 'percent') return settlePercent(mapping, filled)
  return ask(
    `${title}没有注明单位：同一指标有的表用${unitChoices(item.dimension).slice(0, 2).join('、有的用')}，请选择单位，或在列名中写明，如“${mapping.header}（${item.unit}）”`,
  )
}

const carryUnits = (filled: string[], { dimension }: IndicatorEntry) => {
  const read = filled.map((text) => readFigure(text, dimension)).filter((cell) => cell.kind === 'number')
  return read.length > 0 && read.every(({ unit, number }) => unit !== null || number.isZero())
}

/** 5.3 is a percentage; a column of 0.053s may be either. */
function settlePercent(mapping: ColumnMapping, filled: string[]): ColumnMapping {
  const isPercent = filled.some((text) => {
    const cell = readFigure(text, 'percent')
    return cell.kind === 'number' && cell.number.abs().gt(1)
  })
  if (isPercent) return { ...mapping, unit: '%', unitFrom: 'default' }
  const question = `“${mapping.header}”列的数都不大于 1，无法判断是百分数（5.3）还是小数（0.053）；请选择单位`
  return { ...mapping, question }
}

/** A cell of a column in the catalogue's unit: exact, or null where the units do not convert. */
export function inCatalogueUnit(item: IndicatorEntry, number: Decimal, unit: string): Decimal | null {
  if (item.dimension !== 'count') return convert(item.dimension, number, unit, item.unit)
  // 项 and 个 are both one.
  const factor = factorOf('count', unit)
  return factor === null ? null : number.times(factor)
}
