import { levelOf, provinceOf } from './ancestors'
import { createNameIndex, type NameIndex } from './nameIndex'
import { isOnlyOne, type PlaceRead, readPlace } from './placeReader'
import type { RegionBook } from './regionBook'
import type { FunctionalArea } from './regionData'

export interface LocateInput {
  /** Province of the batch. */
  province: string
  /** 所属区县 column: a code, a name, 沈阳市/和平区. */
  declaredCounty?: string | null
  /** 市 column. */
  declaredCity?: string | null
  /** 注册地址. */
  address?: string | null
  creditCode?: string | null
}

export interface Location {
  /** The finest division that is sure, in force or retired, as found; null when nothing is. */
  code: string | null
  by: 'declared' | 'address' | 'code' | 'none'
  level: 'province' | 'city' | 'county'
  /** Found under the name or code of an abolished division, or under an earlier name. */
  retired: boolean
  /** 给核对人看的说明. */
  note?: string
}

export interface Locator {
  locate(input: LocateInput): Location
}

type Source = 'declared' | 'address' | 'code'

interface Sight {
  code: string
  by: Source
  retired: boolean
  note?: string
}

const NOWHERE: Location = { code: null, by: 'none', level: 'province', retired: false }
const SEPARATORS = /[\s\p{Cf}/\\|>·,，、;；:：\-—_（）()【】[\]]+/gu

export function createLocator(book: RegionBook, functionalAreas: readonly FunctionalArea[]): Locator {
  const indexes = new Map<string, NameIndex>()
  const indexOf = (province: string): NameIndex => {
    const known = indexes.get(province)
    if (known) return known
    const fresh = createNameIndex(book, functionalAreas, province)
    indexes.set(province, fresh)
    return fresh
  }
  const context: Context = { book, indexOf, zonesByDigits: indexDigits(functionalAreas), foreign: foreignHeads(book) }
  return { locate: (input) => locate(context, input) }
}

interface Context {
  book: RegionBook
  indexOf: (province: string) => NameIndex
  zonesByDigits: ReadonlyMap<string, FunctionalArea>
  foreign: ReadonlyMap<string, readonly [form: string, province: string][]>
}

/** Declared column, then address, then the registrar's digits in the credit code; a coarser answer of one is refined by the next. */
function locate(context: Context, input: LocateInput): Location {
  const cities = declaredCities(context, input)
  let coarse: Sight | undefined
  for (const sight of sights(context, input, cities)) {
    if (!sight) continue
    if (!coarse) coarse = sight
    else if (isFiner(context.book, sight, coarse)) coarse = sight
    else if (sight.by === 'code') coarse = withDoubt(context.book, coarse, sight)
    if (levelOf(coarse.code) === 'county') break
  }
  return coarse ? toLocation(context.book, coarse, input.province) : NOWHERE
}

function* sights(context: Context, input: LocateInput, cities: ReadonlySet<string>): Generator<Sight | undefined> {
  yield declaredSight(context, input, cities)
  yield addressSight(context, input, cities)
  const [city] = cities
  if (city) yield { code: city, by: 'declared', retired: !context.book.get(city)?.inForce }
  // 直辖市 registers put the county into the 市 column.
  else yield declaredSight(context, { ...input, declaredCounty: input.declaredCity }, cities)
  yield codeSight(context, input.creditCode)
}

/** Within the coarser answer as it stands today, and a level below it. */
function isFiner(book: RegionBook, sight: Sight, coarse: Sight): boolean {
  if (levelRank(sight.code) <= levelRank(coarse.code)) return false
  const seat = book.resolve(coarse.code, 'current').code
  return book.isWithin(sight.code, coarse.code) || book.isWithin(sight.code, seat)
}

/** A registrar elsewhere is worth a word to whoever checks the row; the place stays. */
function withDoubt(book: RegionBook, coarse: Sight, sight: Sight): Sight {
  const seat = book.resolve(coarse.code, 'current').code
  const city = book.resolve(sight.code, 'current').code
  if (book.isWithin(city, seat) || book.isWithin(seat, city)) return coarse
  const doubt = `信用代码的登记机关在${book
    .path(sight.code)
    .map((step) => step.name)
    .join('')}`
  return { ...coarse, note: [coarse.note, doubt].filter((text) => text !== undefined).join('；') }
}

function levelRank(code: string): number {
  return ['country', 'province', 'city', 'county'].indexOf(levelOf(code))
}

function toLocation(book: RegionBook, { code, by, retired, note }: Sight, province: string): Location {
  const level = levelOf(code)
  const away =
    provinceOf(book.resolve(code, 'current').code) === province
      ? undefined
      : `${book.path(code)[0]?.name ?? code}，不在本批次省份`
  const notes = [note, away].filter((text) => text !== undefined).join('；')
  const location: Location = { code, by, level: level === 'country' ? 'province' : level, retired }
  return notes === '' ? location : { ...location, note: notes }
}

