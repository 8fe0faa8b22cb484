import { createRoute, z } from '@hono/zod-openapi'
import { BoundaryFields, BoundaryImport, BoundaryList, BoundarySet, BoundaryTopology } from '../boundaries'
import { RegionCode } from '../common'
import { json } from './answers'

const tags = ['地图底图']
const BoundaryParams = z.object({ province: RegionCode })

export const boundariesRoute = createRoute({
  method: 'get',
  path: '/boundaries',
  tags,
  operationId: 'listBoundaries',
  summary: '各省正在使用的界线：来源、坐标系、审图号',
  responses: json(BoundaryList, '全国在前'),
})

export const importBoundaryRoute = createRoute({
  method: 'post',
  path: '/boundaries',
  tags,
  operationId: 'importBoundary',
  summary: '导入一个省的官方界线（请求体为 GeoJSON 文件内容）',
  request: {
    query: BoundaryFields,
    body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: json(BoundaryImport, '已启用；文件有问题时 400，逐条列出'),
})

export const outlinesRoute = createRoute({
  method: 'get',
  path: '/boundaries/{province}/outlines',
  tags,
  operationId: 'getOutlines',
  summary: '导入的官方界线；没有导入时 404，画面改用随产品提供的界线',
  request: { params: BoundaryParams },
  responses: {
    ...json(BoundaryTopology, 'TopoJSON'),
    304: { description: '界线未变' },
  },
})

export const removeBoundaryRoute = createRoute({
  method: 'delete',
  path: '/boundaries/{province}',
  tags,
  operationId: 'removeBoundary',
  summary: '撤下导入的官方界线，改用随产品提供的界线',
  request: { params: BoundaryParams },
  responses: json(BoundarySet, '改用的界线'),
})
