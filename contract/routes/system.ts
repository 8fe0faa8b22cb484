import { createRoute } from '@hono/zod-openapi'
import { Health, Readiness, Version } from '../system'
import { json, PROBLEMS } from './answers'

const tags = ['系统']

export const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags,
  operationId: 'getHealth',
  summary: '进程存活',
  responses: json(Health, '进程在运行'),
})

export const readyRoute = createRoute({
  method: 'get',
  path: '/ready',
  tags,
  operationId: 'getReadiness',
  summary: '可以服务',
  responses: {
    200: { description: '数据库可用', content: { 'application/json': { schema: Readiness } } },
    503: { description: '暂不可用', content: { 'application/json': { schema: Readiness } } },
    ...PROBLEMS,
  },
})

export const versionRoute = createRoute({
  method: 'get',
  path: '/version',
  tags,
  operationId: 'getVersion',
  summary: '版本',
  responses: json(Version, '产品、接口与数据库'),
})
