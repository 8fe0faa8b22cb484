import { sql, type Kysely } from 'kysely'

/** 抑制: why a sum of 营业收入 is not public, and the rule by which that was decided. */
const STATEMENTS = [
  `alter table aggregate add column revenue_suppressed text`,
  `alter table data_version add column disclosure_rule text`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
