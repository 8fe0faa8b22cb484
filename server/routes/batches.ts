import {
  annotatedRoute,
  batchesRoute,
  batchRoute,
  cancelRoute,
  mappingRoute,
  publishRoute,
  rowOverrideRoute,
  rowsRoute,
  templateRoute,
  uploadRoute,
  withdrawRoute,
} from '@contract/routes/batches'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'

export function registerBatches(app: Routes, services: Services) {
  registerReading(app, services)
  registerDeciding(app, services)
}

/** Upload, progress, report, correction of the mapping. */
function registerReading(app: Routes, { intake, source, principal }: Services) {
  app.openapi(uploadRoute, async (c) => {
    const { fileName, ...fields } = c.req.valid('query')
    const batch = await intake.receive(principal(c.req.raw), fields, fileName, c.req.raw)
    return c.json(batch, 202)
  })
  app.openapi(batchesRoute, async (c) => c.json(await intake.list(principal(c.req.raw)), 200))
  app.openapi(batchRoute, async (c) => c.json(await intake.read(principal(c.req.raw), c.req.valid('param').id), 200))
  app.openapi(mappingRoute, async (c) =>
    c.json(await intake.remap(principal(c.req.raw), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  app.openapi(rowsRoute, async (c) =>
    c.json(await source.rows(principal(c.req.raw), c.req.valid('param').id, c.req.valid('query')), 200),
  )
  app.openapi(annotatedRoute, async (c) =>
    sendWorkbook(c, await intake.annotated(principal(c.req.raw), c.req.valid('param').id)),
  )
  app.openapi(templateRoute, (c) =>
    sendWorkbook(c, intake.template(c.req.valid('param').kind, c.req.valid('query').theme)),
  )
}

function registerDeciding(app: Routes, { intake, source, principal }: Services) {
  app.openapi(rowOverrideRoute, async (c) => {
    const { id, row } = c.req.valid('param')
    return c.json(await source.overrideRow(principal(c.req.raw), id, row, c.req.valid('json').reason), 200)
  })
  app.openapi(publishRoute, async (c) =>
    c.json(await intake.publish(principal(c.req.raw), c.req.valid('param').id), 200),
  )
  app.openapi(withdrawRoute, async (c) =>
    c.json(await source.withdraw(principal(c.req.raw), c.req.valid('param').id), 200),
  )
  app.openapi(cancelRoute, async (c) => c.json(await intake.cancel(principal(c.req.raw), c.req.valid('param').id), 200))
}
