import type { IndustryClusterList } from '@contract/industryClusters'
import {
  candidatesRoute,
  industryClusterChangeRoute,
  industryClusterCreationRoute,
  industryClusterExportRoute,
  industryClusterRemovalRoute,
  industryClusterRestorationRoute,
  industryClusterRoute,
  industryClustersExportRoute,
  industryClustersRoute,
} from '@contract/routes/industryClusters'
import { industryClusterWorkbook } from '../exports/industryClusterWorkbook'
import { industryClustersWorkbook } from '../exports/industryClustersWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { todayOf } from '../source/context'
import { honourDay } from '../source/honours'
import { isFresh } from './versionedAnswer'

/** Clusters change between publications, and titles run out while a period still runs: all three make the tag. */
const tagOf = (
  now: () => Date,
  { version, revision, period }: Pick<IndustryClusterList, 'version' | 'revision' | 'period'>,
) => `${version}-${revision}-${honourDay(period, todayOf({ now }))}`

export function registerIndustryClusters(app: Routes, services: Services) {
  const { source, principal } = services
  app.openapi(industryClustersRoute, async (c) => {
    const list = await source.industryClusters(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, list.dataset, tagOf(source.context.now, list))) return c.body(null, 304)
    return c.json(list, 200)
  })
  // Before /industry-clusters/{id}, which would take these names for an id.
  app.openapi(industryClustersExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const list = await source.industryClusters(who, c.req.valid('query'))
    return sendWorkbook(c, industryClustersWorkbook(list, { by: who.name, at: source.context.now() }))
  })
  app.openapi(candidatesRoute, async (c) => {
    const { version, ...answer } = await source.clusterCandidates(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, answer.dataset, version)) return c.body(null, 304)
    return c.json(answer, 200)
  })
  app.openapi(industryClusterRoute, async (c) => {
    const { id } = c.req.valid('param')
    const profile = await source.industryCluster(principal(c.req.raw), id, c.req.valid('query'))
    if (isFresh(c, profile.dataset, tagOf(source.context.now, profile))) return c.body(null, 304)
    return c.json(profile, 200)
  })
  app.openapi(industryClusterExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const profile = await source.industryCluster(who, c.req.valid('param').id, c.req.valid('query'))
    return sendWorkbook(c, industryClusterWorkbook(profile, { by: who.name, at: source.context.now() }, who.seesUnits))
  })
  registerChanges(app, services)
}

function registerChanges(app: Routes, { source, principal }: Services) {
  app.openapi(industryClusterCreationRoute, async (c) =>
    c.json(await source.createIndustryCluster(principal(c.req.raw), c.req.valid('json')), 200),
  )
  app.openapi(industryClusterChangeRoute, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await source.changeIndustryCluster(principal(c.req.raw), id, c.req.valid('json')), 200)
  })
  app.openapi(industryClusterRemovalRoute, async (c) =>
    c.json(await source.setIndustryClusterRemoved(principal(c.req.raw), c.req.valid('param').id, true), 200),
  )
  app.openapi(industryClusterRestorationRoute, async (c) =>
    c.json(await source.setIndustryClusterRemoved(principal(c.req.raw), c.req.valid('param').id, false), 200),
  )
}
