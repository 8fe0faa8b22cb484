export const COUNTRY = '100000'

export type RegionLevel = 'country' | 'province' | 'city' | 'county'

/** By the digits alone: 210000 province, 210100 city, 210102 county. */
export function levelOf(code: string): RegionLevel {
  if (code === COUNTRY) return 'country'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

export function provinceOf(code: string): string {
  return `${code.slice(0, 2)}0000`
}

/**
 * The division above. Counties of a 直辖市 and 省直辖县级 (4290xx) have no city above them: none is on record, so none is
 * made up.
 */
export function parentOf(code: string, exists: (code: string) => boolean): string | null {
  const level = levelOf(code)
  if (level === 'country') return null
  if (level === 'province') return COUNTRY
  const city = `${code.slice(0, 4)}00`
  return level === 'county' && exists(city) ? city : provinceOf(code)
}

/** The smallest city or province that holds all codes; the province of `start` when they lie in several provinces. */
export function commonAncestor(
  codes: ReadonlySet<string>,
  start: string,
  exists: (code: string) => boolean,
  above = false,
): string {
  const [first = start] = codes
  if (codes.size === 1 && !above && exists(first)) return first
  const cities = new Set([...codes].map((code) => code.slice(0, 4)))
  const city = `${first.slice(0, 4)}00`
  if (cities.size === 1 && exists(city) && !(above && city === first)) return city
  const provinces = new Set([...codes].map(provinceOf))
  return provinces.size === 1 ? provinceOf(first) : provinceOf(start)
}
