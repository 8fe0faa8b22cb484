import {
  ClusterCandidates,
  IndustryCluster,
  IndustryClusterList,
  IndustryClusterProfile,
  type CandidateQuery,
  type IndustryClusterChange,
  type IndustryClusterCreation,
  type IndustryClusterProfileQuery,
  type IndustryClusterQuery,
} from '@contract/industryClusters'
import { apiUrl, getJson, sendJson, type RequestOptions } from './http'

const ROOT = '/industry-clusters'

export function fetchIndustryClusters(query: IndustryClusterQuery, options?: RequestOptions) {
  return getJson(ROOT, IndustryClusterList, query, options)
}

export function industryClustersWorkbookUrl(query: IndustryClusterQuery): string {
  return apiUrl(`${ROOT}/export.xlsx`, query)
}

export function fetchIndustryCluster(id: string, query: IndustryClusterProfileQuery, options?: RequestOptions) {
  return getJson(pathOf(id), IndustryClusterProfile, query, options)
}

export function industryClusterWorkbookUrl(id: string, query: IndustryClusterProfileQuery): string {
  return apiUrl(`${pathOf(id)}/export.xlsx`, query)
}

export function fetchClusterCandidates(query: CandidateQuery, options?: RequestOptions) {
  return getJson(`${ROOT}/candidates`, ClusterCandidates, query, options)
}

export function createIndustryCluster(request: IndustryClusterCreation) {
  return sendJson('POST', ROOT, IndustryCluster, request)
}

/** Refused (409) when somebody else changed the cluster meanwhile. */
export function changeIndustryCluster(id: string, request: IndustryClusterChange) {
  return sendJson('PUT', pathOf(id), IndustryCluster, request)
}

export function removeIndustryCluster(id: string) {
  return sendJson('DELETE', pathOf(id), IndustryCluster, undefined)
}

export function restoreIndustryCluster(id: string) {
  return sendJson('POST', `${pathOf(id)}/restore`, IndustryCluster, undefined)
}

const pathOf = (id: string) => `${ROOT}/${encodeURIComponent(id)}`
