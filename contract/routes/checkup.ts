import { createRoute } from '@hono/zod-openapi'
import { Checkup, CheckupQuery } from '../checkup'
import { json, workbook } from './answers'

const tags = ['会前体检']

export const checkupRoute = createRoute({
  method: 'get',
  path: '/checkup',
  tags,
  operationId: 'getCheckup',
  summary: '会前体检：过期、缺报、合计、单位、重复、两处不同、可疑数值',
  request: { query: CheckupQuery },
  responses: json(Checkup, '每项查了多少、发现了什么；不向访客开放'),
})

export const checkupExportRoute = createRoute({
  method: 'get',
  path: '/checkup/export.xlsx',
  tags,
  operationId: 'exportCheckup',
  summary: '会前体检（Excel）',
  request: { query: CheckupQuery },
  responses: workbook('发现、各项检查、口径与来源'),
})
