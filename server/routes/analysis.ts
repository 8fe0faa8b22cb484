import {
  concentrationExportRoute,
  concentrationRoute,
  quadrantExportRoute,
  quadrantRoute,
  rankingExportRoute,
  rankingRoute,
  shiftShareExportRoute,
  shiftShareRoute,
} from '@contract/routes/analysis'
import { concentrationWorkbook } from '../exports/concentrationWorkbook'
import { quadrantWorkbook, rankingWorkbook, shiftShareWorkbook } from '../exports/analysisWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { analysisVersion } from '../source/analysisFrame'
import { isFresh } from './versionedAnswer'

/** 指标分析: 排名, 四象限, 偏离—份额, 集中度, each as an answer and as a workbook. */
export function registerAnalysis(app: Routes, { source, principal }: Services) {
  const versionOf = (answer: Parameters<typeof analysisVersion>[1]) => analysisVersion(source.context, answer)
  app.openapi(rankingRoute, async (c) => {
    const answer = await source.ranking(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, answer.dataset, versionOf(answer)) ? c.body(null, 304) : c.json(answer, 200)
  })
  app.openapi(quadrantRoute, async (c) => {
    const answer = await source.quadrant(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, answer.dataset, versionOf(answer)) ? c.body(null, 304) : c.json(answer, 200)
  })
  app.openapi(shiftShareRoute, async (c) => {
    const answer = await source.shiftShare(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, answer.dataset, versionOf(answer)) ? c.body(null, 304) : c.json(answer, 200)
  })
  app.openapi(concentrationRoute, async (c) => {
    const answer = await source.concentration(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, answer.dataset, versionOf(answer)) ? c.body(null, 304) : c.json(answer, 200)
  })
  registerAnalysisExports(app, { source, principal })
}

function registerAnalysisExports(app: Routes, { source, principal }: Pick<Services, 'source' | 'principal'>) {
  const exporterOf = (request: Request) => ({ by: principal(request).name, at: source.context.now() })
  app.openapi(rankingExportRoute, async (c) => {
    const answer = await source.ranking(principal(c.req.raw), c.req.valid('query'))
    return sendWorkbook(c, rankingWorkbook(answer, exporterOf(c.req.raw)))
  })
  app.openapi(quadrantExportRoute, async (c) => {
    const answer = await source.quadrant(principal(c.req.raw), c.req.valid('query'))
    return sendWorkbook(c, quadrantWorkbook(answer, exporterOf(c.req.raw)))
  })
  app.openapi(shiftShareExportRoute, async (c) => {
    const answer = await source.shiftShare(principal(c.req.raw), c.req.valid('query'))
    return sendWorkbook(c, shiftShareWorkbook(answer, exporterOf(c.req.raw)))
  })
  app.openapi(concentrationExportRoute, async (c) => {
    const answer = await source.concentration(principal(c.req.raw), c.req.valid('query'))
    return sendWorkbook(c, concentrationWorkbook(answer, exporterOf(c.req.raw)))
  })
}
