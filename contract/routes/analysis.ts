import { createRoute } from '@hono/zod-openapi'
import { AnalysisQuery, Quadrant, QuadrantQuery, Ranking, RankingQuery } from '../analysis'
import { Concentration, ShiftShare } from '../analysisParts'
import { versioned, workbook } from './answers'

const tags = ['指标分析']

export const rankingRoute = createRoute({
  method: 'get',
  path: '/indicators/ranking',
  tags,
  operationId: 'getRanking',
  summary: '下级地区按一个指标的排名与走势',
  request: { query: RankingQuery },
  responses: versioned(Ranking, '位次按未取整的数，并列同位；缺在后，不公布的最后，都没有位次'),
})

export const rankingExportRoute = createRoute({
  method: 'get',
  path: '/indicators/ranking/export.xlsx',
  tags,
  operationId: 'exportRanking',
  summary: '排名（Excel）',
  request: { query: RankingQuery },
  responses: workbook('排名、走势、口径与来源'),
})

export const quadrantRoute = createRoute({
  method: 'get',
  path: '/indicators/quadrant',
  tags,
  operationId: 'getQuadrant',
  summary: '区位商与增速（占比）的四象限',
  request: { query: QuadrantQuery },
  responses: versioned(Quadrant, '落不了点的也列出，附原因'),
})

export const quadrantExportRoute = createRoute({
  method: 'get',
  path: '/indicators/quadrant/export.xlsx',
  tags,
  operationId: 'exportQuadrant',
  summary: '四象限（Excel）',
  request: { query: QuadrantQuery },
  responses: workbook('各点的数与所在象限、口径与来源'),
})

export const shiftShareRoute = createRoute({
  method: 'get',
  path: '/indicators/shift-share',
  tags,
  operationId: 'getShiftShare',
  summary: '偏离—份额：增量是大势还是本事',
  request: { query: AnalysisQuery },
  responses: versioned(ShiftShare, '大势 + 结构 + 自身 = 增量；按现有数据推算，非统计口径'),
})

export const shiftShareExportRoute = createRoute({
  method: 'get',
  path: '/indicators/shift-share/export.xlsx',
  tags,
  operationId: 'exportShiftShare',
  summary: '偏离—份额（Excel）',
  request: { query: AnalysisQuery },
  responses: workbook('各行的分解、口径与来源'),
})

export const concentrationRoute = createRoute({
  method: 'get',
  path: '/indicators/concentration',
  tags,
  operationId: 'getConcentration',
  summary: '集中度、专精特新密度、本地配套率',
  request: { query: AnalysisQuery },
  responses: versioned(Concentration, '不含任何一家企业的营业收入'),
})

export const concentrationExportRoute = createRoute({
  method: 'get',
  path: '/indicators/concentration/export.xlsx',
  tags,
  operationId: 'exportConcentration',
  summary: '集中度、专精特新密度、本地配套率（Excel）',
  request: { query: AnalysisQuery },
  responses: workbook('各项指标、口径与来源'),
})
