import { Brief, type BriefQuery } from '@contract/brief'
import { getJson, type RequestOptions } from './http'

export function fetchBrief(query: BriefQuery, options?: RequestOptions) {
  return getJson('/brief', Brief, query, options)
}
