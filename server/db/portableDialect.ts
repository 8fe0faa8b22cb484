import { PostgresAdapter, PostgresDialect, sql, type Kysely } from 'kysely'

/** Any number will do, as long as every process of this product takes the same one. */
const MIGRATION_LOCK = 7_201_949

class PortableAdapter extends PostgresAdapter {
  /**
   * Kysely's own lock sets `lock_timeout`, which PostgreSQL-descended servers (openGauss) do not know.
   * An index on a big table may take longer than a screen's statement limit, so that limit rests meanwhile.
   */
  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`set statement_timeout = 0`.execute(db)
    await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
  }

  override async releaseMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
    await sql`reset statement_timeout`.execute(db)
  }
}

/** The PostgreSQL dialect of Kysely, without what only newer PostgreSQL servers understand. */
export class PortableDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new PortableAdapter()
  }
}
