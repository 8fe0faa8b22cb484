import { sql, type Kysely } from 'kysely'

/** 区域指标: every figure that a published batch gives for a region; sources stay side by side. */
const STATEMENTS = [
  `create table region_fact (
     dataset text not null, region text not null, recorded_on text not null, indicator text not null,
     period text not null, value numeric not null, unit text not null, as_given text not null, doubt text,
     batch_id text not null, row_no integer not null, col_no integer not null,
     primary key (batch_id, row_no, col_no))`,
  `create index region_fact_region on region_fact (dataset, region, indicator, period)`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
