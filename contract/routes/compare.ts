import { createRoute } from '@hono/zod-openapi'
import { CompareQuery, Comparison, PeerQuery, Peers } from '../compare'
import { versioned, workbook } from './answers'

const tags = ['集群地图']

export const compareRoute = createRoute({
  method: 'get',
  path: '/clusters/compare',
  tags,
  operationId: 'compareClusters',
  summary: '2—10 个市县的同一条链（环节）对比',
  request: { query: CompareQuery },
  responses: versioned(Comparison, '各地区指标、位次、走势与结构；指标与地图一致'),
})

export const peersRoute = createRoute({
  method: 'get',
  path: '/clusters/peers',
  tags,
  operationId: 'getClusterPeers',
  summary: '按规则选同类地区',
  request: { query: PeerQuery },
  responses: versioned(Peers, '至多 9 个同类地区，附规则与距离'),
})

export const compareExportRoute = createRoute({
  method: 'get',
  path: '/clusters/compare/export.xlsx',
  tags,
  operationId: 'exportComparison',
  summary: '地区对比（Excel）',
  request: { query: CompareQuery },
  responses: workbook('与对比页一致的数据、口径与来源'),
})
