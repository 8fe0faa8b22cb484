import { z } from 'zod'
import { Coverage, Province, RegionDetail } from '@contract/regions'
import { getJson, type RequestOptions } from './http'

const ProvinceList = z.object({ provinces: z.array(Province) })

export async function fetchProvinces(options?: RequestOptions): Promise<Province[]> {
  return (await getJson('/provinces', ProvinceList, {}, options)).provinces
}

export function fetchRegion(region: string, options?: RequestOptions) {
  return getJson(`/regions/${region}`, RegionDetail, {}, options)
}

export function fetchCoverage(region: string, options?: RequestOptions) {
  return getJson(`/regions/${region}/coverage`, Coverage, {}, options)
}
