import { createRoute } from '@hono/zod-openapi'
import { Criticality, CriticalityQuery } from '../criticality'
import { KnockOut, KnockOutRequest } from '../knockOut'
import {
  EgoFigures,
  EgoQuery,
  LinkCard,
  LinkQuery,
  Network,
  NetworkQuery,
  PartyList,
  PartyQuery,
  PathQuery,
  SupplyPath,
} from '../supply'
import { json, versioned, workbook } from './answers'

const tags = ['供应网络']

export const partiesRoute = createRoute({
  method: 'get',
  path: '/supply/parties',
  tags,
  operationId: 'listSupplyParties',
  summary: '链主与按名称查找的企业',
  request: { query: PartyQuery },
  responses: versioned(PartyList, '企业'),
})

export const networkRoute = createRoute({
  method: 'get',
  path: '/supply/network',
  tags,
  operationId: 'getSupplyNetwork',
  summary: '一家企业的供应网络',
  request: { query: NetworkQuery },
  responses: versioned(Network, '节点与供应关系'),
})

export const networkExportRoute = createRoute({
  method: 'get',
  path: '/supply/network/export.xlsx',
  tags,
  operationId: 'exportSupplyNetwork',
  summary: '供应网络（Excel）',
  request: { query: NetworkQuery },
  responses: workbook('企业、供应关系（逐条，带证据与来源）、指标、口径'),
})

export const linkRoute = createRoute({
  method: 'get',
  path: '/supply/link',
  tags,
  operationId: 'getSupplyLink',
  summary: '一条供应关系：谁说的、什么时候',
  request: { query: LinkQuery },
  responses: versioned(LinkCard, '逐条来源'),
})

export const pathRoute = createRoute({
  method: 'get',
  path: '/supply/path',
  tags,
  operationId: 'getSupplyPath',
  summary: '两家企业之间最短的供应通路',
  request: { query: PathQuery },
  responses: versioned(SupplyPath, '通路'),
})

export const egoRoute = createRoute({
  method: 'get',
  path: '/supply/figures',
  tags,
  operationId: 'getSupplyFigures',
  summary: '一家企业的配套率、依赖、整零共同体、母子公司',
  request: { query: EgoQuery },
  responses: versioned(EgoFigures, '指标'),
})

export const communityExportRoute = createRoute({
  method: 'get',
  path: '/supply/community/export.xlsx',
  tags,
  operationId: 'exportSupplyCommunity',
  summary: '整零共同体成员名单（Excel）',
  request: { query: EgoQuery },
  responses: workbook('链主与上下游企业名单'),
})

const body = <T extends typeof KnockOutRequest>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const knockOutRoute = createRoute({
  method: 'post',
  path: '/supply/knock-out',
  tags,
  operationId: 'runKnockOut',
  summary: '推演停摆（推演，非预测；不写入任何数据）',
  request: { body: body(KnockOutRequest) },
  responses: json(KnockOut, '推演结果'),
})

export const knockOutExportRoute = createRoute({
  method: 'post',
  path: '/supply/knock-out/export.xlsx',
  tags,
  operationId: 'exportKnockOut',
  summary: '推演停摆（Excel）',
  request: { body: body(KnockOutRequest) },
  responses: workbook('假设、结果、逐家、分县、断源、替代'),
})

export const criticalityRoute = createRoute({
  method: 'get',
  path: '/supply/criticality',
  tags,
  operationId: 'getCriticality',
  summary: '关键环节与断点（伪关键纠偏前后）',
  request: { query: CriticalityQuery },
  responses: versioned(Criticality, '关键环节'),
})

export const criticalityExportRoute = createRoute({
  method: 'get',
  path: '/supply/criticality/export.xlsx',
  tags,
  operationId: 'exportCriticality',
  summary: '关键环节与断点（Excel）',
  request: { query: CriticalityQuery },
  responses: workbook('关键环节、关键企业、断点、口径'),
})
