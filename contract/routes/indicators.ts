import { createRoute } from '@hono/zod-openapi'
import { IndicatorCatalogue } from '../indicators'
import { RegionFigureQuery, RegionFigures } from '../regionFigures'
import { json, versioned, workbook } from './answers'

const tags = ['指标']

export const indicatorsRoute = createRoute({
  method: 'get',
  path: '/indicators',
  tags,
  operationId: 'getIndicators',
  summary: '指标目录：定义、算法、周期、责任单位、来源',
  responses: json(IndicatorCatalogue, '全部指标，按主题'),
})

export const regionFiguresRoute = createRoute({
  method: 'get',
  path: '/region-figures',
  tags,
  operationId: 'getRegionFigures',
  summary: '一个地区的区域指标，含每个数的全部来源与差异',
  request: { query: RegionFigureQuery },
  responses: versioned(RegionFigures, '区域指标'),
})

export const regionFiguresExportRoute = createRoute({
  method: 'get',
  path: '/region-figures/export.xlsx',
  tags,
  operationId: 'exportRegionFigures',
  summary: '区域指标（Excel）',
  request: { query: RegionFigureQuery },
  responses: workbook('指标表、全部来源、口径与来源'),
})
