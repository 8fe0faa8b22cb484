import {
  Batch,
  BatchList,
  RowsPage,
  StagedRowView,
  type BatchKind,
  type MappingRequest,
  type RowsQuery,
  type UploadFields,
} from '@contract/batches'
import { apiUrl, getJson, sendJson, uploadFile, type RequestOptions } from './http'

export function fetchBatches(options?: RequestOptions) {
  return getJson('/batches', BatchList, {}, options)
}

export function fetchBatch(id: string, options?: RequestOptions) {
  return getJson(batchPath(id), Batch, {}, options)
}

export interface UploadOptions extends RequestOptions {
  /** 0–1 of the bytes sent. */
  onProgress?: (ratio: number) => void
}

/** Sends the file as it is; the answer is a batch that is being read. */
export function uploadBatch(fields: UploadFields, file: File, options: UploadOptions = {}) {
  return uploadFile('/batches', Batch, { ...fields, fileName: file.name }, file, options)
}

export function remapBatch(id: string, mapping: MappingRequest) {
  return sendJson('PUT', `${batchPath(id)}/mapping`, Batch, mapping)
}

export function publishBatch(id: string) {
  return sendJson('POST', `${batchPath(id)}/publish`, Batch, undefined)
}

export function withdrawBatch(id: string) {
  return sendJson('POST', `${batchPath(id)}/withdraw`, Batch, undefined)
}

export function cancelBatch(id: string) {
  return sendJson('POST', `${batchPath(id)}/cancel`, Batch, undefined)
}

export function fetchBatchRows(id: string, query: RowsQuery, options?: RequestOptions) {
  return getJson(`${batchPath(id)}/rows`, RowsPage, query, options)
}

/** 人工放行; an empty reason takes the release back. */
export function releaseRow(id: string, row: number, reason: string) {
  return sendJson('PUT', `${batchPath(id)}/rows/${row}/override`, StagedRowView, { reason })
}

export function annotatedUrl(id: string): string {
  return apiUrl(`${batchPath(id)}/annotated.xlsx`, {})
}

export function templateUrl(kind: BatchKind): string {
  return apiUrl(`/templates/${kind}`, {})
}

const batchPath = (id: string) => `/batches/${encodeURIComponent(id)}`
