import { createRoute } from '@hono/zod-openapi'
import { Brief, BriefQuery } from '../brief'
import { versioned } from './answers'

export const briefRoute = createRoute({
  method: 'get',
  path: '/brief',
  tags: ['县情一页纸'],
  operationId: 'getBrief',
  summary: '一个地区一条链的现状、问题、建议，每个数有来源',
  request: { query: BriefQuery },
  responses: versioned(Brief, '县情一页纸'),
})
