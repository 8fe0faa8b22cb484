import { effectiveDate } from '../../domain/region/divisionUnits'
import type { LineageEvent } from '../../domain/region/regionData'
import type { Region, RegionBook } from '../../domain/region/regionBook'
import type { Shape } from './readShapes'

/** The outlines show the divisions as of about this day: 临平区 (April 2021) is there, later changes are not. */
export const SOURCE_DATE = '2021-06-30'

/** Codes of the package that the record of codes cannot set right, because they once meant another place or none. */
const MISTAKEN_CODES: Readonly<Record<string, string>> = {
  '232718': '232761', // 加格达奇区: on no list of divisions; this is its statistical code.
  '340211': '340212', // 繁昌区; 340211 was 芜湖市郊区.
  '460301': '460302', // 西沙区
  '460302': '460303', // 南沙区
  '520221': '520204', // 水城区, drawn with the borders it has had since 2020.
}

/** One outline of the finished map. */
export interface MapUnit {
  code: string
  name: string
  /** null where a province has no city in between (直辖市的区县、省直辖县级). */
  city: string | null
  shapes: Shape[]
  /** Why the outline is not quite that of today, '' when it is. */
  note: string
}

export interface MissingUnit {
  code: string
  name: string
  reason: string
}

export interface DivisionJoin {
  units: MapUnit[]
  missing: MissingUnit[]
  /** Outlines whose code is on no list of divisions, kept so that the map has no hole. */
  unlisted: { code: string; name: string }[]
  /** Source code → code of today, where they differ. */
  recoded: Record<string, string>
}

/** Gives every outline the code of today; throws when code and name contradict each other. */
export function joinDivisions(
  province: string,
  shapes: readonly Shape[],
  book: RegionBook,
  events: readonly LineageEvent[],
): DivisionJoin {
  const notes = borderNotes(events)
  const recoded: Record<string, string> = {}
  const grouped = new Map<string, Shape[]>()
  for (const shape of shapes) {
    const code = codeOfToday(shape, book)
    if (code !== shape.code) recoded[shape.code] = code
    grouped.set(code, [...(grouped.get(code) ?? []), shape])
  }
  const units = [...grouped].map(([code, parts]) => toUnit(code, parts, book, notes))
  units.sort((a, b) => (a.code < b.code ? -1 : 1))
  return {
    units,
    recoded,
    missing: missingUnits(province, new Set(grouped.keys()), book),
    unlisted: units.filter(({ code }) => !book.get(code)).map(({ code, name }) => ({ code, name })),
  }
}

function codeOfToday({ code: given, name }: Shape, book: RegionBook): string {
  const code = MISTAKEN_CODES[given] ?? given
  const { code: today, kind } = book.resolve(code, 'current', SOURCE_DATE)
  if (kind === 'unknown') return code
  if (kind === 'raised') throw new Error(`${given} ${name} 今属多处，须人工指定代码`)
  if (kind === 'same' && book.name(today) !== name) {
    throw new Error(`${given} ${name} 与代码表的“${book.name(today)}”不符，须人工指定代码`)
  }
  return today
}

function toUnit(code: string, shapes: Shape[], book: RegionBook, notes: ReadonlyMap<string, string[]>): MapUnit {
  const [first] = shapes
  const region = book.get(code)
  const name = region?.name ?? first?.name ?? code
  const reasons = [...(notes.get(code) ?? [])]
  if (shapes.length > 1) reasons.unshift(`由原${shapes.map((shape) => shape.name).join('、')}的界线合并而成`)
  return { code, name, city: cityOf(code, book), shapes, note: notes.has(code) ? reasons.join('；') : '' }
}

function cityOf(code: string, book: RegionBook): string | null {
  if (code.endsWith('0000')) return null
  const city = `${code.slice(0, 4)}00`
  return book.get(city)?.inForce ? city : null
}

/** Divisions whose borders moved after the source was drawn, other than by a plain merger. */
function borderNotes(events: readonly LineageEvent[]): Map<string, string[]> {
  const notes = new Map<string, string[]>()
  for (const { date, to, parts = [], note } of events) {
    if (parts.length === 0 || effectiveDate(date) <= SOURCE_DATE) continue
    for (const code of [...to, ...parts]) notes.set(code, [...(notes.get(code) ?? []), note])
  }
  return notes
}

function missingUnits(province: string, drawn: ReadonlySet<string>, book: RegionBook): MissingUnit[] {
  const expected = book.children(province).flatMap((child) => {
    const counties = book.children(child.code)
    return counties.length > 0 ? counties : [child]
  })
  return expected
    .filter(({ code }) => !drawn.has(code))
    .map((region) => ({ code: region.code, name: region.name, reason: reasonMissing(region, drawn, book) }))
}

function reasonMissing({ from, parent }: Region, drawn: ReadonlySet<string>, book: RegionBook): string {
  if (parent && drawn.has(parent)) return `底图未细分，画在${book.name(parent)}整体之内`
  if (from > SOURCE_DATE) return `${from.slice(0, 4)} 年设立，晚于底图资料，其地域仍画在原属县（市、区）之内`
  return '底图缺少该界线'
}
