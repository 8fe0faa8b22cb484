import { CHINA_BOX } from '../geo/areaRing'
import { crsOf, isOtherCrs, withoutCrs, type Crs } from '../geo/crs'
import { readDegrees } from '../geo/degrees'
import type { FieldSpec } from './fields'
import { headerKey } from './headerText'
import { fieldOf, type KindSpec } from './kinds'
import type { ColumnMapping, RawRow, UnitSource } from './mapping'
import { isMissing } from './numbers'
import { isExample } from './rowNature'

const COORDINATE_TYPES = new Set<FieldSpec['type']>(['lng', 'lat', 'lngLat'])

/** 经度, 纬度 or both in one column: numbers that mean nothing without a 坐标系. */
export function isCoordinate(field: FieldSpec | null | undefined): field is FieldSpec {
  return field !== null && field !== undefined && COORDINATE_TYPES.has(field.type)
}

/** 坐标系：GCJ-02, 本表坐标采用 CGCS2000 … above the table; two different ones are none. */
export function sheetCrs(cells: string[]): Crs | null {
  const named = new Set(cells.filter((cell) => /坐标|经纬度/u.test(cell)).flatMap((cell) => crsOf(cell) ?? []))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

interface Decision {
  crs: Crs | null
  from: UnitSource | null
  question: string | null
}

const CHOOSE = '请选择 CGCS2000、GCJ-02（高德、腾讯）或 BD-09（百度）；选定之前坐标不读入，其余各列照常导入'

/** The 坐标系 of the coordinate columns, which are one statement: what one of 经度 and 纬度 says holds for both. */
export function settleCrs(
  columns: ColumnMapping[],
  body: RawRow[],
  ofSheet: Crs | null,
  kind: KindSpec,
): ColumnMapping[] {
  if (!fieldOf(kind, 'lng')) return columns
  const named = nameByContent(columns, body)
  const groups = [['lng', 'lat'], ['lngLat']]
  return groups.reduce((result, fields) => {
    const own = fields.flatMap((id) => result.find(({ field }) => field === id) ?? [])
    const [asked] = own
    if (!asked) return result
    const filled = filledRows(own, body, result)
    const inRows = filled.some(({ cells }) =>
      result.some(({ field, column }) => field === 'crs' && crsOf(cells[column] ?? '') !== null),
    )
    const decision = own.length === fields.length ? decide(own, inRows, ofSheet) : halved(asked)
    const open = filled.length === 0 ? null : decision.question
    return result.map((mapping) =>
      own.includes(mapping) ? withCrs(mapping, { ...decision, question: mapping === asked ? open : null }) : mapping,
    )
  }, named)
}

/** Rows that give a place: the empty columns of a template, and its examples, are nothing to ask about. */
function filledRows(own: ColumnMapping[], body: RawRow[], columns: ColumnMapping[]): RawRow[] {
  const nameAt = columns.find(({ field }) => field === 'name')?.column ?? -1
  return body.filter(
    ({ cells }) => own.some(({ column }) => !isMissing(cells[column] ?? '')) && !isExample(cells[nameAt] ?? ''),
  )
}

const withCrs = (mapping: ColumnMapping, { crs, from, question }: Decision): ColumnMapping => ({
  ...mapping,
  period: null,
  unit: crs,
  unitFrom: from,
  question,
})

function halved({ field, header }: ColumnMapping): Decision {
  const [own, other] = field === 'lng' ? ['经度', '纬度'] : ['纬度', '经度']
  const question = `只有${own}（“${header}”列）而没有${other}列，坐标不读入；请为${other}指定对应的列，或将该列改为“不导入”`
  return { crs: null, from: null, question }
}

function decide(own: ColumnMapping[], inRows: boolean, ofSheet: Crs | null): Decision {
  const title = own.map(({ header }) => `“${header}”`).join('、')
  const ask = (why: string): Decision => ({ crs: null, from: null, question: `${title}列${why}，${CHOOSE}` })
  const chosen = (from: 'manual' | 'saved') =>
    distinct(own.map(({ unit, unitFrom }) => (unitFrom === from ? crsOf(unit ?? '') : null)))
  const written = distinct(own.map(({ header }) => crsOf(header)))
  for (const [from, systems] of [
    ['manual', chosen('manual')],
    ['saved', chosen('saved')],
    ['header', written],
  ] as const) {
    if (systems.length > 1) return ask(`注明的坐标系不一致（${systems.join('、')}）`)
    const [crs] = systems
    if (!crs) continue
    const contradicted = from === 'saved' && ofSheet !== null && ofSheet !== crs
    return contradicted ? ask(`上次按 ${crs} 读取，本表上方却写着 ${ofSheet}`) : { crs, from, question: null }
  }
  if (own.some(({ header }) => isOtherCrs(header))) return ask('注明的坐标系不能换算')
  if (inRows) return { crs: null, from: 'cells', question: null }
  return ofSheet === null ? ask('没有注明坐标系') : { crs: ofSheet, from: 'sheet', question: null }
}

const distinct = (systems: (Crs | null)[]) => [...new Set(systems.filter((crs) => crs !== null))]

/** X is east to some and north to others; the numbers themselves cannot be mistaken. */
const AXIS = /^[xy]轴?$/u

function nameByContent(columns: ColumnMapping[], body: RawRow[]): ColumnMapping[] {
  if (columns.some(({ field }) => field === 'lng' || field === 'lat' || field === 'lngLat')) return columns
  const axes = columns.filter(
    ({ field, how, personal, header }) =>
      field === null && how === 'none' && !personal && AXIS.test(withoutCrs(headerKey(header)).replace(/坐标/gu, '')),
  )
  const within = (column: number, least: number, most: number) => {
    const filled = body.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '')
    const angles = filled.map((text) => readDegrees(text)?.value ?? NaN)
    return filled.length > 0 && angles.every((angle) => angle > least && angle < most)
  }
  const [west, south, east, north] = CHINA_BOX
  const lng = axes.find(({ column }) => within(column, west, east))
  const lat = axes.find(({ column }) => within(column, south, north))
  if (!lng || !lat) return columns
  const named = (mapping: ColumnMapping, field: string): ColumnMapping => ({
    ...mapping,
    field,
    confidence: 0.7,
    how: 'hint',
  })
  return columns.map((mapping) =>
    mapping === lng ? named(mapping, 'lng') : mapping === lat ? named(mapping, 'lat') : mapping,
  )
}
