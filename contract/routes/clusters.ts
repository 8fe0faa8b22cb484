import { createRoute } from '@hono/zod-openapi'
import { Clusters, ClusterQuery, ClusterStory } from '../clusters'
import { Selection, SelectionQuery } from '../selection'
import { json, versioned, workbook } from './answers'

const tags = ['集群地图']

export const clustersRoute = createRoute({
  method: 'get',
  path: '/clusters',
  tags,
  operationId: 'getClusters',
  summary: '一条链（环节）在各市县的指标',
  request: { query: ClusterQuery },
  responses: versioned(Clusters, '各地区指标；Σ 各县 + 未定位 = 合计'),
})

export const clusterStoryRoute = createRoute({
  method: 'get',
  path: '/clusters/story',
  tags,
  operationId: 'getClusterStory',
  summary: '一个地区的位次、份额、重点环节与企业',
  request: { query: ClusterQuery.omit({ level: true }) },
  responses: versioned(ClusterStory, '县情'),
})

export const clustersExportRoute = createRoute({
  method: 'get',
  path: '/clusters/export.xlsx',
  tags,
  operationId: 'exportClusters',
  summary: '各市县指标（Excel）',
  request: { query: ClusterQuery },
  responses: workbook('与地图一致的数据、口径与来源'),
})

export const selectionRoute = createRoute({
  method: 'get',
  path: '/clusters/selection',
  tags,
  operationId: 'getSelection',
  summary: '圈选范围内的企业合计',
  request: { query: SelectionQuery },
  responses: json(Selection, '合计、涉及的县（市、区）与环节；与同样条件的企业清单一致'),
})

export const selectionExportRoute = createRoute({
  method: 'get',
  path: '/clusters/selection/export.xlsx',
  tags,
  operationId: 'exportSelection',
  summary: '圈选范围内的合计与企业清单（Excel）',
  request: { query: SelectionQuery },
  responses: workbook('合计、各县（市、区）、环节、企业清单、口径'),
})
