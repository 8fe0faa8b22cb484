import { createRoute } from '@hono/zod-openapi'
import { MatchingReport, NameDecision, NamePage, NameQuery, NameRow, NameUndo } from '../supplyNames'
import {
  Snapshot,
  SnapshotCompareQuery,
  SnapshotComparison,
  SnapshotCreation,
  SnapshotId,
  SnapshotListQuery,
} from '../supplySnapshots'
import { z } from 'zod'
import { json, workbook } from './answers'

const tags = ['供应网络']

export const namesRoute = createRoute({
  method: 'get',
  path: '/supply/names',
  tags,
  operationId: 'listSupplyNames',
  summary: '名称核对：待确认的、库外的、已决定的',
  request: { query: NameQuery },
  responses: json(NamePage, '名称与候选企业'),
})

export const nameDecisionRoute = createRoute({
  method: 'post',
  path: '/supply/names/decision',
  tags,
  operationId: 'decideSupplyName',
  summary: '决定一个名称是哪家企业，或确认不在库内',
  request: { body: { required: true, content: { 'application/json': { schema: NameDecision } } } },
  responses: json(NameRow, '决定之后'),
})

export const nameUndoRoute = createRoute({
  method: 'post',
  path: '/supply/names/undo',
  tags,
  operationId: 'undoSupplyName',
  summary: '撤销一个名称的决定',
  request: { body: { required: true, content: { 'application/json': { schema: NameUndo } } } },
  responses: json(NameRow, '撤销之后'),
})

export const matchingRoute = createRoute({
  method: 'get',
  path: '/supply/matching',
  tags,
  operationId: 'getSupplyMatching',
  summary: '匹配报告',
  request: { query: SnapshotListQuery },
  responses: json(MatchingReport, '按什么匹配上的'),
})

export const snapshotsRoute = createRoute({
  method: 'get',
  path: '/supply/snapshots',
  tags,
  operationId: 'listSupplySnapshots',
  summary: '快照列表',
  request: { query: SnapshotListQuery },
  responses: json(z.object({ rows: z.array(Snapshot) }).meta({ id: 'SnapshotList' }), '新的在前'),
})

export const snapshotCreationRoute = createRoute({
  method: 'post',
  path: '/supply/snapshots',
  tags,
  operationId: 'createSupplySnapshot',
  summary: '存一张快照',
  request: { body: { required: true, content: { 'application/json': { schema: SnapshotCreation } } } },
  responses: json(Snapshot, '快照'),
})

export const snapshotComparisonRoute = createRoute({
  method: 'get',
  path: '/supply/snapshots/{id}/changes',
  tags,
  operationId: 'compareSupplySnapshots',
  summary: '两张快照之间新增、消失、改变的供应关系',
  request: { params: SnapshotId, query: SnapshotCompareQuery },
  responses: json(SnapshotComparison, '变化'),
})

export const snapshotComparisonExportRoute = createRoute({
  method: 'get',
  path: '/supply/snapshots/{id}/changes/export.xlsx',
  tags,
  operationId: 'exportSupplySnapshotComparison',
  summary: '快照比较（Excel）',
  request: { params: SnapshotId, query: SnapshotCompareQuery },
  responses: workbook('新增、消失、改变的供应关系'),
})

export const snapshotRemovalRoute = createRoute({
  method: 'delete',
  path: '/supply/snapshots/{id}',
  tags,
  operationId: 'removeSupplySnapshot',
  summary: '删除快照（可撤销）',
  request: { params: SnapshotId },
  responses: json(Snapshot, '删除之后'),
})

export const snapshotRestorationRoute = createRoute({
  method: 'post',
  path: '/supply/snapshots/{id}/restoration',
  tags,
  operationId: 'restoreSupplySnapshot',
  summary: '撤销删除',
  request: { params: SnapshotId },
  responses: json(Snapshot, '恢复之后'),
})
