import type { Topology } from 'topojson-specification'
import { decodeCountry, decodeProvince, type CountryShapes, type ProvinceShapes } from './decodeBoundaries'

/** Imported outlines that take the place of the bundled ones. */
export interface OfficialOutlines {
  /** Another version is another drawing. */
  version: string
  fetch: () => Promise<Topology>
}

const FOLDER = `${import.meta.env.BASE_URL}geo/`
const COUNTRY = '100000'
const provinces = new Map<string, Promise<ProvinceShapes>>()
let country: Promise<CountryShapes> | undefined

/** Outlines of one province, asked for once; a failure is forgotten, so that a retry asks again. */
export function fetchProvinceShapes(province: string, official?: OfficialOutlines): Promise<ProvinceShapes> {
  const key = `${province} ${official?.version ?? ''}`
  const known = provinces.get(key)
  if (known) return known
  const topology = official ? official.fetch() : fetchBundled(province)
  const coming = topology.then(decodeProvince)
  provinces.set(key, coming)
  coming.catch(() => provinces.delete(key))
  return coming
}

/** All provinces, 断续线 and the islands that must be named. */
export function fetchCountryShapes(): Promise<CountryShapes> {
  country ??= fetchBundled(COUNTRY)
    .then(decodeCountry)
    .catch((reason: unknown) => {
      country = undefined
      throw reason
    })
  return country
}

async function fetchBundled(code: string): Promise<Topology> {
  const answer = await fetch(`${FOLDER}${code}.json`)
  if (!answer.ok) throw new Error(`boundary file ${code}: status ${answer.status}`)
  return (await answer.json()) as Topology
}
