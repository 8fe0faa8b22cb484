import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Version } from '@contract/system'
import type { IntakeDesk } from './intake/desk'
import type { ClassifyJobs } from './intake/classifyJobs'
import type { Principal } from './source/principal'
import type { Source } from './source/source'

/** What the routes are made of; every host (Node, tests, browser) supplies its own. */
export interface Services {
  source: Source
  intake: IntakeDesk
  jobs: ClassifyJobs
  /** Until accounts exist everyone is the person at this machine; the seam is here. */
  principal(request: Request): Principal
  /** Nobody here is more than a visitor. */
  visitorsOnly: boolean
  version: Version
  /** Throws or rejects when the database does not answer. */
  ready(): Promise<void>
  /** An unexpected error, for the log. */
  report(error: unknown, where: { method: string; path: string }): void
}

export type Routes = OpenAPIHono
