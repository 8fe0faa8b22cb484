import { createRoute, z } from '@hono/zod-openapi'
import {
  Batch,
  BatchKind,
  BatchList,
  MappingRequest,
  RowOverride,
  RowsPage,
  RowsQuery,
  StagedRowView,
  UploadFields,
} from '../batches'
import { Line } from '../common'
import { json, PROBLEMS, workbook } from './answers'

const tags = ['数据接入']
const BatchParams = z.object({ id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/, '批次编号只含数字、字母和连字符') })

export const uploadRoute = createRoute({
  method: 'post',
  path: '/batches',
  tags,
  operationId: 'uploadBatch',
  summary: '上传文件并开始预检（请求体为文件内容）',
  request: {
    query: UploadFields.extend({ fileName: Line.min(1).max(255) }),
    body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: {
    202: { description: '已接收，正在读取', content: { 'application/json': { schema: Batch } } },
    413: { description: '文件过大', content: PROBLEMS[400].content },
    ...PROBLEMS,
  },
})

export const batchesRoute = createRoute({
  method: 'get',
  path: '/batches',
  tags,
  operationId: 'listBatches',
  summary: '批次列表',
  responses: json(BatchList, '新的在前'),
})

export const batchRoute = createRoute({
  method: 'get',
  path: '/batches/{id}',
  tags,
  operationId: 'getBatch',
  summary: '批次：进度与预检报告',
  request: { params: BatchParams },
  responses: json(Batch, '批次'),
})

export const mappingRoute = createRoute({
  method: 'put',
  path: '/batches/{id}/mapping',
  tags,
  operationId: 'remapBatch',
  summary: '修改列对应关系并重新预检',
  request: {
    params: BatchParams,
    body: { required: true, content: { 'application/json': { schema: MappingRequest } } },
  },
  responses: json(Batch, '重新读取中的批次'),
})

export const rowsRoute = createRoute({
  method: 'get',
  path: '/batches/{id}/rows',
  tags,
  operationId: 'listBatchRows',
  summary: '逐行结果',
  request: { params: BatchParams, query: RowsQuery },
  responses: json(RowsPage, '一页行'),
})

export const rowOverrideRoute = createRoute({
  method: 'put',
  path: '/batches/{id}/rows/{row}/override',
  tags,
  operationId: 'overrideBatchRow',
  summary: '人工放行待核验的行',
  request: {
    params: BatchParams.extend({ row: z.coerce.number().int().min(1) }),
    body: { required: true, content: { 'application/json': { schema: RowOverride } } },
  },
  responses: json(StagedRowView, '该行'),
})

const act = <Path extends `/batches/{id}/${string}`>(path: Path, operationId: string, summary: string) =>
  createRoute({
    method: 'post',
    path,
    tags,
    operationId,
    summary,
    request: { params: BatchParams },
    responses: json(Batch, '批次'),
  })

export const publishRoute = act('/batches/{id}/publish', 'publishBatch', '发布（一个事务）')
export const withdrawRoute = act('/batches/{id}/withdraw', 'withdrawBatch', '撤回（恢复发布前的状态）')
export const cancelRoute = act('/batches/{id}/cancel', 'cancelBatch', '取消（未发布的批次）')

export const annotatedRoute = createRoute({
  method: 'get',
  path: '/batches/{id}/annotated.xlsx',
  tags,
  operationId: 'downloadAnnotated',
  summary: '带问题说明的原表副本',
  request: { params: BatchParams },
  responses: workbook('原表各列，加处理结果与问题说明'),
})

export const templateRoute = createRoute({
  method: 'get',
  path: '/templates/{kind}',
  tags,
  operationId: 'downloadTemplate',
  summary: '填报模板',
  request: {
    params: z.object({ kind: BatchKind }),
    query: z.strictObject({
      theme: z
        .string()
        .max(40)
        .optional()
        .meta({ description: '区域指标模板的主题，如 county-economy；企业名录的 prescreening 是优质企业预筛的补充表' }),
    }),
  },
  responses: workbook('模板与填写说明'),
})
