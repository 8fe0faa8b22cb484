import { createRoute } from '@hono/zod-openapi'
import { ViewQuery } from '../common'
import { SearchAnswer, SearchQuery } from '../enterprises'
import { Panorama } from '../panorama'
import { json, versioned, workbook } from './answers'

const tags = ['全景图谱']

export const panoramaRoute = createRoute({
  method: 'get',
  path: '/panorama',
  tags,
  operationId: 'getPanorama',
  summary: '产业全景图谱',
  request: { query: ViewQuery },
  responses: versioned(Panorama, '阶段、分组、环节、产品流向与指标'),
})

export const panoramaExportRoute = createRoute({
  method: 'get',
  path: '/panorama/export.xlsx',
  tags,
  operationId: 'exportPanorama',
  summary: '图谱数据（Excel）',
  request: { query: ViewQuery },
  responses: workbook('与屏幕一致的环节表、流向表、口径与来源'),
})

export const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  tags,
  operationId: 'search',
  summary: '查找环节或企业',
  request: { query: SearchQuery },
  responses: json(SearchAnswer, '各至多 20 条'),
})
