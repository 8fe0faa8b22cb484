import { createRoute } from '@hono/zod-openapi'
import { Board, BoardQuery } from '../board'
import { versioned, workbook } from './answers'

const tags = ['指标']

export const boardRoute = createRoute({
  method: 'get',
  path: '/indicators/board',
  tags,
  operationId: 'getBoard',
  summary: '指标总览：指标卡、走势、结构、官方总数对照',
  request: { query: BoardQuery },
  responses: versioned(Board, '指标总览'),
})

export const boardExportRoute = createRoute({
  method: 'get',
  path: '/indicators/board/export.xlsx',
  tags,
  operationId: 'exportBoard',
  summary: '指标总览（Excel）',
  request: { query: BoardQuery },
  responses: workbook('与屏幕一致的指标卡、走势、结构、官方总数对照、口径与来源'),
})
