import { sql, type Kysely } from 'kysely'

const TABLES = [
  `create table data_version (dataset text primary key, version integer not null, updated_at text not null)`,
  `create table batch (
     id text primary key, kind text not null, file_name text not null, file_size integer not null, file_hash text not null,
     province text not null, provider text not null, period text not null, scope text not null, data_class text not null,
     dataset text not null, status text not null, created_at text not null, created_by text not null,
     published_at text, published_seq integer, withdrawn_at text,
     counts text not null, mapping text, report text, failure text, editions text not null)`,
  `create table staged_row (
     batch_id text not null, row_no integer not null, verdict text not null, credit_code text, name text,
     name_grams text not null,
     county_found text, located_by text not null, located_level text, address text, products text, business_scope text,
     industry_code text, in_stat_scope boolean, registered_on text,
     facts text not null, memberships text not null, extra text not null, problems text not null,
     override_reason text, raw text not null,
     primary key (batch_id, row_no))`,
  `create index staged_row_code on staged_row (credit_code, batch_id)`,
  `create index staged_row_verdict on staged_row (batch_id, verdict, row_no)`,
  `create table enterprise (
     dataset text not null, credit_code text not null, name text not null, name_grams text[] not null, place text not null,
     county_found text, located_by text not null, address text, products text, business_scope text,
     industry_code text, in_stat_scope boolean, registered_on text, batch_id text not null,
     primary key (dataset, credit_code))`,
  `create index enterprise_place on enterprise (dataset, place)`,
  `create index enterprise_grams on enterprise using gin (name_grams)`,
  `create table fact (
     dataset text not null, credit_code text not null, indicator text not null, period text not null,
     value numeric(24,4) not null, unit text not null, batch_id text not null,
     primary key (dataset, credit_code, indicator, period, batch_id))`,
  `create index fact_batch on fact (batch_id)`,
  `create table enterprise_value (
     dataset text not null, credit_code text not null, indicator text not null, period text not null,
     value numeric(24,4) not null, unit text not null, batch_id text not null,
     primary key (dataset, indicator, period, credit_code))`,
  `create index enterprise_value_code on enterprise_value (dataset, credit_code)`,
  `create table honour (
     dataset text not null, credit_code text not null, tier text not null, programme text not null, level text,
     batch_name text, issued_on text, valid_from text, valid_to text, batch_id text not null, row_no integer not null,
     primary key (batch_id, row_no))`,
  `create index honour_code on honour (dataset, credit_code)`,
  `create table leader (
     dataset text not null, credit_code text not null, chain text not null, node text, document text,
     batch_id text not null, row_no integer not null, primary key (batch_id, row_no))`,
  `create index leader_chain on leader (dataset, chain, credit_code)`,
  `create table supply_link (
     dataset text not null, supplier_code text not null, customer_code text not null, product text, period text not null,
     amount_wan numeric(24,4), evidence text, batch_id text not null, row_no integer not null,
     primary key (batch_id, row_no))`,
  `create index supply_link_supplier on supply_link (dataset, supplier_code)`,
  `create index supply_link_customer on supply_link (dataset, customer_code)`,
  `create table membership (
     dataset text not null, chain text not null, node text not null, credit_code text not null,
     how text not null, confidence real not null, reason text not null,
     primary key (dataset, chain, node, credit_code))`,
  `create index membership_code on membership (dataset, credit_code)`,
  `create table rule_membership (
     dataset text not null, chain text not null, node text not null, credit_code text not null,
     confidence real not null, reason text not null,
     primary key (dataset, chain, node, credit_code))`,
  `create index rule_membership_code on rule_membership (dataset, credit_code)`,
  `create table membership_override (
     dataset text not null, credit_code text not null, chain text not null, node text not null,
     action text not null, reason text not null, created_at text not null, created_by text not null,
     primary key (dataset, credit_code, chain, node))`,
  `create table chain_edition (
     chain text not null, edition text not null, pack text not null, built_in boolean not null, active boolean not null,
     created_at text not null, created_by text not null, primary key (chain, edition))`,
  `create table chain_unit (
     chain text not null, node text not null, unit_kind text not null, unit text not null,
     primary key (chain, node, unit_kind, unit))`,
  `create table region_map (
     mode_key text not null, place text not null, region text not null, primary key (mode_key, place, region))`,
  `create index region_map_region on region_map (mode_key, region)`,
  `create table aggregate (
     dataset text not null, mode_key text not null, region text not null, chain text not null, unit_kind text not null,
     unit text not null, scope text not null, period text not null, enterprises integer not null,
     stat_known integer not null, above_scale integer not null, honoured integer not null, leaders integer not null,
     revenue_wan numeric(26,4), revenue_reporting integer not null,
     primary key (dataset, mode_key, region, chain, scope, period, unit_kind, unit))`,
  `create table saved_mapping (
     provider text not null, kind text not null, columns text not null, updated_at text not null,
     primary key (provider, kind))`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
