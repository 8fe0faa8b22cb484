import { baseName } from './placeNames'
import type { NamedPlace, NameIndex } from './nameIndex'

/** What a piece of text says about the place. */
export interface PlaceRead {
  county?: NamedPlace
  zone?: NamedPlace
  city?: NamedPlace
}

/** 大石桥市场 is a market, not a city. */
const MARKET_BEHIND = /^场/u
/** 淄川经济开发区: a county without 县 or 区, told by the zone it gave its name to. */
const ZONE_BEHIND = /^(?:经济|高新|工业|技术)[\p{Script=Han}]{0,6}?(?:区|园)/u
/** Behind a city written without 市. */
const STREET_BEHIND_SHORT = /^(?:[路街巷道里县]|[东南西北中]?[一二三四五六七八九十]?[路街巷]|大街|大道|小区|胡同|商)/u

/** 中国（辽宁）自由贸易试验区沈阳片区…, brackets gone. */
const FREE_TRADE_HEAD = /^中国[\p{Script=Han}]{2,4}自由贸易试验区/u

interface Mentions {
  counties: CountyMention[]
  zone?: NamedPlace
  city?: NamedPlace
  /** A city named only behind a county: 和平区（沈阳市）, or another firm's address. */
  cityBehind?: NamedPlace
}

interface CountyMention {
  place: NamedPlace
  /** Nothing but 省 and 市 in front of it. */
  atHead: boolean
}

/**
 * Reads 省、市、区县 from an address. Full forms count wherever they stand, so that a missing 省 or 市 does no harm; the bare
 * name of a city (大连金州区) counts only at the head, where it cannot be a street's. The cities given settle which of
 * several 铁西区 is meant; a city in the text outranks them.
 */
export function readPlace(index: NameIndex, text: string, givenCities: ReadonlySet<string>): PlaceRead {
  const mentions = readMentions(index, text.replace(FREE_TRADE_HEAD, ''))
  const { zone, city } = mentions
  return { county: chooseCounty(mentions, givenCities), zone, city: city ?? mentions.cityBehind }
}

function readMentions(index: NameIndex, text: string): Mentions {
  const mentions: Mentions = { counties: [] }
  let head = 0
  for (let at = 0; at < text.length;) {
    const atHead = at === head
    const found = placesAt(index, text, at, atHead)
    const [first] = found
    if (!first) {
      at += 1
      continue
    }
    take(mentions, first, found, atHead)
    at += lengthAt(index, text, at, first)
    // Behind a county come towns and streets, and a bare 铁岭 there is a village.
    if (first.kind === 'county') head = -1
    else if (atHead) head = at
  }
  return mentions
}

function take(mentions: Mentions, first: NamedPlace, found: readonly NamedPlace[], atHead: boolean): void {
  if (first.kind === 'zone') mentions.zone ??= first
  if (first.kind === 'city' && mentions.counties.length === 0) mentions.city ??= first
  else if (first.kind === 'city') mentions.cityBehind ??= first
  if (first.kind !== 'county') return
  const same = found.filter((place) => place.kind === 'county' && place.form === first.form)
  mentions.counties.push(...same.map((place) => ({ place, atHead })))
}

function placesAt(index: NameIndex, text: string, at: number, isHead: boolean): readonly NamedPlace[] {
  const full = index.at(text, at).filter((place) => stands(text, at, place, isHead))
  if (full.length > 0 || !isHead) return full
  const city = index.shortCityAt(text, at)
  if (city && !STREET_BEHIND_SHORT.test(behindShort(text, at, city))) return [city]
  const county = index.shortCountyAt(text, at)
  return county && ZONE_BEHIND.test(behindShort(text, at, county)) ? [county] : []
}

function stands(text: string, at: number, { form, kind }: NamedPlace, isHead: boolean): boolean {
  const behind = text.slice(at + form.length, at + form.length + 4)
  if (kind === 'province') return isHead && !STREET_BEHIND_SHORT.test(behind)
  if (kind === 'zone') return true
  if (form.endsWith('市') && MARKET_BEHIND.test(behind)) return false
  return isHead || form.length > 2 || text[at - 1] === '市' || text[at - 1] === '省'
}

function behindShort(text: string, at: number, { form }: NamedPlace): string {
  return text.slice(at + baseName(form).length, at + baseName(form).length + 12)
}

/** A place found by its bare name covers that name only; in 青岛市南区 the 市 belongs to 市南区. */
function lengthAt(index: NameIndex, text: string, at: number, place: NamedPlace): number {
  if (!text.startsWith(place.form, at)) return baseName(place.form).length
  const { length } = place.form
  const sharesMark =
    place.kind === 'city' &&
    place.form.endsWith('市') &&
    index.at(text, at + length - 1).some(({ cities }) => [...cities].some((city) => place.cities.has(city)))
  return sharesMark ? length - 1 : length
}

function chooseCounty({ counties, city, cityBehind }: Mentions, given: ReadonlySet<string>): NamedPlace | undefined {
  if (city) return countyIn(counties, city.cities)
  // A county at the head stands, even against the city column; 长甸镇铁东区 in 丹东 is a village, for it stands elsewhere.
  const head = counties.filter(({ atHead }) => atHead)
  const other = given.size === 0 ? counties : []
  return (
    countyIn(head, given) ??
    onlyCounty(head) ??
    countyIn(counties, cityBehind?.cities ?? given) ??
    countyIn(counties, given) ??
    onlyCounty(other)
  )
}

function onlyCounty(counties: readonly CountyMention[]): NamedPlace | undefined {
  const places = counties.map(({ place }) => place)
  return places.find((place) => isOnlyOne(places.filter((other) => other.form === place.form)))
}

function countyIn(counties: readonly CountyMention[], cities: ReadonlySet<string>): NamedPlace | undefined {
  return counties.find(({ place }) => [...place.cities].some((city) => cities.has(city)))?.place
}

/** Divisions in force outrank abolished ones of the same name; two in force leave it open. */
export function isOnlyOne(places: readonly NamedPlace[]): boolean {
  const inForce = places.filter((place) => !place.retired)
  const candidates = inForce.length > 0 ? inForce : places
  return candidates.every((place) => place.current === candidates[0]?.current)
}
