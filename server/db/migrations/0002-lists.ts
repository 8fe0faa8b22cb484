import { sql, type Kysely } from 'kysely'

/** What a page of a large list is found by: seats without their rows, enterprises in the order of 营业收入 and of names. */
const INDEXES = [
  `create index enterprise_seat on enterprise (dataset, credit_code, place)`,
  `create index enterprise_name on enterprise (dataset, name, credit_code)`,
  `create index enterprise_value_order on enterprise_value (dataset, indicator, period, value desc, credit_code)`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of INDEXES) await sql.raw(statement).execute(db)
}
