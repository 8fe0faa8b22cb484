import { Clusters, ClusterStory, type ClusterQuery } from '@contract/clusters'
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
