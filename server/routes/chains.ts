import { chainsRoute, jobRoute, packRoute, packUploadRoute } from '@contract/routes/chains'
import { judgePack, storePack } from '../source/chains'
import type { Routes, Services } from '../services'

export function registerChains(app: Routes, { source, principal, jobs }: Services) {
  app.openapi(chainsRoute, async (c) =>
    c.json(await source.chains(principal(c.req.raw), c.req.valid('query').region), 200),
  )
  app.openapi(packRoute, async (c) => {
    const { chain } = c.req.valid('param')
    return c.json(await source.pack(principal(c.req.raw), chain, c.req.valid('query').edition), 200)
  })
  app.openapi(packUploadRoute, async (c) => {
    const pack = c.req.valid('json')
    const who = principal(c.req.raw)
    const { findings, changes } = await judgePack(source.context, pack)
    const accepted = !findings.some((finding) => finding.level === 'error')
    const stored = accepted && c.req.valid('query').dryRun === 'false'
    if (stored) await storePack(source.context, who, pack)
    return c.json({ accepted, stored, findings, changes, job: stored ? jobs.start(pack) : null }, 200)
  })
  app.openapi(jobRoute, (c) => c.json(jobs.read(c.req.valid('param').id), 200))
}
