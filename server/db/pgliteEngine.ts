import type { PGlite } from '@electric-sql/pglite'
import { DatabaseQueryError, type LinkResult, type QueryFault, type QueryLink } from './link'
import { NODE_POSTGRES_PARSERS, pgText } from './pgText'

/**
 * An open PGlite as a link whose results equal those of node-postgres.
 * Like node-postgres it uses the simple protocol without parameters, the extended one with them.
 */
export function pgliteLink(pg: PGlite): QueryLink {
  Object.assign(pg.parsers, NODE_POSTGRES_PARSERS)
  return {
    session: 0,
    query: (sql, parameters) => run(pg, sql, parameters),
    close: () => pg.close(),
  }
}

async function run(pg: PGlite, sql: string, parameters: readonly unknown[]): Promise<LinkResult> {
  try {
    const result =
      parameters.length === 0
        ? (await pg.exec(sql)).at(-1)
        : await pg.query<Record<string, unknown>>(sql, parameters.map(pgText))
    return { rows: (result?.rows ?? []) as Record<string, unknown>[], affected: result?.affectedRows ?? 0 }
  } catch (error) {
    throw isFault(error) ? new DatabaseQueryError(error) : error
  }
}

function isFault(error: unknown): error is QueryFault {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
