import type { RegionBook } from '@domain/region/regionBook'
import { baseName } from '@domain/region/placeNames'
import { listed } from './faultList'
import type { Outcome, Outline } from './readOutlines'

/** A division that is drawn on its own: a county, or a city or province that has none. */
export interface OutlineUnit extends Outline {
  /** null where a province has no city in between (直辖市的区县、省直辖县级). */
  city: string | null
}

/** Divisions in force that the map of a province is made of. */
export function unitsOf(province: string, book: RegionBook): string[] {
  const below = book.children(province)
  if (below.length === 0) return [province]
  return below.flatMap((child) => {
    const counties = book.children(child.code)
    return counties.length > 0 ? counties.map(({ code }) => code) : [child.code]
  })
}

/** Joins a file's outlines to the divisions of one province by code; names are only compared. */
export function joinOutlines(
  outlines: readonly Outline[],
  province: string,
  book: RegionBook,
  allowMissing: boolean,
): Outcome<OutlineUnit[]> {
  const expected = new Set(unitsOf(province, book))
  const read = sortOut(outlines, province, expected, book)
  const units = [...read.units.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  const missing = [...expected].filter((code) => !read.units.has(code))
  const named = (codes: readonly string[]) => listed(codes.map((code) => `${code} ${book.name(code)}`))
  const faults: string[] = []
  if (units.length === 0) return { faults: [`文件里没有${book.name(province)}的区县界线`] }
  if (read.unknown.length > 0)
    faults.push(`代码不在行政区划代码表中，或已不能对应到一个现行区县：${listed(read.unknown)}`)
  if (read.repeated.length > 0) faults.push(`同一代码出现多次，请先合并为一个图形：${listed(read.repeated)}`)
  if (missing.length > 0 && !allowMissing)
    faults.push(`缺少 ${missing.length} 个区县：${named(missing)}。确实没有的，可勾选“允许缺少”后导入`)
  if (faults.length > 0) return { faults }
  const notes = [...read.notes]
  if (missing.length > 0) notes.push(`缺少 ${missing.length} 个区县，地图上不画：${named(missing)}`)
  return { value: units, notes }
}

interface Sorted {
  units: Map<string, OutlineUnit>
  unknown: string[]
  repeated: string[]
  notes: string[]
}

function sortOut(outlines: readonly Outline[], province: string, expected: ReadonlySet<string>, book: RegionBook) {
  const sorted: Sorted = { units: new Map(), unknown: [], repeated: [], notes: [] }
  const [recoded, renamed]: [string[], string[]] = [[], []]
  let [elsewhere, above] = [0, 0]
  for (const outline of outlines) {
    const written = [outline.code, outline.name].filter((part) => part !== '').join(' ')
    if (outline.code.slice(0, 2) !== province.slice(0, 2)) elsewhere += 1
    else if (expected.has(outline.code)) take(sorted, outline, book)
    else if (outline.code.endsWith('00') && book.get(outline.code)) above += 1
    else {
      const { code, kind } = book.resolve(outline.code, 'current')
      const isOne = (kind === 'successor' || kind === 'part') && expected.has(code)
      if (!isOne) sorted.unknown.push(written)
      else {
        recoded.push(`${written} 按 ${code} ${book.name(code)}`)
        take(sorted, { ...outline, code, name: '' }, book)
      }
    }
    const name = book.get(outline.code)?.name ?? ''
    if (expected.has(outline.code) && outline.name !== '' && baseName(outline.name) !== baseName(name))
      renamed.push(`${outline.code} 文件作“${outline.name}”，代码表为“${name}”`)
  }
  if (recoded.length > 0) sorted.notes.push(`旧代码按现行代码使用：${listed(recoded)}`)
  if (renamed.length > 0) sorted.notes.push(`名称与代码表不同，请核对代码是否错位：${listed(renamed)}`)
  if (above > 0) sorted.notes.push(`文件中的省、市界线 ${above} 个未使用：省界、市界由区县界线合成，保证互相重合`)
  if (elsewhere > 0) sorted.notes.push(`文件中另有其他省份的图形 ${elsewhere} 个，未使用`)
  return sorted
}

function take({ units, repeated }: Sorted, outline: Outline, book: RegionBook) {
  const name = book.name(outline.code)
  if (units.has(outline.code)) repeated.push(`${outline.code} ${name}`)
  else units.set(outline.code, { ...outline, name, city: cityOf(outline.code, book) })
}

function cityOf(code: string, book: RegionBook): string | null {
  if (code.endsWith('0000')) return null
  const city = `${code.slice(0, 4)}00`
  return book.get(city)?.inForce ? city : null
}
