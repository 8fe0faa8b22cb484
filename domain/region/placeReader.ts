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

/**
 * Reads 省、市、区县 from an address. Full forms count wherever they stand, so that a missing 省 or 市 does no harm; the bare
 * name of a city (大连金州区) counts only at the head, where it cannot be a street's. `city` settles which of several
 * 铁西区 is meant; the city in the text outranks the one given.
 */
export function readPlace(index: NameIndex, text: string, givenCities: ReadonlySet<string>): PlaceRead {
  const counties: NamedPlace[] = []
  const read: PlaceRead = {}
  let head = 0
  for (let at = 0; at < text.length;) {
    const found = placesAt(index, text, at, at === head)
    const [first] = found
    if (!first) {
      at += 1
      continue
    }
    const length = lengthAt(text, at, first)
    if (first.kind === 'county')
      counties.push(...found.filter((place) => place.kind === 'county' && place.form === first.form))
    else if (first.kind === 'city') read.city ??= first
    else if (first.kind === 'zone') read.zone ??= first
    // Behind a county come towns and streets, and a bare 铁岭 there is a village.
    head = first.kind === 'county' ? -1 : at === head ? at + length : head
    at += length
  }
  const county = chooseCounty(counties, read.city?.cities ?? givenCities, read.city !== undefined)
  return county ? { ...read, county } : read
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

/** A place found by its bare name covers that name only. */
function lengthAt(text: string, at: number, place: NamedPlace): number {
  return text.startsWith(place.form, at) ? place.form.length : baseName(place.form).length
}

function chooseCounty(
  found: readonly NamedPlace[],
  cities: ReadonlySet<string>,
  cityIsWritten: boolean,
): NamedPlace | undefined {
  const fitting = found.find((place) => [...place.cities].some((city) => cities.has(city)))
  if (fitting || cityIsWritten) return fitting
  return found.find((place) => isOnlyOne(found.filter((other) => other.form === place.form)))
}

/** Divisions in force outrank abolished ones of the same name; two in force leave it open. */
export function isOnlyOne(places: readonly NamedPlace[]): boolean {
  const inForce = places.filter((place) => !place.retired)
  const candidates = inForce.length > 0 ? inForce : places
  return candidates.every((place) => place.current === candidates[0]?.current)
}
