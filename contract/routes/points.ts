import { createRoute } from '@hono/zod-openapi'
import {
  ClusterId,
  PointCluster,
  PointClusterQuery,
  PointMarks,
  PointMarksQuery,
  PointQuery,
  PointSummary,
  TileAddress,
} from '../points'
import { PROBLEMS, versioned } from './answers'

const tags = ['企业点位']

/** Mapbox Vector Tile. */
export const MVT = 'application/vnd.mapbox-vector-tile'

export const pointTileRoute = createRoute({
  method: 'get',
  path: '/points/tiles/{z}/{x}/{y}',
  tags,
  operationId: 'getPointTile',
  summary: '企业点位矢量瓦片',
  description:
    '图层 points：聚合点有 point_count、cluster_id、label，单个企业有 code。0–14 级；第 14 级同一地点的企业合为一点。',
  request: { params: TileAddress, query: PointQuery },
  responses: {
    200: {
      description: '矢量瓦片（MVT 2.1）',
      content: { [MVT]: { schema: { type: 'string' as const, format: 'binary' } } },
    },
    204: { description: '这里没有企业' },
    304: { description: '数据版本未变' },
    ...PROBLEMS,
  },
})

export const pointMarksRoute = createRoute({
  method: 'get',
  path: '/points/marks',
  tags,
  operationId: 'getPointMarks',
  summary: '一个范围内的企业点位（供不支持 WebGL 的浏览器）',
  request: { query: PointMarksQuery },
  responses: versioned(PointMarks, '至多 2,000 个点'),
})

export const pointClusterRoute = createRoute({
  method: 'get',
  path: '/points/clusters/{id}',
  tags,
  operationId: 'getPointCluster',
  summary: '一个聚合点里的企业',
  request: { params: ClusterId, query: PointClusterQuery },
  responses: versioned(PointCluster, '家数、散开的级别和其中若干家'),
})

export const pointSummaryRoute = createRoute({
  method: 'get',
  path: '/points/summary',
  tags,
  operationId: 'getPointSummary',
  summary: '有坐标、没有坐标的企业各多少家',
  request: { query: PointQuery },
  responses: versioned(PointSummary, 'enterprises = located + unlocated'),
})
