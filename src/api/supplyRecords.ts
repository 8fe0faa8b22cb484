import { z } from 'zod'
import {
  MatchingReport,
  NamePage,
  NameRow,
  type NameDecision,
  type NameQuery,
  type NameUndo,
} from '@contract/supplyNames'
import {
  Snapshot,
  SnapshotComparison,
  type SnapshotCompareQuery,
  type SnapshotCreation,
  type SnapshotListQuery,
} from '@contract/supplySnapshots'
import { apiUrl, getJson, sendJson, type RequestOptions } from './http'

/** 名称核对. */
export function fetchNames(query: NameQuery, options?: RequestOptions) {
  return getJson('/supply/names', NamePage, query, options)
}

export function decideName(decision: NameDecision) {
  return sendJson('POST', '/supply/names/decision', NameRow, decision)
}

export function undoName(undo: NameUndo) {
  return sendJson('POST', '/supply/names/undo', NameRow, undo)
}

export function fetchMatching(query: SnapshotListQuery, options?: RequestOptions) {
  return getJson('/supply/matching', MatchingReport, query, options)
}

export function fetchSnapshots(query: SnapshotListQuery, options?: RequestOptions) {
  return getJson('/supply/snapshots', z.object({ rows: z.array(Snapshot) }), query, options)
}

export function createSnapshot(creation: SnapshotCreation) {
  return sendJson('POST', '/supply/snapshots', Snapshot, creation)
}

export function removeSnapshot(id: string) {
  return sendJson('DELETE', pathOf(id), Snapshot, undefined)
}

export function restoreSnapshot(id: string) {
  return sendJson('POST', `${pathOf(id)}/restoration`, Snapshot, undefined)
}

export function compareSnapshots(id: string, query: SnapshotCompareQuery, options?: RequestOptions) {
  return getJson(`${pathOf(id)}/changes`, SnapshotComparison, query, options)
}

export function snapshotChangesUrl(id: string, query: SnapshotCompareQuery): string {
  return apiUrl(`${pathOf(id)}/changes/export.xlsx`, query)
}

const pathOf = (id: string) => `/supply/snapshots/${encodeURIComponent(id)}`
