import { sql } from 'kysely'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { createLocator } from '@domain/region/locate'
import { createApp } from '@server/app'
import { BUILT_IN_PACKS, FUNCTIONAL_AREAS, industryBook, PROFILES, regionBook } from '@server/catalogue'
import { makeOutlines } from '@server/boundaries/makeOutlines'
import { openBrowserDatabase } from '@server/db/browser'
import { ClassifyJobs } from '@server/intake/classifyJobs'
import { IntakeDesk } from '@server/intake/desk'
import { runIntake } from '@server/intake/runIntake'
import type { IntakeRunner } from '@server/intake/runner'
import { loadDemonstration } from '@server/demo/loadDemonstration'
import { installBuiltInPacks } from '@server/source/chains'
import { localNetworks } from '@server/network/localNetworks'
import { sessionOf } from '@server/session'
import type { SourceContext } from '@server/source/context'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { createSource } from '@server/source/source'
import { localIndexes } from '@server/tiles/localIndexes'
import { AUDIENCE_HEADER } from './audience'
import { memoryFiles } from './memoryFiles'
import type { RequestMessage, ResponseMessage, WorkerNotice } from './messages'

/** The whole product without a server: the same app over the embedded database, in a worker beside the page. */
async function openApp() {
  const { db } = await openBrowserDatabase()
  const context: SourceContext = {
    db,
    regions: regionBook(),
    functionalAreas: FUNCTIONAL_AREAS,
    industries: industryBook(),
    profiles: PROFILES,
    builtInPacks: BUILT_IN_PACKS,
    pointIndexes: localIndexes(),
    supplyNetworks: localNetworks(),
    disclosure: DEFAULT_RULE,
    makeOutlines: (order) => Promise.resolve(makeOutlines(order, context.regions)),
    now: () => new Date(),
  }
  await installBuiltInPacks(context)
  const files = memoryFiles()
  const locator = createLocator(context.regions, FUNCTIONAL_AREAS)
  const runner: IntakeRunner = {
    run: async (job, events, signal) => runIntake(job, await files.open(job.batch), locator, events, signal),
  }
  const report = (error: unknown) => console.error(error)
  const jobs = new ClassifyJobs(context, report)
  const app = createApp({
    source: createSource(context),
    intake: new IntakeDesk({ context, files, runner, jobs, report }),
    jobs,
    ...sessionOf(LOCAL_PRINCIPAL, { audienceOf: (request) => request.headers.get(AUDIENCE_HEADER) ?? undefined }),
    version: { product: '产业大脑 · 政府侧驾驶舱', version: '浏览器演示', contract: '1.0.0', database: 'browser' },
    ready: async () => void (await sql`select 1`.execute(db)),
    report,
  })
  await loadDemonstration({ app, context }, (file) => tell({ doing: `正在装入 ${file}` }))
  return app
}

const opening = openApp()
const tell = (message: ResponseMessage | WorkerNotice, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer })
opening.then(
  () => tell({ ready: true }),
  (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
)

self.addEventListener('message', (event: MessageEvent<RequestMessage>) => void answer(event.data))

async function answer({ id, url, method, headers, body }: RequestMessage) {
  const app = await opening
  const response = await app.fetch(new Request(url, { method, headers, body }))
  const bytes = await response.arrayBuffer()
  tell({ id, status: response.status, headers: [...response.headers], body: bytes }, [bytes])
}
