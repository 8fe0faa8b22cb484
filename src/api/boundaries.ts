import { BoundaryImport, BoundaryList, BoundarySet, BoundaryTopology, type BoundaryFields } from '@contract/boundaries'
import { getJson, sendJson, uploadFile, type FileOptions, type RequestOptions } from './http'

/** What every province is drawn with. */
export function fetchBoundaries(options?: RequestOptions) {
  return getJson('/boundaries', BoundaryList, {}, options)
}

/** Imported official outlines (TopoJSON). */
export function fetchOutlines(province: string, options?: RequestOptions) {
  return getJson(`/boundaries/${province}/outlines`, BoundaryTopology, {}, options)
}

export function importBoundary(fields: Omit<BoundaryFields, 'fileName'>, file: File, options: FileOptions = {}) {
  return uploadFile('/boundaries', BoundaryImport, { ...fields, fileName: file.name }, file, options)
}

export function removeBoundary(province: string) {
  return sendJson('DELETE', `/boundaries/${province}`, BoundarySet, undefined)
}
