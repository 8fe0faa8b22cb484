import { groupBy } from '../collection/groupBy'
import { commonAncestor, levelOf, provinceOf } from './ancestors'
import { baseName, writtenForms } from './placeNames'
import type { Region, RegionBook } from './regionBook'
import type { FunctionalArea } from './regionData'

/** What a written form may mean. */
export interface NamedPlace {
  form: string
  kind: 'province' | 'city' | 'county' | 'zone'
  code: string
  /** The form is that of an abolished division or an earlier name. */
  retired: boolean
  /** City codes, then and now, under which a county may be written. For a 直辖市 the province itself. */
  cities: ReadonlySet<string>
  /** Today's division, by which two places are told apart. */
  current: string
  zone?: FunctionalArea
}

/** Written forms of one province's places, found by their first two characters. */
export interface NameIndex {
  /** Places whose full form stands at that position, longest form first. */
  at(text: string, position: number): readonly NamedPlace[]
  /** Cities and counties by the name without 市, 县, 区: 沈阳, 和平. */
  short(name: string): readonly NamedPlace[]
  /** The city whose name without 市 stands at that position. */
  shortCityAt(text: string, position: number): NamedPlace | undefined
  /** The county whose name without 市, 县, 区 stands at that position, where only one can be meant. */
  shortCountyAt(text: string, position: number): NamedPlace | undefined
}

/** Names that every second city had: nothing can be told from them. */
const NAMELESS: ReadonlySet<string> = new Set([
  '郊区',
  '市郊区',
  '城区',
  '矿区',
  '新区',
  '东区',
  '西区',
  '南区',
  '北区',
])

export function createNameIndex(book: RegionBook, areas: readonly FunctionalArea[], province: string): NameIndex {
  const regions = [...book.all()].filter((region) => provinceOf(region.code) === province).sort(newestFirst)
  const cities = regions.filter((region) => region.level === 'city')
  const cityForms = new Set(cities.flatMap((city) => writtenForms(city.name)))
  const counties = regions.filter(
    (region) => region.level === 'county' && isTold(book, region) && !cityForms.has(region.name),
  )
  const places = [...cities, ...counties].flatMap((region) => placesOf(book, region))
  const zones = areas
    .filter((area) => area.province === province)
    .flatMap((area) => placesOfZone(book, area, cities, province))
  return index(preferNewest([...places, ...zones, ...placesOfProvince(book, province)]))
}

/** False for names that say nothing, and for a name whose code now means another place, which would mislead. */
function isTold(book: RegionBook, { code, name, from }: Region): boolean {
  if (NAMELESS.has(name)) return false
  return book.resolve(code, 'current', from === '' ? '1981-06-30' : from).code === book.resolve(code, 'current').code
}

function placesOf(book: RegionBook, { code, name, level, inForce, parent }: Region): NamedPlace[] {
  const current = book.resolve(code, 'current').code
  const above = book.path(current).slice(-2)[0]?.code
  const then = level === 'city' ? code : (parent ?? code)
  const cities = new Set([then, levelOf(current) === 'county' ? (above ?? current) : current])
  const kind = level === 'city' ? 'city' : 'county'
  return writtenForms(name).map((form) => ({ form, kind, code, retired: !inForce, cities, current }))
}

function placesOfProvince(book: RegionBook, code: string): NamedPlace[] {
  const name = book.name(code)
  const place = { kind: 'province', code, retired: false, cities: new Set([code]), current: code } as const
  return [name, baseName(name)].map((form) => ({ ...place, form }))
}

function placesOfZone(
  book: RegionBook,
  zone: FunctionalArea,
  cities: readonly Region[],
  province: string,
): NamedPlace[] {
  const [first = province] = zone.parents
  const isAbove = (code: string) => levelOf(code) !== 'county' && book.get(code) !== undefined
  const above = commonAncestor(new Set(zone.parents), first, isAbove)
  const code = zone.parents.length === 1 ? first : above
  const written = [zone.name, ...zone.aliases]
  const prefixes = [...cities.map((city) => city.shortName), baseName(book.name(province))]
  const withMark = written.flatMap((form) => {
    const prefix = prefixes.find((name) => form.startsWith(name))
    return prefix ? [`${prefix}市${form.slice(prefix.length)}`] : []
  })
  const place = { kind: 'zone', code, retired: false, cities: new Set([above]), current: code, zone } as const
  return [...written, ...withMark].map((form) => ({ ...place, form }))
}

function newestFirst(a: Region, b: Region): number {
  const end = (region: Region) => (region.inForce ? '9999' : region.until)
  return end(a) > end(b) ? -1 : end(a) < end(b) ? 1 : 0
}

/** Places come newest first. One form, one division of today: keep the newest unit. Two divisions of today: keep both. */
function preferNewest(places: readonly NamedPlace[]): NamedPlace[] {
  const kept = new Map<string, NamedPlace>()
  for (const place of places) {
    const key = `${place.form}@${place.current}`
    const had = kept.get(key)
    kept.set(key, { ...(had ?? place), cities: new Set([...(had?.cities ?? []), ...place.cities]) })
  }
  return [...kept.values()]
}

function index(places: readonly NamedPlace[]): NameIndex {
  const full = groupBy(places, ({ form }) => form.slice(0, 2))
  for (const list of full.values()) list.sort((a, b) => b.form.length - a.form.length)
  const named = places.filter(({ kind }) => kind === 'city' || kind === 'county')
  const short = groupBy(named, ({ form }) => baseName(form))
  const shortCities = groupBy(
    named.filter(({ kind }) => kind === 'city'),
    ({ form }) => baseName(form).slice(0, 2),
  )
  const shortCounties = groupBy(named.filter(isToldShort), ({ form }) => baseName(form).slice(0, 2))
  const shortAt = (map: Map<string, NamedPlace[]>, text: string, at: number) =>
    map.get(text.slice(at, at + 2))?.filter(({ form }) => text.startsWith(baseName(form), at)) ?? []
  return {
    at: (text, at) => (full.get(text.slice(at, at + 2)) ?? []).filter(({ form }) => text.startsWith(form, at)),
    short: (name) => short.get(name) ?? [],
    shortCityAt: (text, at) => shortAt(shortCities, text, at)[0],
    shortCountyAt: (text, at) => {
      const found = shortAt(shortCounties, text, at)
      return found.every((place) => place.current === found[0]?.current) ? found[0] : undefined
    },
  }
}

/** 单县 has no short form. */
function isToldShort({ kind, form }: NamedPlace): boolean {
  return kind === 'county' && baseName(form) !== form
}
