import { createRoute, z } from '@hono/zod-openapi'
import { CreditCode } from '../common'
import {
  EnterpriseDetail,
  EnterpriseDetailQuery,
  EnterprisePage,
  EnterpriseQuery,
  OverrideRequest,
} from '../enterprises'
import { json, versioned, workbook } from './answers'

const tags = ['企业']

export const enterprisesRoute = createRoute({
  method: 'get',
  path: '/enterprises',
  tags,
  operationId: 'listEnterprises',
  summary: '企业清单（按环节、地区、荣誉筛选）',
  request: { query: EnterpriseQuery },
  responses: versioned(EnterprisePage, '一页企业'),
})

export const enterprisesExportRoute = createRoute({
  method: 'get',
  path: '/enterprises/export.xlsx',
  tags,
  operationId: 'exportEnterprises',
  summary: '企业清单（Excel）',
  request: { query: EnterpriseQuery.omit({ cursor: true, limit: true }) },
  responses: workbook('筛选条件下的全部企业'),
})

export const enterpriseRoute = createRoute({
  method: 'get',
  path: '/enterprises/{creditCode}',
  tags,
  operationId: 'getEnterprise',
  summary: '企业档案',
  request: { params: z.object({ creditCode: CreditCode }), query: EnterpriseDetailQuery },
  responses: json(EnterpriseDetail, '企业档案'),
})

export const overrideRoute = createRoute({
  method: 'post',
  path: '/memberships',
  tags,
  operationId: 'overrideMembership',
  summary: '人工调整挂链',
  request: { body: { required: true, content: { 'application/json': { schema: OverrideRequest } } } },
  responses: json(EnterpriseDetail, '调整后的企业档案'),
})
