import type { Dialect, PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseLostError, type QueryLink } from './link'
import { Mutex } from './mutex'
import { PortableDialect } from './portableDialect'

/** How long a request may wait for the only connection while a transaction holds it. */
const PATIENCE_MS = 120_000

/** The connection as one borrower sees it: from the first statement to the release, one and the same session. */
class Lease implements PostgresPoolClient {
  readonly #session: number

  constructor(
    private readonly link: QueryLink,
    private readonly giveBack: () => void,
  ) {
    this.#session = link.session
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') throw new Error('The embedded database has no cursors')
    return this.#run<R>(statement, parameters)
  }

  release(): void {
    this.giveBack()
  }

  /** After a lost engine the next statement would open a fresh one: outside the transaction it belongs to. */
  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.link.session !== this.#session) {
      if (sql === 'rollback') return { command: 'SELECT', rowCount: 0, rows: [] }
      throw new DatabaseLostError('数据库引擎已重新打开，本次事务已撤销')
    }
    const { rows, affected } = await this.link.query(sql, parameters)
    return { command: 'UPDATE', rowCount: affected, rows: rows as R[] }
  }
}

/** A pool of exactly one connection: a transaction holds it until it ends, everyone else waits in order. */
class SinglePool implements PostgresPool {
  readonly #mutex: Mutex

  constructor(
    private readonly link: QueryLink,
    patienceMs: number,
  ) {
    this.#mutex = new Mutex(patienceMs)
  }

  async connect(): Promise<PostgresPoolClient> {
    await this.#mutex.acquire()
    return new Lease(this.link, () => this.#mutex.release())
  }

  async end(): Promise<void> {
    await this.link.close()
  }
}

/** Kysely over an embedded engine: PostgreSQL's own compiler, introspection and transaction handling. */
export function pgliteDialect(link: QueryLink, patienceMs = PATIENCE_MS): Dialect {
  return new PortableDialect({ pool: new SinglePool(link, patienceMs) })
}
