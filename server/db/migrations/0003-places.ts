import { sql, type Kysely } from 'kysely'

/** 坐标、产业集群、官方界线. Degrees are CGCS2000; `crs` says what they were given in. */
const STATEMENTS = [
  `alter table staged_row add column lng double precision, add column lat double precision, add column crs text`,
  `alter table enterprise add column lng double precision, add column lat double precision, add column crs text`,
  `create index enterprise_point on enterprise (dataset, lng, lat) where lng is not null`,
  // Everything that the points on the map are made of: a million are read without touching their rows.
  `create index enterprise_located on enterprise (dataset, credit_code, place, lng, lat) where lng is not null`,
  `create table industry_cluster (
     id text primary key, dataset text not null, province text not null, name text not null, chain text not null,
     node text, level text not null, batch_name text, document text, created_at text not null, created_by text not null,
     updated_at text not null, removed_at text, revision integer not null)`,
  `create index industry_cluster_province on industry_cluster (dataset, province)`,
  `create unique index industry_cluster_name on industry_cluster (dataset, province, name) where removed_at is null`,
  `create table industry_cluster_region (
     cluster text not null, region text not null, primary key (cluster, region))`,
  `create table boundary_set (
     province text primary key, topology text not null, crs text not null, review_number text, source text not null,
     source_date text not null, imported_at text not null, imported_by text not null, file_name text not null,
     file_hash text not null)`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
