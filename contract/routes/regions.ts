import { createRoute, z } from '@hono/zod-openapi'
import { Coverage, Province, RegionDetail, RegionParams } from '../regions'
import { json } from './answers'

const tags = ['区划']

export const provincesRoute = createRoute({
  method: 'get',
  path: '/provinces',
  tags,
  operationId: 'listProvinces',
  summary: '已配置的省份',
  responses: json(z.object({ provinces: z.array(Province) }).meta({ id: 'ProvinceList' }), '默认省份在前'),
})

export const regionRoute = createRoute({
  method: 'get',
  path: '/regions/{region}',
  tags,
  operationId: 'getRegion',
  summary: '一个地区：上级路径、下级、功能区',
  request: { params: RegionParams },
  responses: json(RegionDetail, '地区'),
})

export const coverageRoute = createRoute({
  method: 'get',
  path: '/regions/{region}/coverage',
  tags,
  operationId: 'getCoverage',
  summary: '该地区有哪些数据、哪些统计期',
  request: { params: RegionParams },
  responses: json(Coverage, '数据覆盖'),
})
