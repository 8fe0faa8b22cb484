import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { problem, failureProblem, validationProblem } from './problem'
import { registerAnalysis } from './routes/analysis'
import { registerBatches } from './routes/batches'
import { registerBoard } from './routes/board'
import { registerBoundaries } from './routes/boundaries'
import { registerBrief } from './routes/brief'
import { registerChains } from './routes/chains'
import { registerCheckup } from './routes/checkup'
import { registerClusters } from './routes/clusters'
import { registerCompare } from './routes/compare'
import { registerEnterprises } from './routes/enterprises'
import { registerFigures } from './routes/figures'
import { registerHonours } from './routes/honours'
import { registerIndustryClusters } from './routes/industryClusters'
import { registerIndicators } from './routes/indicators'
import { registerKnockOut } from './routes/knockOut'
import { registerPanorama } from './routes/panorama'
import { registerPoints } from './routes/points'
import { registerRegions } from './routes/regions'
import { registerSession } from './routes/session'
import { registerSupply } from './routes/supply'
import { registerSupplyRecords } from './routes/supplyRecords'
import { registerSystem } from './routes/system'
import { SourceFailure } from './source/failure'
import type { Services } from './services'
import { visitorGuard } from './visitorGuard'

export const API_BASE = '/api/v1'

/** Facts about the API that the generated document carries. */
export const API_INFO = {
  openapi: '3.1.0',
  info: {
    title: '产业大脑 · 政府侧驾驶舱 接口',
    version: '1.0.0',
    description: '企业名录进，产业链、地图、指标、简报出。金额单位万元，小数以文本传递；null 表示未报送，零就是零。',
  },
  servers: [{ url: '/' }],
}

/** JSON bodies; the largest is a chain pack. Uploads have limits of their own. */
const JSON_BYTES = 8 * 1024 * 1024

const limitBody = bodyLimit({ maxSize: JSON_BYTES, onError: (c) => problem(c, 413, '提交的内容过大') })

const UPLOADS = [`${API_BASE}/batches`, `${API_BASE}/boundaries`]
const isUpload = (method: string, path: string) => method === 'POST' && UPLOADS.includes(path)

/** The API on the Fetch standard: the same app serves Node, the tests and the browser mock. */
export function createApp(services: Services) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : validationProblem(c, result.error)),
  }).basePath(API_BASE)
  app.use('*', visitorGuard(services, API_BASE))
  app.use('*', async (c, next) => (isUpload(c.req.method, c.req.path) ? next() : limitBody(c, next)))
  app.onError((error, c) => {
    if (error instanceof SourceFailure) return failureProblem(c, error)
    // Thrown by the framework for a body that cannot be parsed.
    if (error instanceof HTTPException && error.status === 400) return problem(c, 400, '请求体不是有效的 JSON', 'body')
    services.report(error, { method: c.req.method, path: c.req.path })
    return problem(c, 500, '服务内部错误，数据未受影响；请稍后重试，仍不行请把时间和操作告诉管理员')
  })
  app.notFound((c) => problem(c, 404, `没有接口 ${c.req.method} ${c.req.path}`))
  registerSystem(app, services)
  registerSession(app, services)
  registerRegions(app, services)
  registerChains(app, services)
  registerPanorama(app, services)
  registerClusters(app, services)
  registerCompare(app, services)
  registerIndustryClusters(app, services)
  registerPoints(app, services)
  registerEnterprises(app, services)
  registerFigures(app, services)
  registerHonours(app, services)
  registerIndicators(app, services)
  registerAnalysis(app, services)
  registerBoard(app, services)
  registerBrief(app, services)
  registerCheckup(app, services)
  registerSupply(app, services)
  registerKnockOut(app, services)
  registerSupplyRecords(app, services)
  registerBatches(app, services)
  registerBoundaries(app, services)
  app.doc31('/openapi.json', API_INFO)
  return app
}

export type App = ReturnType<typeof createApp>
