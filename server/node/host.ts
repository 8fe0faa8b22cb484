import path from 'node:path'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { createApp, type App } from '../app'
import { BUILT_IN_PACKS, FUNCTIONAL_AREAS, industryBook, PROFILES, regionBook } from '../catalogue'
import { openDatabase, type OpenDatabase } from '../db/node/open'
import { ClassifyJobs } from '../intake/classifyJobs'
import { IntakeDesk } from '../intake/desk'
import { installBuiltInPacks } from '../source/chains'
import type { Services } from '../services'
import { sessionOf } from '../session'
import type { SourceContext } from '../source/context'
import { keepDisclosureRule } from '../source/disclosureRule'
import { LOCAL_PRINCIPAL } from '../source/principal'
import { createSource } from '../source/source'
import { failInterruptedReads } from '../source/staging'
import type { Config } from './config'
import { diskFiles } from './diskFiles'
import { threadNetworks } from './networkIndexes'
import { productVersion } from './productVersion'
import { threadOutlines } from './threadOutlines'
import { threadRunner } from './threadRunner'
import { threadIndexes } from './tileIndexes'

export interface Host {
  app: App
  /** The same for this machine's own work (import, demonstration), which AUDIENCE does not bind. */
  ownApp: App
  context: SourceContext
  database: OpenDatabase
  close(): Promise<void>
}

/** The product in Node without a port: the server, the import command and the tests all stand on it. */
export async function openHost(
  config: Pick<Config, 'dataDir' | 'databaseUrl'> &
    Partial<Pick<Config, 'mapReviewNumber' | 'visitorsOnly' | 'disclosure'>>,
  log: Logger,
): Promise<Host> {
  const database = await openDatabase(config)
  const context: SourceContext = {
    db: database.db,
    regions: regionBook(),
    functionalAreas: FUNCTIONAL_AREAS,
    industries: industryBook(),
    profiles: PROFILES,
    builtInPacks: BUILT_IN_PACKS,
    pointIndexes: threadIndexes(),
    supplyNetworks: threadNetworks(),
    makeOutlines: threadOutlines(),
    mapReviewNumber: config.mapReviewNumber,
    disclosure: config.disclosure ?? null,
    now: () => new Date(),
  }
  const newEditions = await installBuiltInPacks(context)
  await failInterruptedReads(context)
  await keepDisclosureRule(context)
  const report = (error: unknown, where: object = {}) => log.error({ err: error, ...where }, 'unexpected error')
  const uploads = path.join(config.dataDir, 'uploads')
  const jobs = new ClassifyJobs(context, report)
  const intake = new IntakeDesk({ context, files: diskFiles(uploads), runner: threadRunner(uploads), jobs, report })
  for (const pack of newEditions) jobs.start(pack)
  const services: Services = {
    source: createSource(context),
    intake,
    jobs,
    ...sessionOf(LOCAL_PRINCIPAL),
    version: {
      product: '产业大脑 · 政府侧驾驶舱',
      version: productVersion(),
      contract: '1.0.0',
      database: database.kind,
    },
    ready: async () => void (await sql`select 1`.execute(context.db)),
    report,
  }
  const ownApp = createApp(services)
  const { visitorsOnly } = config
  const app = visitorsOnly ? createApp({ ...services, ...sessionOf(LOCAL_PRINCIPAL, { visitorsOnly }) }) : ownApp
  const close = async () => {
    await intake.close()
    await jobs.close()
    await context.pointIndexes.close()
    await context.supplyNetworks.close()
    await database.close()
  }
  return { app, ownApp, context, database, close }
}
