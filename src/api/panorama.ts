import type { ViewQuery } from '@contract/common'
import { SearchAnswer, type SearchQuery } from '@contract/enterprises'
import { Panorama } from '@contract/panorama'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchPanorama(query: ViewQuery, options?: RequestOptions) {
  return getJson('/panorama', Panorama, query, options)
}

export function panoramaWorkbookUrl(query: ViewQuery): string {
  return apiUrl('/panorama/export.xlsx', query)
}

export function fetchSearch(query: SearchQuery, options?: RequestOptions) {
  return getJson('/search', SearchAnswer, query, options)
}
