import type { Topology } from 'topojson-specification'
import { decodeProvince, type ProvinceShapes } from './decodeBoundaries'

/** What the map must say about where its lines come from. */
export interface BoundarySource {
  /** 审图号; null: not an officially reviewed map. */
  reviewNumber: string | null
  notice: string
}

const FOLDER = `${import.meta.env.BASE_URL}geo/`
const provinces = new Map<string, Promise<ProvinceShapes>>()
let source: Promise<BoundarySource> | undefined

/** Outlines of one province, asked for once; a failure is forgotten, so that a retry asks again. */
export function fetchProvinceShapes(province: string): Promise<ProvinceShapes> {
  const known = provinces.get(province)
  if (known) return known
  const coming = fetchJson<Topology>(`${province}.json`).then(decodeProvince)
  provinces.set(province, coming)
  coming.catch(() => provinces.delete(province))
  return coming
}

export function fetchBoundarySource(): Promise<BoundarySource> {
  source ??= fetchJson<BoundarySource>('manifest.json').catch((reason: unknown) => {
    source = undefined
    throw reason
  })
  return source
}

async function fetchJson<T>(file: string): Promise<T> {
  const answer = await fetch(FOLDER + file)
  if (!answer.ok) throw new Error(`boundary file ${file}: status ${answer.status}`)
  return (await answer.json()) as T
}
