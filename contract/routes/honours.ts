import { createRoute, z } from '@hono/zod-openapi'
import { CreditCode } from '../common'
import {
  HonourCandidateQuery,
  HonourCandidates,
  HonourQuery,
  HonourSummary,
  Prescreening,
  PrescreeningQuery,
} from '../honours'
import { versioned, workbook } from './answers'

const tags = ['优质企业']

export const honourSummaryRoute = createRoute({
  method: 'get',
  path: '/honours/summary',
  tags,
  operationId: 'summariseHonours',
  summary: '优质企业梯度：各级家数、去重总数、到期与撤销',
  request: { query: HonourQuery },
  responses: versioned(HonourSummary, '各级家数'),
})

export const honourCandidatesRoute = createRoute({
  method: 'get',
  path: '/honours/candidates',
  tags,
  operationId: 'listHonourCandidates',
  summary: '培育名单（预筛，不是认定结论）',
  request: { query: HonourCandidateQuery },
  responses: versioned(HonourCandidates, '一页企业'),
})

export const honourCandidatesExportRoute = createRoute({
  method: 'get',
  path: '/honours/candidates/export.xlsx',
  tags,
  operationId: 'exportHonourCandidates',
  summary: '培育名单（Excel）',
  request: { query: HonourCandidateQuery.omit({ after: true, limit: true }) },
  responses: workbook('培育名单与口径'),
})

export const prescreeningRoute = createRoute({
  method: 'get',
  path: '/enterprises/{creditCode}/prescreening',
  tags,
  operationId: 'prescreenEnterprise',
  summary: '一家企业的称号预筛',
  request: { params: z.object({ creditCode: CreditCode }), query: PrescreeningQuery },
  responses: versioned(Prescreening, '各级称号逐条结果'),
})