function flatten(text: string | null | undefined): string {
  return text ? text.normalize('NFKC').replace(SEPARATORS, '') : ''
}

function declaredCities({ book, indexOf }: Context, { declaredCity, province }: LocateInput): ReadonlySet<string> {
  const text = flatten(declaredCity)
  if (/^\d{6}$/u.test(text)) return levelOf(text) === 'city' && book.get(text) ? new Set([text]) : new Set()
  const index = indexOf(province)
  const city =
    index.at(text, 0).find((place) => place.kind === 'city') ?? index.short(text).find((place) => place.kind === 'city')
  return city ? new Set([city.code, ...city.cities]) : new Set()
}

function declaredSight(context: Context, input: LocateInput, cities: ReadonlySet<string>): Sight | undefined {
  const text = flatten(input.declaredCounty)
  if (text === '') return undefined
  const digits = /^(\d{6})(?:\d{6})?$/u.exec(text)?.[1]
  const region = digits ? context.book.get(digits) : undefined
  if (region) return { code: region.code, by: 'declared', retired: !region.inForce }
  const index = context.indexOf(input.province)
  return sightOf(readPlace(index, text, cities), 'declared') ?? shortSight(index, text, cities)
}

/** 和平, 铁西 in a column of county names: only where one place can be meant. */
function shortSight(index: NameIndex, text: string, cities: ReadonlySet<string>): Sight | undefined {
  const counties = index.short(text).filter((place) => place.kind === 'county')
  const fitting = counties.filter((place) => [...place.cities].some((city) => cities.has(city)))
  const candidates = fitting.length > 0 ? fitting : cities.size === 0 ? counties : []
  const [newest] = candidates
  if (!newest || !isOnlyOne(candidates)) return undefined
  return { code: newest.code, by: 'declared', retired: newest.retired }
}

function addressSight(context: Context, input: LocateInput, cities: ReadonlySet<string>): Sight | undefined {
  const text = flatten(input.address)
  if (text === '') return undefined
  const province = foreignProvince(context, text, input.province) ?? input.province
  return sightOf(
    readPlace(context.indexOf(province), text, province === input.province ? cities : new Set()),
    'address',
  )
}

function sightOf({ county, zone, city }: PlaceRead, by: Source): Sight | undefined {
  if (county) return { code: county.code, by, retired: county.retired }
  // 沈抚示范区 lies in two cities: the city in the text says more.
  if (zone && !(levelOf(zone.code) === 'province' && city))
    return { code: zone.code, by, retired: false, note: `按功能区“${zone.zone?.name ?? zone.form}”所在区划` }
  return city ? { code: city.code, by, retired: city.retired } : undefined
}

/** Positions 3–8: where the enterprise was first registered, possibly a zone's own registrar. */
function codeSight({ book, zonesByDigits }: Context, creditCode: string | null | undefined): Sight | undefined {
  const digits = flatten(creditCode).slice(2, 8)
  if (!/^\d{6}$/u.test(digits)) return undefined
  const region = book.get(digits)
  if (region) return { code: digits, by: 'code', retired: !region.inForce }
  const zone = zonesByDigits.get(digits)
  const [parent] = zone?.parents ?? []
  if (zone && parent && zone.parents.length === 1)
    return { code: parent, by: 'code', retired: false, note: `登记机关为${zone.name}` }
  const note = `登记机关代码 ${digits} 不在行政区划代码表中`
  const above = [`${digits.slice(0, 4)}00`, provinceOf(digits)]
    .map((code) => book.get(code))
    .find((found) => found !== undefined)
  return (
    above && { code: above.code, by: 'code', retired: !above.inForce, note: zone ? `登记机关为${zone.name}` : note }
  )
}

function indexDigits(areas: readonly FunctionalArea[]): Map<string, FunctionalArea> {
  return new Map(areas.flatMap((area) => (area.codePrefixes ?? []).map((digits) => [digits, area])))
}

/** Full names of provinces and cities, by which an address from elsewhere is recognised at its head. */
function foreignHeads(book: RegionBook): Context['foreign'] {
  const heads = new Map<string, [string, string][]>()
  for (const { name, code, level, inForce } of book.all()) {
    if (!inForce || (level !== 'province' && level !== 'city')) continue
    const key = name.slice(0, 2)
    heads.set(key, [...(heads.get(key) ?? []), [name, provinceOf(code)]])
  }
  return heads
}

function foreignProvince({ foreign }: Context, text: string, own: string): string | undefined {
  const found = foreign.get(text.slice(0, 2))?.find(([name]) => text.startsWith(name))?.[1]
  return found === own ? undefined : found
}
