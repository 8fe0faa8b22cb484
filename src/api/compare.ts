import { Comparison, Peers, type CompareQuery, type PeerQuery } from '@contract/compare'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchComparison(query: CompareQuery, options?: RequestOptions) {
  return getJson('/clusters/compare', Comparison, query, options)
}

export function fetchPeers(query: PeerQuery, options?: RequestOptions) {
  return getJson('/clusters/peers', Peers, query, options)
}

export function comparisonWorkbookUrl(query: CompareQuery): string {
  return apiUrl('/clusters/compare/export.xlsx', query)
}
