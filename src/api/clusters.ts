import { Clusters, ClusterStory, type ClusterQuery } from '@contract/clusters'
import { Selection, type SelectionQuery } from '@contract/selection'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchClusters(query: ClusterQuery, options?: RequestOptions) {
  return getJson('/clusters', Clusters, query, options)
}

export function fetchClusterStory(query: Omit<ClusterQuery, 'level'>, options?: RequestOptions) {
  return getJson('/clusters/story', ClusterStory, query, options)
}

export function clustersWorkbookUrl(query: ClusterQuery): string {
  return apiUrl('/clusters/export.xlsx', query)
}

/** 圈选范围内的合计. */
export function fetchSelection(query: SelectionQuery, options?: RequestOptions) {
  return getJson('/clusters/selection', Selection, query, options)
}

export function selectionWorkbookUrl(query: SelectionQuery): string {
  return apiUrl('/clusters/selection/export.xlsx', query)
}
