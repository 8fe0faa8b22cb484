import { createRoute, z } from '@hono/zod-openapi'
import { ChainList, ChainPackDocument, Job, PackUploadAnswer } from '../chains'
import { ChainKey, RegionCode } from '../common'
import { json } from './answers'

const tags = ['产业链']
const ChainParams = z.object({ chain: ChainKey })

export const chainsRoute = createRoute({
  method: 'get',
  path: '/chains',
  tags,
  operationId: 'listChains',
  summary: '产业链目录',
  request: { query: z.strictObject({ region: RegionCode }) },
  responses: json(ChainList, '本省产业链在前'),
})

export const packRoute = createRoute({
  method: 'get',
  path: '/chains/{chain}/pack',
  tags,
  operationId: 'getChainPack',
  summary: '产业链包（可下载、修改、再上传）',
  request: { params: ChainParams, query: z.strictObject({ edition: z.string().max(40).optional() }) },
  responses: json(ChainPackDocument, '产业链包'),
})

export const packUploadRoute = createRoute({
  method: 'post',
  path: '/chains',
  tags,
  operationId: 'uploadChainPack',
  summary: '上传产业链包的新版本',
  request: {
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') }),
    body: { required: true, content: { 'application/json': { schema: ChainPackDocument } } },
  },
  responses: json(PackUploadAnswer, '校验结果；有错误则不保存'),
})

export const jobRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  tags,
  operationId: 'getJob',
  summary: '后台任务进度',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: json(Job, '任务'),
})
