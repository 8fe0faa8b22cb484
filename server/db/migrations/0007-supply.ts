import { sql, type Kysely } from 'kysely'

/** Digits 1–2 of every province; 10 (国家市场监督管理总局) names none. */
const PROVINCES = `('11','12','13','14','15','21','22','23','31','32','33','34','35','36','37','41','42','43','44','45','46',
  '50','51','52','53','54','61','62','63','64','65','71','81','82')`

const PARTY_OF_CODE = `
  insert into supply_party (dataset, id, name, matched_by, status, candidates, place, placed_by)
  select p.dataset, p.id, coalesce(e.name, p.name, p.id), 'code', case when e.name is null then 'outside' else 'matched' end, '[]',
    coalesce(e.place, case when substr(p.id, 3, 2) in ${PROVINCES} then substr(p.id, 3, 2) || '0000' end),
    case when e.place is not null then 'register' when substr(p.id, 3, 2) in ${PROVINCES} then 'code' end
  from (
    select distinct on (dataset, id) dataset, id, name
    from (
      select dataset, supplier as id, supplier_name as name from supply_link
      union all select dataset, buyer, buyer_name from supply_link
    ) every_side
    order by dataset, id, name nulls last
  ) p left join enterprise e on e.dataset = p.dataset and e.credit_code = p.id`

/**
 * 供应关系 between parties: an enterprise by its code, or, where no code is known, a name. Rows of earlier files were all
 * given by code. What stands behind a name is kept in `supply_name`; what a person decided about it in `supply_alias`.
 */
const STATEMENTS = [
  `alter table supply_link rename column supplier_code to supplier`,
  `alter table supply_link rename column customer_code to buyer`,
  `alter index supply_link_customer rename to supply_link_buyer`,
  `alter table supply_link add column supplier_name text`,
  `alter table supply_link add column buyer_name text`,
  `alter table supply_link add column supplier_key text`,
  `alter table supply_link add column buyer_key text`,
  `alter table supply_link add column supplier_by text not null default 'code'`,
  `alter table supply_link add column buyer_by text not null default 'code'`,
  `alter table supply_link add column share_percent numeric(9,4)`,
  `alter table supply_link add column evidence_class text not null default 'unstated'`,
  `alter table supply_link add column document text`,
  `alter table supply_link add column stated_on text`,
  `alter table supply_link add column ttr_days numeric(12,2)`,
  `alter table supply_link add column tts_days numeric(12,2)`,
  `alter table supply_link add column alternates integer`,
  `alter table supply_link add column mark text`,
  `create index supply_link_supplier_key on supply_link (dataset, supplier_key) where supplier_key is not null`,
  `create index supply_link_buyer_key on supply_link (dataset, buyer_key) where buyer_key is not null`,
  `update supply_link l set supplier_name = r.name, buyer_name = r.extra::json ->> 'buyerName',
     evidence_class = case
       when l.evidence like '%推算%' or l.evidence like '%推断%' or l.evidence like '%估%' then 'estimated'
       when l.evidence like '%标%' then 'tender'
       when l.evidence like '%合同%' or l.evidence like '%订单%' or l.evidence like '%签约%' then 'contract'
       when l.evidence like '%报%' then 'declared' else 'unstated' end
     from staged_row r where r.batch_id = l.batch_id and r.row_no = l.row_no`,
  `create table supply_party (
     dataset text not null, id text not null, name text not null, matched_by text not null, status text not null,
     candidates text not null, place text, placed_by text, primary key (dataset, id))`,
  `create index supply_party_status on supply_party (dataset, status)`,
  PARTY_OF_CODE,
  `create table supply_name (
     dataset text not null, name_key text not null, name text not null, credit_code text, matched_by text not null,
     candidates text not null, place text, primary key (dataset, name_key))`,
  `create table supply_alias (
     dataset text not null, name_key text not null, credit_code text, decided_at text not null, decided_by text not null,
     primary key (dataset, name_key))`,
  `create table supply_snapshot (
     id text primary key, dataset text not null, name text not null, created_at text not null, created_by text not null,
     version integer not null, region text not null, seen_from text not null, removed_at text, query text not null,
     edges text not null)`,
  `alter table enterprise add column parent_code text`,
  `alter table enterprise add column parent_name text`,
  `alter table enterprise add column former_names text`,
  `create index enterprise_parent on enterprise (dataset, parent_code) where parent_code is not null`,
]

export async function up(db: Kysely<unknown>) {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
