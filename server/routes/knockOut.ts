import { criticalityExportRoute, criticalityRoute, knockOutExportRoute, knockOutRoute } from '@contract/routes/supply'
import type { Context, TypedResponse } from 'hono'
import { criticalityWorkbook } from '../exports/criticalityWorkbook'
import { knockOutWorkbook } from '../exports/knockOutWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import { readJson, type Json } from '../network/questions'
import type { Routes, Services } from '../services'
import { todayOf } from '../source/context'
import { isFresh } from './versionedAnswer'

/** 推演停摆 and 关键环节; a knock-out is asked by POST for its length only, and writes nothing. */
export function registerKnockOut(app: Routes, { source, principal }: Services) {
  const exporterOf = (request: Request) => ({ by: principal(request).name, at: source.context.now() })
  app.openapi(knockOutRoute, async (c) => {
    const { raw } = c.req
    const json = await source.knockOut.run(principal(raw), c.req.valid('json'), { signal: raw.signal })
    return ready(c, json)
  })
  app.openapi(knockOutExportRoute, async (c) => {
    const { raw } = c.req
    const answer = await source.knockOut.runWhole(principal(raw), c.req.valid('json'), { signal: raw.signal })
    return sendWorkbook(c, knockOutWorkbook(answer, exporterOf(raw)))
  })
  app.openapi(criticalityRoute, async (c) => {
    const { frame, json } = await source.criticality(principal(c.req.raw), c.req.valid('query'))
    // Titles run out with the day, so the day is part of the tag.
    if (isFresh(c, frame.dataset, `${frame.version}-${todayOf(source.context)}`)) return c.body(null, 304)
    return ready(c, json)
  })
  app.openapi(criticalityExportRoute, async (c) => {
    const { json } = await source.criticality(principal(c.req.raw), c.req.valid('query'))
    return sendWorkbook(c, criticalityWorkbook(readJson(json), exporterOf(c.req.raw)))
  })
}

/** Text that is JSON already, under the type of what it says. */
function ready<T>(c: Context, json: Json<T>) {
  const answer: Response = c.body(json, 200, { 'Content-Type': 'application/json' })
  return answer as Response & TypedResponse<T, 200, 'json'>
}
