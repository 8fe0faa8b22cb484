import { createRoute } from '@hono/zod-openapi'
import { FigureCard, FigureCardQuery } from '../figures'
import { versioned } from './answers'

export const figureCardRoute = createRoute({
  method: 'get',
  path: '/figures/card',
  tags: ['数字身份证'],
  operationId: 'getFigureCard',
  summary: '一个数字的定义、算式、输入、来源',
  request: { query: FigureCardQuery },
  responses: versioned(FigureCard, '数字身份证'),
})
