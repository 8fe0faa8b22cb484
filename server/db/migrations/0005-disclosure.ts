import { sql, type Kysely } from 'kysely'

/**
 * 抑制: why a sum of 营业收入 is not public; the rule by which that was decided; and the witnesses, enterprises that no
 * other sum may tell apart.
 */
const STATEMENTS = [
  `alter table aggregate add column revenue_suppressed text`,
  `alter table data_version add column disclosure_rule text`,
  `create table disclosure_guard (
     dataset text not null, period text not null, guard integer not null, credit_code text not null,
     weight integer not null, primary key (dataset, period, guard, credit_code))`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
