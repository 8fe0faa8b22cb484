import { sql, type Kysely } from 'kysely'

/** Titles whose rule gives them three years, as far as rows published earlier can tell. */
const THREE_YEARS = `(tier in ('innovative', 'specialised', 'little-giant', 'champion') or programme like '%高新技术企业%')`

/**
 * 荣誉: 规则版本, 状态, 文号, and whether the end was derived. `standing` says which row of an enterprise's title
 * holds, once later lists are known. `judged_on` is the day for which the counted honours are right.
 */
const STATEMENTS = [
  `alter table honour add column rule_version text`,
  `alter table honour add column status text`,
  `alter table honour add column document text`,
  `alter table honour add column note text`,
  `alter table honour add column end_derived boolean not null default false`,
  `alter table honour add column standing text not null default 'held'`,
  `update honour set valid_from = issued_on where valid_from is null`,
  `update honour set end_derived = true, note = '有效期止按认定日期加三年推算',
     valid_to = to_char(issued_on::date + interval '3 years' - interval '1 day', 'YYYY-MM-DD')
     where valid_to is null and issued_on is not null and ${THREE_YEARS}`,
  `update honour set rule_version = case when issued_on >= '2026-04-01' then 'V2026' else 'V2022' end
     where issued_on >= '2022-06-01' and tier in ('innovative', 'specialised', 'little-giant')`,
  `alter table data_version add column judged_on text`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
