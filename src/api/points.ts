import {
  PointCluster,
  PointMarks,
  PointSummary,
  type PointClusterQuery,
  type PointMarksQuery,
  type PointQuery,
} from '@contract/points'
import { apiUrl, getJson, type RequestOptions } from './http'

/** Absolute: the worker of the drawing engine has no address to resolve it against. */
export function pointTilesUrl(query: PointQuery): string {
  return `${window.location.origin}${apiUrl('/points/tiles/{z}/{x}/{y}.mvt', query)}`
}

export function fetchPointMarks(query: PointMarksQuery, options?: RequestOptions) {
  return getJson('/points/marks', PointMarks, query, options)
}

export function fetchPointCluster(id: number, query: PointClusterQuery, options?: RequestOptions) {
  return getJson(`/points/clusters/${id}`, PointCluster, query, options)
}

export function fetchPointSummary(query: PointQuery, options?: RequestOptions) {
  return getJson('/points/summary', PointSummary, query, options)
}
