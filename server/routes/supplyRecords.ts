import {
  matchingRoute,
  nameDecisionRoute,
  namesRoute,
  nameUndoRoute,
  snapshotComparisonExportRoute,
  snapshotComparisonRoute,
  snapshotCreationRoute,
  snapshotRemovalRoute,
  snapshotRestorationRoute,
  snapshotsRoute,
} from '@contract/routes/supplyRecords'
import { sendWorkbook } from '../exports/sendWorkbook'
import { snapshotWorkbook } from '../exports/snapshotWorkbook'
import type { Routes, Services } from '../services'

/** What people record about supply networks: who a name is, and how a network was on a day. */
export function registerSupplyRecords(app: Routes, services: Services) {
  registerNames(app, services)
  registerSnapshots(app, services)
}

function registerNames(app: Routes, { source, principal }: Services) {
  app.openapi(namesRoute, async (c) =>
    c.json(await source.supplyNames(principal(c.req.raw), c.req.valid('query')), 200),
  )
  app.openapi(nameDecisionRoute, async (c) =>
    c.json(await source.decideSupplyName(principal(c.req.raw), c.req.valid('json')), 200),
  )
  app.openapi(nameUndoRoute, async (c) =>
    c.json(await source.undoSupplyName(principal(c.req.raw), c.req.valid('json')), 200),
  )
  app.openapi(matchingRoute, async (c) =>
    c.json(await source.supplyMatching(principal(c.req.raw), c.req.valid('query')), 200),
  )
}

function registerSnapshots(app: Routes, { source, principal }: Services) {
  app.openapi(snapshotsRoute, async (c) =>
    c.json(await source.snapshots(principal(c.req.raw), c.req.valid('query')), 200),
  )
  app.openapi(snapshotCreationRoute, async (c) =>
    c.json(await source.createSnapshot(principal(c.req.raw), c.req.valid('json')), 200),
  )
  app.openapi(snapshotComparisonRoute, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await source.compareSnapshots(principal(c.req.raw), id, c.req.valid('query')), 200)
  })
  app.openapi(snapshotComparisonExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const wish = { ...c.req.valid('query'), isWhole: true }
    const comparison = await source.compareSnapshots(who, c.req.valid('param').id, wish)
    return sendWorkbook(c, snapshotWorkbook(comparison, { by: who.name, at: source.context.now() }))
  })
  app.openapi(snapshotRemovalRoute, async (c) =>
    c.json(await source.setSnapshotRemoved(principal(c.req.raw), c.req.valid('param').id, true), 200),
  )
  app.openapi(snapshotRestorationRoute, async (c) =>
    c.json(await source.setSnapshotRemoved(principal(c.req.raw), c.req.valid('param').id, false), 200),
  )
}
