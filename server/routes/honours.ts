import {
  honourCandidatesExportRoute,
  honourCandidatesRoute,
  honourSummaryRoute,
  prescreeningRoute,
} from '@contract/routes/honours'
import { honourCandidatesWorkbook } from '../exports/honourCandidatesWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { isFresh } from './versionedAnswer'

/** Titles run out with the day, so the day is part of every tag. */
export function registerHonours(app: Routes, { source, principal }: Services) {
  app.openapi(honourSummaryRoute, async (c) => {
    const summary = await source.honourSummary(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, summary.dataset, `${summary.version}-${summary.today}`)) return c.body(null, 304)
    return c.json(summary, 200)
  })
  app.openapi(honourCandidatesRoute, async (c) => {
    const page = await source.honourCandidates(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, page.dataset, `${page.version}-${page.on}`)) return c.body(null, 304)
    return c.json(page, 200)
  })
  app.openapi(honourCandidatesExportRoute, async (c) => {
    const who = principal(c.req.raw)
    return sendWorkbook(c, await honourCandidatesWorkbook(source, who, c.req.valid('query')))
  })
  app.openapi(prescreeningRoute, async (c) => {
    const { creditCode } = c.req.valid('param')
    const result = await source.prescreening(principal(c.req.raw), creditCode, c.req.valid('query'))
    if (isFresh(c, result.dataset, `${result.version}-${result.on}`)) return c.body(null, 304)
    return c.json(result, 200)
  })
}
