import { createRoute } from '@hono/zod-openapi'
import { Session, SessionChange } from '../session'
import { json } from './answers'

const tags = ['访客模式']

export const sessionRoute = createRoute({
  method: 'get',
  path: '/session',
  tags,
  operationId: 'getSession',
  summary: '正以谁的身份查看',
  responses: json(Session, '工作人员或访客'),
})

export const sessionChangeRoute = createRoute({
  method: 'put',
  path: '/session',
  tags,
  operationId: 'changeSession',
  summary: '进入或离开访客模式',
  request: { body: { required: true, content: { 'application/json': { schema: SessionChange } } } },
  responses: json(Session, '改变后的身份；以 Cookie 记住'),
})
