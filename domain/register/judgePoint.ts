import { CHINA_BOX } from '../geo/areaRing'
import { crsOf, toCgcs2000, type Crs } from '../geo/crs'
import { readDegreePair, readDegrees, type Degrees } from '../geo/degrees'
import type { ColumnMapping, RawRow } from './mapping'
import { isMissing } from './numbers'
import type { Problem, StagedPoint } from './staged'

export interface PointJudgement {
  point: StagedPoint | null
  /** Warnings only: a doubtful place is no reason to refuse an enterprise. */
  problems: Problem[]
}

/** About a centimetre: more than any source is good for. */
const KEPT_PLACES = 7
/** 0.001° is about 100 m. */
const PLACES_WANTED = 3

type Fault = [code: string, message: string]
type Angles = { lng: Degrees; lat: Degrees }

/** 坐标 of one row, converted into CGCS2000 here and nowhere else; null whenever anything about it is uncertain. */
export function judgePoint(row: RawRow, columns: ColumnMapping[]): PointJudgement {
  const given = pairOf(row, columns) ?? combinedOf(row, columns)
  if (given === null) return NOTHING
  const { column } = given
  const fault = 'fault' in given ? given.fault : misplaced(given.angles)
  if (fault || 'fault' in given) return { point: null, problems: fault ? [warning(column, fault)] : [] }
  const told = systemOf(row, columns, column)
  if (told === null) return NOTHING
  if (Array.isArray(told)) return { point: null, problems: [warning(column, told)] }
  const [lng, lat] = toCgcs2000([given.angles.lng.value, given.angles.lat.value], told)
  const point = { lng: rounded(lng), lat: rounded(lat), crs: told }
  return { point, problems: isCoarse(given.angles) ? [warning(column, COARSE)] : [] }
}

const NOTHING: PointJudgement = { point: null, problems: [] }
const rounded = (degrees: number) => Number(degrees.toFixed(KEPT_PLACES))

const warning = (column: ColumnMapping, [code, text]: Fault): Problem => ({
  level: 'warning',
  field: column.field ?? 'lng',
  code,
  message: `${column.header}：${text}`,
})

/** `column` is the one that a warning names. */
type Given = { column: ColumnMapping } & ({ angles: Angles } | { fault: Fault })

const cellOf = (row: RawRow, columns: ColumnMapping[], field: string) => {
  const index = columns.findIndex((column) => column.field === field)
  const column = columns[index]
  return column ? { column, text: (row.cells[index] ?? '').trim() } : null
}

const NOT_TAKEN = '坐标未采用'

/** 经度 and 纬度 in two columns; null where neither is filled. */
function pairOf(row: RawRow, columns: ColumnMapping[]): Given | null {
  const [lng, lat] = [cellOf(row, columns, 'lng'), cellOf(row, columns, 'lat')]
  // With one of the two columns missing the column itself asks; the rows need not say it again.
  if (!lng || !lat || (isMissing(lng.text) && isMissing(lat.text))) return null
  const { column } = lng
  const half = isMissing(lng.text) ? '经度' : isMissing(lat.text) ? '纬度' : null
  if (half) return { column, fault: ['point-half', `缺少${half}，${NOT_TAKEN}；请把经度、纬度都填上`] }
  const [x, y] = [readDegrees(lng.text), readDegrees(lat.text)]
  if (!x) return { column, fault: unreadable(lng.text) }
  if (!y) return { column: lat.column, fault: unreadable(lat.text) }
  return { column, angles: { lng: x, lat: y } }
}

/** “123.4291,41.7968” in one column. */
function combinedOf(row: RawRow, columns: ColumnMapping[]): Given | null {
  const cell = cellOf(row, columns, 'lngLat')
  if (!cell || isMissing(cell.text)) return null
  const pair = readDegreePair(cell.text)
  if (!pair) return { column: cell.column, fault: unreadable(cell.text) }
  const [first, second] = pair
  // 北纬41.8 东经123.4 says itself which is which.
  const turned = first.axis === 'lat' && second.axis !== 'lat'
  return {
    column: cell.column,
    angles: turned ? { lng: second, lat: first } : { lng: first, lat: second },
  }
}

const unreadable = (text: string): Fault => [
  'point-unreadable',
  `“${[...text].slice(0, 30).join('')}”不是经纬度，${NOT_TAKEN}；请写成十进制度数，如 123.429100`,
]

/**
 * The row's own word on its 坐标系, then the column's; a row that contradicts the heading is not believed. null while
 * the column waits for an answer.
 */
function systemOf(row: RawRow, columns: ColumnMapping[], column: ColumnMapping): Crs | Fault | null {
  if (columns.some(({ field, question }) => question !== null && isPartner(field, column.field))) return null
  const ofColumn = column.unit === null ? null : crsOf(column.unit)
  const cell = cellOf(row, columns, 'crs')
  if (!cell || isMissing(cell.text)) {
    return ofColumn ?? ['crs-missing', `没有注明坐标系，${NOT_TAKEN}；请填写${cell?.column.header ?? '坐标系'}`]
  }
  const shown = [...cell.text].slice(0, 30).join('')
  const crs = crsOf(cell.text)
  if (crs === null) {
    return ['crs-unknown', `坐标系“${shown}”无法识别，${NOT_TAKEN}；请填 CGCS2000、GCJ-02 或 BD-09`]
  }
  if (column.unitFrom === 'header' && ofColumn !== null && ofColumn !== crs) {
    return ['crs-conflict', `列名为 ${ofColumn}，本行坐标系却写“${shown}”，${NOT_TAKEN}；请核对`]
  }
  return crs
}

const isPartner = (field: string | null, of: string | null) =>
  of === 'lngLat' ? field === 'lngLat' : field === 'lng' || field === 'lat'

const [WEST, SOUTH, EAST, NORTH] = CHINA_BOX
const inLng = (angle: number) => angle >= WEST && angle <= EAST
const inLat = (angle: number) => angle >= SOUTH && angle <= NORTH

function misplaced({ lng, lat }: Angles): Fault | null {
  const [x, y] = [lng.value, lat.value]
  if (x === 0 && y === 0) return ['point-zero', `经度、纬度为 0，按未填处理；没有坐标请留空`]
  const contradictory = lng.axis === 'lat' || lat.axis === 'lng'
  if (!contradictory && inLng(x) && inLat(y)) return null
  const shown = `${x}，${y}`
  if (inLng(y) && inLat(x)) return ['point-swapped', `${shown} 经纬度可能填反了，${NOT_TAKEN}；请核对后对调`]
  const plane = Math.abs(x) > 1000 || Math.abs(y) > 1000 ? '；看上去是以米计的平面坐标，请换算成经纬度' : '；请核对'
  return ['point-range', `${shown} 不在东经 73—136、北纬 3—54 之内，${NOT_TAKEN}${plane}`]
}

/** Spreadsheets drop the zeros at the end, so the longer of the two tells how exact the place is. */
const isCoarse = ({ lng, lat }: Angles) => Math.max(lng.places, lat.places) < PLACES_WANTED

const COARSE: Fault = ['point-coarse', '小数不足 3 位，位置误差在 100 米以上，已读入；请补足到 5 位小数以上']
