import { createRoute, z } from '@hono/zod-openapi'
import {
  CandidateQuery,
  ClusterCandidates,
  IndustryCluster,
  IndustryClusterChange,
  IndustryClusterCreation,
  IndustryClusterList,
  IndustryClusterProfile,
  IndustryClusterProfileQuery,
  IndustryClusterQuery,
} from '../industryClusters'
import { json, versioned, workbook } from './answers'

const tags = ['产业集群']
const params = z.object({ id: z.string().regex(/^[0-9a-z-]{1,64}$/, '集群编号只含数字、小写字母和连字符') })
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const industryClustersRoute = createRoute({
  method: 'get',
  path: '/industry-clusters',
  tags,
  operationId: 'listIndustryClusters',
  summary: '集群名单及其指标',
  request: { query: IndustryClusterQuery },
  responses: versioned(IndustryClusterList, '集群之间可有共同的区县，指标不可相加'),
})

export const industryClustersExportRoute = createRoute({
  method: 'get',
  path: '/industry-clusters/export.xlsx',
  tags,
  operationId: 'exportIndustryClusters',
  summary: '集群名单（Excel）',
  request: { query: IndustryClusterQuery },
  responses: workbook('名单、指标、口径与来源'),
})

export const candidatesRoute = createRoute({
  method: 'get',
  path: '/industry-clusters/candidates',
  tags,
  operationId: 'listClusterCandidates',
  summary: '一条链（环节）的候选区县，按区位商由高到低',
  request: { query: CandidateQuery },
  responses: versioned(ClusterCandidates, '各区县的企业数与区位商，合规则者标出'),
})

export const industryClusterRoute = createRoute({
  method: 'get',
  path: '/industry-clusters/{id}',
  tags,
  operationId: 'getIndustryCluster',
  summary: '集群档案',
  request: { params, query: IndustryClusterProfileQuery },
  responses: versioned(IndustryClusterProfile, '指标及其输入、区县、链主、企业、整零共同体'),
})

export const industryClusterExportRoute = createRoute({
  method: 'get',
  path: '/industry-clusters/{id}/export.xlsx',
  tags,
  operationId: 'exportIndustryCluster',
  summary: '集群档案（Excel）',
  request: { params, query: IndustryClusterProfileQuery },
  responses: workbook('档案、区县、企业、整零共同体、口径与来源'),
})

export const industryClusterCreationRoute = createRoute({
  method: 'post',
  path: '/industry-clusters',
  tags,
  operationId: 'createIndustryCluster',
  summary: '新建集群',
  request: { body: bodyOf(IndustryClusterCreation) },
  responses: json(IndustryCluster, '新建的集群'),
})

export const industryClusterChangeRoute = createRoute({
  method: 'put',
  path: '/industry-clusters/{id}',
  tags,
  operationId: 'changeIndustryCluster',
  summary: '修改集群',
  request: { params, body: bodyOf(IndustryClusterChange) },
  responses: json(IndustryCluster, '修改后的集群'),
})

export const industryClusterRemovalRoute = createRoute({
  method: 'delete',
  path: '/industry-clusters/{id}',
  tags,
  operationId: 'removeIndustryCluster',
  summary: '删除集群（可恢复）',
  request: { params },
  responses: json(IndustryCluster, '被删除的集群'),
})

export const industryClusterRestorationRoute = createRoute({
  method: 'post',
  path: '/industry-clusters/{id}/restore',
  tags,
  operationId: 'restoreIndustryCluster',
  summary: '恢复被删除的集群',
  request: { params },
  responses: json(IndustryCluster, '恢复的集群'),
})
